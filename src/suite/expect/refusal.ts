import { isDeepStrictEqual } from "node:util";
import { type Answer, isSuccess, shown, summary } from "../answer.ts";
import type { Arranged } from "../arrange.ts";
import { type Call, withFreshKey } from "../call.ts";
import type { Values } from "../values.ts";
import { isPutOffForGood } from "../patience.ts";
import { keepStill } from "../restless.ts";
import { Blocked, type Evidence, NotServed, Violation } from "../violation.ts";

/** One thing that is wrong with a call. */
export interface Flaw {
  readonly name: string;
  readonly apply: (call: Call) => Call;
  /** Statuses that are right for this flaw, where the requirement's own do not fit. */
  readonly status?: readonly number[];
}

export interface Refusal {
  readonly when: readonly Flaw[];
  /** Statuses that are right; any 4xx unless told. */
  readonly status?: readonly number[];
  readonly hint?: string;
}

export interface RefusalParts {
  readonly send: (call: Call) => Promise<Answer>;
  readonly values: Values;
}

/**
 * Judges that a lawful call is refused once one thing about it is wrong, and that refusing means not doing.
 * The same call without the flaw is sent afterwards: that it is accepted is the control, and shows that no flawed
 * twin was carried out before it.
 */
export async function judgeRefusal(parts: RefusalParts, arranged: Arranged, refusal: Refusal): Promise<void> {
  const before = await arranged.look?.();
  const flawed = await Promise.all(
    refusal.when.map((flaw) => sendFlawed(parts, arranged.call, flaw, refusal)),
  );
  const accepted = flawed.flatMap(({ evidence }) => evidence);
  const after = await arranged.look?.();
  const problem = await control(parts, arranged);
  // Without a control the flawed answers prove nothing.
  if (problem !== undefined && !(problem instanceof Violation)) throw problem;
  if (accepted.length > 0) throw new Violation(accepted);
  if (problem !== undefined) throw problem;
  if (arranged.look === undefined || isDeepStrictEqual(before, after)) return;
  await keepStill(arranged.look);
  throw carriedOut(`${shown(before)} before, ${shown(after)} after`);
}

async function sendFlawed(parts: RefusalParts, call: Call, flaw: Flaw, refusal: Refusal) {
  const answer = await parts.send(flaw.apply(withFreshKey(call, parts.values.uuid)));
  // Put off ten times over: it was never looked at.
  if (isPutOffForGood(answer) && !(refusal.status ?? []).includes(answer.status))
    throw new Blocked(`the target kept putting the request off: ${summary(answer)}`, answer);
  const statuses = flaw.status ?? refusal.status;
  const right =
    statuses === undefined ? answer.status >= 400 && answer.status < 500 : statuses.includes(answer.status);
  const evidence: readonly Evidence[] = right
    ? []
    : [
        {
          where: `status, ${flaw.name}`,
          expected: statuses?.join(" or ") ?? "a 4xx status",
          actual: summary(answer),
          hint: refusal.hint,
          answer,
        },
      ];
  return { evidence };
}

/** Why the flawless call was not accepted: it was done already (a violation), or it never is (blocks the check). */
async function control({ send, values }: RefusalParts, arranged: Arranged): Promise<Error | undefined> {
  const answer = await send(withFreshKey(arranged.call, values.uuid));
  if (isSuccess(answer)) return undefined;
  const sibling = await arranged.sibling();
  const again = await send(sibling.call);
  if (isSuccess(again))
    return carriedOut(`the same call without the flaw then answered ${summary(answer)}`, answer);
  return notAccepted(again);
}

function carriedOut(actual: string, answer?: Answer): Violation {
  return new Violation({ where: "effect", expected: "nothing done by a refused request", actual, answer });
}

/** Why a lawful call that was refused leaves nothing to judge. */
export function notAccepted(answer: Answer): Error {
  const absent = [404, 405, 501].includes(answer.status);
  const reason = `the same call without the flaw was not accepted either: ${summary(answer)}`;
  return absent ? new NotServed(reason) : new Blocked(reason, answer);
}
