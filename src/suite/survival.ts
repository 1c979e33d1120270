import type { OperationName } from "../model/index.ts";
import { type Answer, headerIn, isSuccess, summary } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { type Call, withFreshKey, withJson } from "./call.ts";
import { type Flaw, notAccepted } from "./expect/refusal.ts";
import { type Evidence, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** A call that the target accepts: another one was, a moment ago. */
export async function acceptedCall(world: World, operation: OperationName): Promise<Arranged> {
  await acceptedAnswer(world, operation);
  return world.given.request(operation);
}

/** The answer to a lawful call; blocks the check unless it is a 2xx. */
export async function acceptedAnswer(world: World, operation: OperationName): Promise<Answer> {
  const { call } = await world.given.request(operation);
  const answer = await world.send(call);
  if (isSuccess(answer)) return answer;
  throw notAccepted(answer);
}

/**
 * Judges that the target outlives what it is sent: any refusal and any acceptance is right, a server error or a
 * connection that dies is not. A lawful call is accepted before and after.
 */
export async function survive(
  world: World,
  operation: OperationName,
  flawsFor: (call: Call) => readonly Flaw[],
): Promise<void> {
  const { call } = await acceptedCall(world, operation);
  const sent = flawsFor(call).map((flaw) => ({ flaw, call: flawed(world, call, flaw) }));
  const answers = await Promise.all(sent.map((one) => world.attempt(one.call)));
  const evidence: Evidence[] = [];
  for (const [i, { flaw, call: again }] of sent.entries()) {
    const answer = answers[i];
    // What died along with others may be innocent: only what dies again, and by itself, counts.
    const sure = answer === undefined || isDead(answer) ? await world.attempt(again) : answer;
    if (isDead(sure) || isBareServerError(sure)) evidence.push(notSurvived(flaw, sure));
  }
  if (evidence.length > 0) throw new Violation(evidence);
  await acceptedAnswer(world, operation);
}

/** Sends an operation's lawful call once per flaw, whatever comes of it. */
export async function attemptEach(
  { given, attempt }: World,
  operation: OperationName,
  flaws: readonly Flaw[],
): Promise<readonly Answer[]> {
  const { call } = await given.request(operation);
  return Promise.all(flaws.map(({ apply }) => attempt(apply(withFreshKey(call, given.idempotencyKey)))));
}

/** What stands in front of the API may answer what is hostile, so observers leave it alone. */
function flawed({ given }: World, call: Call, flaw: Flaw): Call {
  const fresh = withFreshKey(call, given.idempotencyKey);
  const isUnique = call.operation === "createApplication";
  const renamed = isUnique ? withJson(fresh, { ...(fresh.json as object), name: given.name() }) : fresh;
  return { ...flaw.apply(renamed), odd: true };
}

/** No answer, for a reason that may be the target's; one that answers at too great length is alive. */
export function isDead({ status, exchange }: Answer): boolean {
  return status === 0 && exchange.failure?.kind !== "too-large" && exchange.failure?.kind !== "tls";
}

/** A server error, other than a 503 that says when to come back. */
export function isBareServerError(answer: Answer): boolean {
  if (answer.status < 500) return false;
  return answer.status !== 503 || headerIn(answer, "retry-after") === undefined;
}

function notSurvived({ name }: Flaw, answer: Answer): Evidence {
  return {
    where: `status, ${name}`,
    expected: "2xx or 4xx",
    actual: summary(answer),
    hint: isDead(answer)
      ? "the connection died twice, while lawful requests were served"
      : "a client's fault must not become the server's",
    answer,
  };
}
