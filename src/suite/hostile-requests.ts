import { edited, type Hostile, hostilities } from "../generate/index.ts";
import { operations, type OperationName } from "../model/index.ts";
import { parametersOf } from "../schema/index.ts";
import { type Answer, shown, summary } from "./answer.ts";
import { unsent } from "./arrange.ts";
import { type Call, withHeader, withJson, withoutHeader, withQuery, withRaw } from "./call.ts";
import { withFreshKey } from "./call.ts";
import { type Failure, forAll } from "./for-all.ts";
import { sampleBody } from "./sample-bodies.ts";
import { acceptedAnswer, isBareServerError, isDead } from "./survival.ts";
import type { World } from "./world.ts";

/** Judges that nothing generated makes the operation fail: it may be refused or taken, and no more. */
export async function surviveHostilities(world: World, operation: OperationName): Promise<void> {
  const arranged = await world.given.request(operation);
  const body = sampleBody(world, arranged.call);
  const attempt = async (drawn: Hostile) => {
    const { call } = await unsent(arranged);
    const fresh = withFreshKey(call, world.given.idempotencyKey);
    const sampled = body === undefined ? fresh : withJson(fresh, sampleBody(world, call));
    return world.attempt({ ...hostileCall(sampled, drawn), odd: true });
  };
  await forAll(world, {
    cases: hostilities({
      body,
      parameters: parametersOf(operation).flatMap((one) => (one.in === "query" ? [one.name] : [])),
      headers: headersOf(arranged.call),
      segments: segmentsOf(operation),
    }),
    weight: weightOf(body),
    control: async () => {
      await acceptedAnswer(world, operation);
    },
    judge: async (drawn) => {
      const answer = await attempt(drawn);
      // What died along with others may be innocent: only what dies again counts.
      return brought(drawn, isDead(answer) ? await attempt(drawn) : answer);
    },
    show: hostileInWords,
  });
}

function brought(drawn: Hostile, answer: Answer): Failure | undefined {
  if (!isDead(answer) && !isBareServerError(answer)) return undefined;
  const place = placeOf(drawn);
  return {
    cause: `${answer.status} for ${place}`,
    evidence: {
      where: `status, hostile ${place}`,
      expected: "2xx or 4xx",
      actual: summary(answer),
      hint: isDead(answer)
        ? "the connection died twice, while lawful requests were served"
        : "a client's fault must not become the server's",
      answer,
    },
  };
}

function placeOf(drawn: Hostile): string {
  if (drawn.at === "body") return drawn.pointer === "" ? "body" : `\`${drawn.pointer}\``;
  return drawn.at === "path" ? `path segment ${drawn.segment}` : `${drawn.at} \`${drawn.name}\``;
}

function hostileInWords(drawn: Hostile): string {
  const value = drawn.at === "body" ? drawn.json : JSON.stringify(drawn.value);
  const text = shown(drawn.at === "body" && drawn.isBytes === true ? JSON.stringify(value) : value);
  return `${placeOf(drawn)} = ${text.length > 400 ? `${text.slice(0, 60)}… (${text.length} characters)` : text}`;
}

function hostileCall(call: Call, drawn: Hostile): Call {
  if (drawn.at === "query") return withQuery(call, drawn.name, wellFormed(drawn.value));
  if (drawn.at === "path") return withSegment(call, drawn.segment, drawn.value);
  if (drawn.at === "body") return withRaw(call, rawBody(call.json, drawn));
  const { renewable: _, ...once } = call;
  return withHeader(withoutHeader(once, drawn.name), drawn.name, drawn.value);
}

/** A query is percent-encoded UTF-8, which has no halves of characters. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

function withSegment(call: Call, segment: number, value: string): Call {
  return { ...call, path: call.path.split("/").with(segment, value).join("/") };
}

const mark = "hostile value here";

function rawBody(body: unknown, { pointer, json, isBytes }: Hostile & { at: "body" }): string | Uint8Array {
  if (isBytes === true) return Buffer.from(json, "latin1");
  const marked = JSON.stringify(edited(body, [{ pointer, put: mark }]));
  return marked.replace(JSON.stringify(mark), () => json);
}

/** A large body has many members to be hostile in. */
function weightOf(body: unknown): number {
  return Math.min(1, 50 / JSON.stringify(body ?? "").length ** 0.75);
}

/** Headers that the call has, and some that are read before it is known what the call is about. */
function headersOf({ headers }: Call): readonly string[] {
  const own = headers.map(([name]) => name);
  return [...own, "accept-language", "cookie", "x-request-id", "x-forwarded-for", "if-none-match"];
}

function segmentsOf(operation: OperationName): readonly number[] {
  return operations[operation].path.split("/").flatMap((segment, i) => (segment.startsWith("{") ? [i] : []));
}
