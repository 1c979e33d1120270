import { isDeepStrictEqual } from "node:util";
import { editInWords, type Variation, variations, written } from "../generate/index.ts";
import type { OperationName } from "../model/index.ts";
import { check } from "../schema/index.ts";
import { type Answer, isSuccess, shown, summary, valueAt } from "./answer.ts";
import { type Arranged, everyOperationWithBody } from "./arrange.ts";
import { withFreshKey, withJson, withRaw } from "./call.ts";
import { type Failure, forAll } from "./for-all.ts";
import { freedomsOf, isFree, requestSchema, sampleBody } from "./sample-bodies.ts";
import { acceptedAnswer } from "./survival.ts";
import type { World } from "./world.ts";

/** Operations whose body leaves something to the client. */
export const variedOperations = everyOperationWithBody;

/** Those among them whose answers show what was sent. */
export const shownOperations = variedOperations.filter(({ operation }) => isFree(operation));

/** How many requests it takes to have resources for one more body. */
const weights: Partial<Record<OperationName, number>> = { createSession: 1, createRefund: 8 };

/** Judges that a body is accepted in every form that the documentation leaves to the client. */
export async function acceptVariations(world: World, operation: OperationName): Promise<void> {
  await eachVariation(world, operation, async (answer, where) => {
    if (isSuccess(answer)) return undefined;
    return {
      cause: `${answer.status} for ${where}`,
      evidence: { where: `status, ${where}`, expected: "a 2xx status", actual: summary(answer), answer },
    };
  });
}

/** Judges that what was accepted is shown as it was sent, wherever it is shown. */
export async function showVariations(world: World, operation: OperationName): Promise<void> {
  await eachVariation(world, operation, async (answer) => {
    if (!isSuccess(answer)) return undefined;
    const sent: unknown = JSON.parse(String(answer.exchange.request.body));
    const told = operation === "createSession" ? await sessionOf(world, answer) : answer;
    const other = membersOf(sent).find(({ pointer, value }) => isOther(value, valueAt(told.json, pointer)));
    if (other === undefined) return undefined;
    const actual = shown(valueAt(told.json, other.pointer));
    return {
      cause: `another ${other.pointer}`,
      evidence: { where: other.pointer, expected: shown(other.value), actual, answer: told },
    };
  });
}

type Judge = (answer: Answer, where: string) => Promise<Failure | undefined>;

async function eachVariation(world: World, operation: OperationName, judge: Judge): Promise<void> {
  await forAll(world, {
    cases: variations(freedomsOf(world, operation)),
    weight: weights[operation] ?? 2,
    control: async () => {
      await acceptedAnswer(world, operation);
    },
    judge: async (drawn) => {
      const call = variedCall(world, await world.given.request(operation), drawn);
      return judge(await world.send(call), placeOf(drawn));
    },
    show: ({ edits, isEscaped }) =>
      [...edits.map(editInWords), ...(isEscaped ? ["non-ASCII characters in escapes"] : [])].join(", ") ||
      "the usual body",
  });
}

/** What a session shows of its order, it shows to whoever reads it. */
function sessionOf({ payments }: World, created: Answer): Promise<Answer> {
  return payments.readSession(String(valueAt(created.json, "/sessionId")));
}

interface Member {
  readonly pointer: string;
  readonly value: unknown;
}

/** All members that are no objects; a list is one. */
function membersOf(value: unknown, pointer = ""): readonly Member[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [{ pointer, value }];
  return Object.entries(value).flatMap(([name, member]) => membersOf(member, `${pointer}/${name}`));
}

/** Whether something else is shown. Lists are sets: methods and events have no order. */
function isOther(sent: unknown, told: unknown): boolean {
  if (told === undefined) return false;
  if (!Array.isArray(sent) || !Array.isArray(told)) return !isDeepStrictEqual(sent, told);
  return !isDeepStrictEqual(new Set(sent), new Set(told));
}

function variedCall(world: World, { call }: Arranged, drawn: Variation) {
  const body = call.operation === "login" ? call.json : sampleBody(world, call);
  const text = written(body, drawn);
  const schema = call.operation === undefined ? undefined : requestSchema(call.operation);
  const [fault] = schema === undefined ? [] : check(schema, JSON.parse(text));
  if (fault !== undefined) throw new Error(`a lawful body was to be made, but ${fault.sentence}`);
  return withRaw(withFreshKey(withJson(call, body), world.given.idempotencyKey), text);
}

function placeOf({ edits, isEscaped }: Variation): string {
  const members = edits.map(({ pointer }) => `\`${pointer}\``).join(" and ");
  if (members !== "") return members;
  return isEscaped ? "escapes" : "the usual body";
}
