import { type Answer, valueAt } from "./answer.ts";
import { Violation } from "./violation.ts";
import type { World } from "./world.ts";

const rounds = 9;

/** Milliseconds by which two medians must differ before a remote observer could use it. */
const noticeable = 15;

interface Sample {
  readonly wrong: readonly Answer[];
  readonly unknown: readonly Answer[];
}

/**
 * Logs in with a wrong password and with an unknown address in turn, and judges that status, message and time tell
 * an observer nothing. A difference in time counts once a second sample shows it too: one may be chance.
 */
export async function alikeLogins(world: World): Promise<void> {
  const first = await sample(world);
  expectAlike(world, first);
  if (slower(first) === undefined) return told(world, first);
  const second = await sample(world);
  told(world, second);
  if (slower(second) === slower(first)) throw tellingTimes(second);
}

/** Each round ends with a right login, so that no lockout builds up. */
async function sample({ visitor, given }: World): Promise<Sample> {
  const { email, password } = given.merchant;
  const wrongPassword = "x".repeat(password.length);
  const wrong: Answer[] = [];
  const unknown: Answer[] = [];
  const tryWrong = async () => wrong.push(await visitor.login({ email, password: wrongPassword }));
  const tryUnknown = async () =>
    unknown.push(await visitor.login({ email: `${given.name()}@nobody.example`, password: wrongPassword }));
  for (let round = 0; round < rounds; round += 1) {
    // Either goes first in turn: what follows a right login may find warmer caches.
    const order = round % 2 === 0 ? [tryWrong, tryUnknown] : [tryUnknown, tryWrong];
    for (const attempt of order) await attempt();
    await given.token();
  }
  return { wrong, unknown };
}

function expectAlike({ expect }: World, { wrong, unknown }: Sample): void {
  for (const [i, answer] of unknown.entries()) {
    const twin = wrong[i] ?? answer;
    expect(answer).toHaveStatusOf(twin).at("/message").toEqual(valueAt(twin.json, "/message"));
    expect.value(membersOf(answer), "members of the body", answer).toEqual(membersOf(twin));
    expect(answer).at("/error").toEqual(valueAt(twin.json, "/error"));
  }
}

function membersOf({ json }: Answer): readonly string[] {
  return typeof json === "object" && json !== null ? Object.keys(json).toSorted() : [];
}

/** Which of the two is slower beyond what jitter explains: the medians differ noticeably, the middle halves do not overlap. */
function slower({ wrong, unknown }: Sample): "wrong" | "unknown" | undefined {
  if (isSlower(wrong, unknown)) return "wrong";
  return isSlower(unknown, wrong) ? "unknown" : undefined;
}

function isSlower(one: readonly Answer[], other: readonly Answer[]): boolean {
  return median(one) - median(other) > noticeable && quantile(one, 0.25) > quantile(other, 0.75);
}

function told({ note }: World, { wrong, unknown }: Sample): void {
  note(`median of ${rounds}: wrong password ${median(wrong)} ms, unknown address ${median(unknown)} ms`);
}

function tellingTimes({ wrong, unknown }: Sample): Violation {
  return new Violation({
    where: "time to answer",
    expected: `medians of ${rounds} less than ${noticeable} ms apart`,
    actual: `${median(wrong)} ms for a wrong password, ${median(unknown)} ms for an unknown address, twice in a row`,
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
