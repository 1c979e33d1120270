import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import { type Call, withJson, withQuery } from "./call.ts";
import { type Flaw, notAccepted } from "./expect/refusal.ts";
import type { Applicant } from "./applicant.ts";
import { briefly, eventually } from "./patience.ts";
import { premise } from "./premises.ts";
import { Blocked, type Evidence, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** A merchant that signed up a moment ago. */
export interface Newcomer extends Applicant {
  readonly token: string;
  readonly answer: Answer;
}

/** Signs somebody up; blocks the check unless that is accepted. */
export async function newcomer(world: World, who: Applicant = world.given.applicant()): Promise<Newcomer> {
  const { token } = await world.given.invite();
  const answer = await world.visitor.signUp(token, who.body);
  if (isSuccess(answer)) return { ...who, token, answer };
  throw notAccepted(answer);
}

/** Logs somebody in who signed up a moment ago, for a directory that lags behind; gives the last answer. */
export function firstLogin({ visitor }: World, { email, password }: Pick<Applicant, "email" | "password">) {
  return eventually(() => visitor.login({ email, password }), isSuccess, briefly);
}

/** Makes an application with the token that a login gave; where it gave none, the login speaks for itself. */
export async function manageAfter({ management, given }: World, login: Answer): Promise<Answer> {
  const token = valueAt(login.json, "/accessToken");
  return management.as(String(token)).createApplication({ name: given.name() });
}

/** A token of a merchant that signed up a moment ago. */
export async function newcomersToken(world: World): Promise<string> {
  return premise(
    "the first login of a new merchant",
    await firstLogin(world, await newcomer(world)),
    "/accessToken",
  );
}

/** Judges that none of these can log in: whoever was refused is no merchant. */
export async function stayOutside({ visitor }: World, refused: readonly Applicant[]): Promise<void> {
  for (const { email, password } of refused) {
    const answer = await visitor.login({ email, password });
    if (isSuccess(answer))
      throw new Violation({
        where: "login of somebody whose sign-up was refused",
        expected: "a refusal",
        actual: summary(answer).replace(/"accessToken"[^,}]*/, '"accessToken":"…"'),
        hint: "a refused sign-up must not make a merchant",
        answer,
      });
  }
}

export interface SignUpRefusal {
  readonly when: readonly Flaw[];
  readonly status: readonly number[];
}

/**
 * Judges that a sign-up is refused once one thing about it is wrong, one flaw after the other. A target may use a
 * token up by refusing: it is then replaced by another, so that no flaw is judged on a dead one. The same sign-up
 * without a flaw is accepted in the end: no flawed one was carried out before.
 */
export async function refuseSignUps(world: World, { when, status }: SignUpRefusal): Promise<void> {
  const door = await openDoor(world);
  let who = world.given.applicant();
  const evidence: Evidence[] = [];
  for (const flaw of when) {
    const answer = await door.knock(who, flaw.apply);
    const right = flaw.status ?? status;
    if (!right.includes(answer.status)) evidence.push(notRefused(flaw, right, answer));
    if (isSuccess(answer)) who = world.given.applicant();
  }
  const control = await door.knock(who);
  const other = isSuccess(control) ? control : await door.knock(world.given.applicant());
  if (!isSuccess(other) && !evidence.some(({ answer }) => answer !== undefined && isSuccess(answer)))
    throw notAccepted(other);
  if (evidence.length > 0) throw new Violation(evidence);
  if (isSuccess(control)) return;
  throw new Violation({
    where: "effect",
    expected: "nothing done by a refused sign-up",
    actual: `the same sign-up without the flaw then answered ${summary(control)}`,
    answer: control,
  });
}

function notRefused({ name }: Flaw, right: readonly number[], answer: Answer): Evidence {
  return { where: `status, ${name}`, expected: right.join(" or "), actual: summary(answer), answer };
}

interface Door {
  /** Sends a sign-up under a token that is still good. */
  knock(who: Applicant, change?: Flaw["apply"]): Promise<Answer>;
}

async function openDoor({ given, call, send }: World): Promise<Door> {
  const plain = await call("signUp", { json: {} });
  let { token } = await given.invite();
  return {
    async knock(who, change = (same: Call) => same) {
      const sent = () => send(change(withQuery(withJson(plain, who.body), "token", token)));
      const answer = await sent();
      if (answer.status !== 410) return answer;
      ({ token } = await given.invite());
      return sent();
    },
  };
}

/** Judges that a token is still good after a sign-up with it was refused. */
export async function keepToken(world: World, refuse: (token: string) => Promise<Answer>): Promise<void> {
  await newcomer(world);
  const { token } = await world.given.invite();
  const refusal = await refuse(token);
  if (isSuccess(refusal)) throw new Blocked("a sign-up that should be refused was accepted", refusal);
  const corrected = await world.visitor.signUp(token, world.given.applicant().body);
  world
    .expect(corrected, `the token was refused together with ${refusal.status}, and is not to blame`)
    .toBeAccepted();
}
