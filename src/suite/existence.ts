import { type OperationName, operations } from "../model/index.ts";
import { type Answer, shown, summary, valueAt } from "./answer.ts";
import { operationsWhere } from "./arrange.ts";
import { bearer, type Call, withAuthorization } from "./call.ts";
import type { Variant } from "./define.ts";
import { owned, strangersKey } from "./isolation.ts";
import { type Place, withId } from "./path-ids.ts";
import type { Values } from "./values.ts";
import { type Evidence, Violation } from "./violation.ts";
import type { World } from "./world.ts";

export interface NamedByPath extends Variant {
  readonly operation: OperationName;
}

/** Operations that name something in their path which somebody else may own. */
export const namedByPath: readonly NamedByPath[] = operationsWhere(({ path }) => path.includes("{")).map(
  ({ name, operation, capability = "core", optional = false }) => ({
    name,
    operation,
    capability,
    optional,
    needs: operations[operation].credential === "jwt" ? ["secondMerchant"] : [],
  }),
);

/** Judges that a stranger who names somebody else's thing is told what one is told who names nothing. */
export async function tellNoExistence(world: World, operation: OperationName): Promise<void> {
  const attempts = await attemptsOn(world, operation);
  const evidence: Evidence[] = [];
  for (const { call, place, name } of attempts) {
    const foreign = idAt(call, place);
    const absent = absentLike(foreign, world.given.values);
    const [there, nowhere] = [await world.send(call), await world.send(withId(call, place, absent))];
    const [told, due] = [toldBy(there, foreign), toldBy(nowhere, absent)];
    if (told !== due)
      evidence.push({
        where: `answer to ${name}`,
        expected: `what is answered to an id that names nothing: ${due}`,
        actual: told,
        hint: "telling the two apart tells strangers which ids exist",
        answer: there,
      });
  }
  if (evidence.length > 0) throw new Violation(evidence);
}

interface Attempt {
  readonly name: string;
  readonly call: Call;
  readonly place: Place;
}

async function attemptsOn(world: World, operation: OperationName): Promise<readonly Attempt[]> {
  if (operations[operation].credential === "apiKey") return [await attemptOnSession(world, operation)];
  const { token, applicationId } = await world.given.secondMerchant();
  const { call } = await owned(world, operation);
  const asStranger = withAuthorization(call, bearer(token));
  const throughOwn = { ...asStranger, path: withId(asStranger, 1, applicationId).path };
  return [
    { name: "a foreign application", call: asStranger, place: 1 },
    ...(/\{(keyId|webhookId)\}/.test(operations[operation].path)
      ? [{ name: "a foreign id through an own application", call: throughOwn, place: 2 } as const]
      : []),
  ];
}

/** A session that is not paid will do: what it answers to strangers must not depend on its state. */
async function attemptOnSession(world: World, operation: OperationName): Promise<Attempt> {
  const { given } = world;
  const { id: sessionId } = await given.session();
  const json = operation === "createRefund" ? { json: { amount: 1 } } : {};
  const headers = operation === "createRefund" ? [["Idempotency-Key", given.idempotencyKey()] as const] : [];
  const call = await world.call(operation, { params: { sessionId }, headers, ...json });
  const key = await strangersKey(world, "another application of the merchant");
  return { name: "a foreign session", call: withAuthorization(call, bearer(key)), place: 1 };
}

function idAt({ path }: Call, place: Place): string {
  return path.split("/")[2 * place] ?? "";
}

/** An id of the same make: only its last characters are others, so that version, time and prefix stay lawful. */
function absentLike(id: string, values: Values): string {
  const digits = values.uuid().replaceAll("-", "");
  const tail = Array.from(id.slice(-8), (character, i) => {
    const digit = digits[i] ?? "0";
    if (/[0-9]/.test(character)) return String(Number.parseInt(digit, 16) % 10);
    if (/[a-f]/.test(character)) return "abcdef"[Number.parseInt(digit, 16) % 6] ?? "a";
    return character;
  });
  return `${id.slice(0, -8)}${tail.join("")}`;
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const instant = /\d{4}-\d{2}-\d{2}T[\d:.]+Z?/g;

/** Status, message and reason, but for the id that they may repeat and what differs from answer to answer. */
function toldBy(answer: Answer, id: string): string {
  const words = [valueAt(answer.json, "/message"), valueAt(answer.json, "/error")];
  if (words.every((word) => word === undefined))
    return summary(answer).replaceAll(id, "…").replaceAll(uuid, "…");
  const text = words.map((word) => (word === undefined ? "" : shown(word))).join(" / ");
  const plain = text.replaceAll(id, "…").replaceAll(uuid, "…").replaceAll(instant, "…");
  return `${answer.status} ${plain}`;
}
