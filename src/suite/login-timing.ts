import { type Answer, valueAt } from "./answer.ts";
import { Violation } from "./violation.ts";
import type { World } from "./world.ts";

const rounds = 9;

/** Milliseconds by which two medians must differ before a remote observer could use it. */
const noticeable = 15;

/**
 * Logs in with a wrong password and with an unknown address in turn, and judges that status, message and time tell
 * an observer nothing. Each round ends with a right login, so that no lockout builds up.
 */
export async function alikeLogins({ visitor, given, expect, note }: World): Promise<void> {
  const { email, password } = given.merchant;
  const wrongPassword = "x".repeat(password.length);
  const wrong: Answer[] = [];
  const unknown: Answer[] = [];
  for (let round = 0; round < rounds; round += 1) {
    wrong.push(await visitor.login({ email, password: wrongPassword }));
    unknown.push(await visitor.login({ email: `${given.name()}@nobody.example`, password: wrongPassword }));
    await given.token();
  }
  for (const [i, answer] of unknown.entries()) {
    const twin = wrong[i] ?? answer;
    expect(answer).toHaveStatusOf(twin).at("/message").toEqual(valueAt(twin.json, "/message"));
  }
  note(`median of ${rounds}: wrong password ${median(wrong)} ms, unknown address ${median(unknown)} ms`);
  if (isSlower(wrong, unknown) || isSlower(unknown, wrong)) throw tellingTimes(wrong, unknown);
}

/** Slower beyond what jitter explains: the medians differ noticeably and the middle halves do not overlap. */
function isSlower(one: readonly Answer[], other: readonly Answer[]): boolean {
  return median(one) - median(other) > noticeable && quantile(one, 0.25) > quantile(other, 0.75);
}

function tellingTimes(wrong: readonly Answer[], unknown: readonly Answer[]): Violation {
  return new Violation({
    where: "time to answer",
    expected: `medians of ${rounds} less than ${noticeable} ms apart`,
    actual: `${median(wrong)} ms for a wrong password, ${median(unknown)} ms for an unknown address`,
    hint: "hash the password that was given even where nobody has the address",
    answer: unknown.at(-1),
  });
}

function median(answers: readonly Answer[]): number {
  return Math.round(quantile(answers, 0.5) * 10) / 10;
}

function quantile(answers: readonly Answer[], part: number): number {
  const times = answers.map(({ exchange }) => exchange.durationMs).toSorted((a, b) => a - b);
  return times[Math.round((times.length - 1) * part)] ?? 0;
}
