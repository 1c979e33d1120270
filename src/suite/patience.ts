import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, headerIn } from "./answer.ts";

/** Milliseconds between looks at something that is about to change; 6 s in all. */
const pauses = [10, 20, 40, 80, 150, 300, 600, 1000, 1500, 2000];

/** For what should be there at once, but for a reader that lags behind; 1.2 s in all. */
export const briefly: readonly number[] = [10, 20, 40, 80, 150, 300, 600];

/** Asks again until the answer is as wanted or patience is over; gives the last answer. */
export async function eventually(
  ask: () => Promise<Answer>,
  wanted: (answer: Answer) => boolean,
  pausesMs: readonly number[] = pauses,
): Promise<Answer> {
  for (const pause of pausesMs) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await sleep(pause);
  }
  return ask();
}

/** Statuses by which a server puts a request off while an earlier twin of it is under way. */
const notNow: readonly number[] = [409, 425, 429, 503];

/** Put off for as long as anyone waits, so that nobody knows what the answer would have been. */
export function isPutOffForGood(answer: Answer): boolean {
  return answer.status === 429 || (answer.status === 503 && headerIn(answer, "retry-after") !== undefined);
}

export function isPutOff({ status }: Answer): boolean {
  return notNow.includes(status);
}

/** Sends the same thing `count` times, one after the other. */
export async function inTurn(
  count: number,
  ask: (index: number) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let i = 0; i < count; i += 1) answers.push(await ask(i));
  return answers;
}
