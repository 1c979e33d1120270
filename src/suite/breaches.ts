import { isDeepStrictEqual } from "node:util";
import {
  type Breach,
  breaches,
  type BreachOptions,
  type Deck,
  edited,
  editInWords,
  hasConstraints,
  isBreach,
} from "../generate/index.ts";
import type { Level, OperationName } from "../model/index.ts";
import type { WireSchema } from "../schema/index.ts";
import { type Answer, isSuccess, shown, summary, valueAt } from "./answer.ts";
import { type Arranged, everyOperationWithBody, type OperationVariant, unsent } from "./arrange.ts";
import { type Call, withFreshKey, withJson } from "./call.ts";
import { notAccepted } from "./expect/refusal.ts";
import { type Failure, forAll } from "./for-all.ts";
import { requestSchema, sampleBody } from "./sample-bodies.ts";
import { Blocked, NotServed, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** The bodies of an operation that break what is known so firmly. */
export interface BreachVariant extends OperationVariant {
  readonly schema: WireSchema;
  readonly breaks: Level;
  readonly except?: BreachOptions["except"];
}

function breachVariants(level: Level): readonly BreachVariant[] {
  return everyOperationWithBody.flatMap((variant) => {
    const schema = requestSchema(variant.operation);
    if (schema === undefined || !hasConstraints(schema, level)) return [];
    const name = level === "MUST" ? variant.name : `${variant.name}, further constraints`;
    return [{ ...variant, name, ...(level === "MUST" ? {} : { level }), schema, breaks: level }];
  });
}

/** What the documentation states, and what it only shows in samples. */
export const documentedBreaches = breachVariants("MUST");
export const allBreaches = [...documentedBreaches, ...breachVariants("SHOULD")];

/**
 * The rules of our own reference server for an order that make sense anywhere: not the types, which the samples show,
 * and not how long a text may be, which is each server's own affair.
 */
export const referenceBreaches: BreachVariant = {
  name: "createSession",
  operation: "createSession",
  schema: "session-request-reference",
  breaks: "SHOULD",
  except: ({ keyword, schema }) =>
    keyword === "maxLength" || (keyword === "type" && schema.type !== "integer"),
};

/** Judges that a body is refused for each constraint it may break, and that nothing comes of it. */
export async function refuseBreaches(world: World, variant: BreachVariant): Promise<void> {
  const arranged = await world.given.request(variant.operation);
  const quick = breaching(world, variant, () => unsent(arranged));
  const before = await arranged.look?.();
  await quick.judgeAll(refusalProblem(world, variant));
  if (isDeepStrictEqual(before, await arranged.look?.())) return;
  // Something was carried out. Which it was shows only where each has resources of its own.
  const looks = new WeakMap<Arranged, unknown>();
  const thorough = breaching(world, variant, async () => {
    const own = await world.given.request(variant.operation);
    looks.set(own, await own.look?.());
    return own;
  });
  await thorough.judgeAll(async (answer, breach, own) =>
    isDeepStrictEqual(looks.get(own), await own.look?.()) ? undefined : carriedOut(breach, answer),
  );
  throw new Violation({
    where: "effect",
    expected: "nothing done by refused requests",
    actual: "a change after all of them that none made by itself",
  });
}

/** Judges that a refusal says which member is to blame. */
export async function nameBrokenFields(world: World, variant: BreachVariant): Promise<void> {
  const arranged = await world.given.request(variant.operation);
  await breaching(world, variant, () => unsent(arranged)).judgeAll(async (answer, { member }) => {
    const field = member.split("/").findLast((step) => step !== "*") ?? "";
    if (answer.status === 400) world.expect.envelope(answer).toNameFields(field);
    return undefined;
  });
}

const clientErrors: readonly number[] = Array.from({ length: 100 }, (_, i) => 400 + i);

type Judge = (answer: Answer, breach: Breach, arranged: Arranged) => Promise<Failure | undefined>;

function breaching(world: World, variant: BreachVariant, arrange: () => Promise<Arranged>) {
  const { schema, operation } = variant;
  return {
    async judgeAll(judge: Judge): Promise<void> {
      await forAll(world, {
        ...(operation === "createSession" ? { weight: 0.25 } : {}),
        cases: breachesOf(world, variant, await arrange()),
        control: () => takeSample(world, operation),
        judge: async (breach) => {
          const arranged = await arrange();
          const call = breachedCall(world, schema, arranged.call, breach);
          const answer = await world.send(call);
          if (answer.status === 429) throw new Blocked(`put off again and again: ${summary(answer)}`, answer);
          return judge(answer, breach, arranged);
        },
        show: ({ edit, member, asks }) => `${editInWords(edit)}, where \`${member}\` ${asks}`,
      });
    },
  };
}

function breachesOf(
  world: World,
  { schema, breaks, except }: BreachVariant,
  { call }: Arranged,
): Deck<Breach> {
  const options = { schema, level: breaks, body: sampleBody(world, call) };
  const deck = breaches(except === undefined ? options : { ...options, except });
  if (deck === undefined) throw new NotServed("a body that could be broken");
  return deck;
}

function breachedCall(world: World, schema: WireSchema, call: Call, breach: Breach): Call {
  const body = sampleBody(world, call);
  if (!isBreach(schema, breach, body))
    throw new Error(`the case breaks another constraint than it says: ${editInWords(breach.edit)}`);
  return withJson(withFreshKey(call, world.given.idempotencyKey), edited(body, [breach.edit]));
}

/** The control: the body with all its members is taken as it is. Of a login the usual one, as the sample is nobody's. */
async function takeSample(world: World, operation: OperationName): Promise<void> {
  const { call } = await world.given.request(operation);
  const sample = operation === "login" ? call.json : sampleBody(world, call);
  const answer = await world.send(withJson(call, sample));
  if (!isSuccess(answer)) throw notAccepted(answer);
}

function refusalProblem(world: World, { operation, breaks, schema }: BreachVariant): Judge {
  return async (answer, breach, { call }) => {
    // A rule of our own may be another rule elsewhere: no provider for that, no such currency.
    const isOurs = schema === referenceBreaches.schema;
    const statuses = isOurs ? clientErrors : statusesFor(operation, breach, breaks);
    if (isTooLarge(answer)) return undefined;
    if (!statuses.includes(answer.status)) return notRefused(breach, answer, statuses);
    if (breaks === "MUST") world.expect.envelope(answer).toBeComplete();
    if (operation === "signUp") return stayedOutside(world, breach, answer);
    return operation === "createApplication" ? nameIsFree(world, call, breach, answer) : undefined;
  };
}

/** A large body may be refused for its size, by what stands in front of the API as well. */
const large = 4096;

function isTooLarge({ status, exchange: { request } }: Answer): boolean {
  return status === 413 && Buffer.byteLength(String(request.body ?? "")) > large;
}

/** The documentation says 400; that a password of a wrong length is no password is as good an answer. */
function statusesFor(operation: OperationName, { member }: Breach, level: Level): readonly number[] {
  if (operation === "login" && member === "/password") return [400, 401];
  return level === "MUST" ? [400] : [400, 422];
}

function notRefused({ member, keyword, asks }: Breach, answer: Answer, statuses: readonly number[]): Failure {
  const isRefused = answer.status >= 400 && answer.status < 500;
  return {
    // A status that is wrong is so for all; what is not refused is so for one constraint.
    cause: isRefused ? `refused with ${answer.status}` : `${answer.status} for ${member} ${keyword}`,
    evidence: {
      where: `status, \`${member}\``,
      expected: `${statuses === clientErrors ? "a 4xx status" : statuses.join(" or ")}, as it ${asks}`,
      actual: summary(answer),
      answer,
    },
  };
}

/** Names are used once: that the refused one can still be had shows that nothing was created under it. */
async function nameIsFree(
  world: World,
  call: Call,
  breach: Breach,
  refused: Answer,
): Promise<Failure | undefined> {
  const name = valueAt(JSON.parse(String(refused.exchange.request.body)), "/name");
  if (breach.member === "/name") return undefined;
  const answer = await world.send(withJson(call, { ...Object(call.json), name }));
  return isSuccess(answer)
    ? undefined
    : carriedOut(breach, refused, `its name was then answered ${summary(answer)}`);
}

/** Whoever was refused can't log in with what was sent, as far as it could be right. */
async function stayedOutside(world: World, breach: Breach, refused: Answer): Promise<Failure | undefined> {
  const { admin } = JSON.parse(String(refused.exchange.request.body)) as { admin?: unknown };
  const [email, password] = [valueAt(admin, "/email"), valueAt(admin, "/password")];
  if (typeof email !== "string" || typeof password !== "string") return undefined;
  const answer = await world.visitor.login({ email, password });
  return isSuccess(answer) ? carriedOut(breach, refused, "a login of whoever was refused") : undefined;
}

function carriedOut(
  { member, keyword }: Breach,
  answer: Answer,
  actual = "a change that can be seen",
): Failure {
  return {
    cause: `carried out: ${member} ${keyword}`,
    evidence: {
      where: "effect",
      expected: "nothing done by a refused request",
      actual: shown(actual),
      answer,
    },
  };
}
