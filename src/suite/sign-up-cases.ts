import { type Answer, isSuccess } from "./answer.ts";
import type { Variant } from "./define.ts";
import { merged } from "./order.ts";
import type { Applicant } from "./applicant.ts";
import { firstLogin, newcomer, refuseSignUps, stayOutside } from "./sign-up.ts";
import { passwordFlaw } from "./sign-up-flaws.ts";
import type { World } from "./world.ts";

export function isSignUp(answer: Answer): boolean {
  return answer.operation === "signUp" && isSuccess(answer);
}

export interface LawfulBody extends Variant {
  readonly body: (who: Applicant) => unknown;
}

export const lawfulBodies: readonly LawfulBody[] = [
  { name: "with every member", body: ({ body }) => body },
  {
    name: "without the second line of the address",
    body: ({ body }) => merged(body, { organization: { registeredAddress: { line2: undefined } } }),
  },
];

export interface PasswordLength extends Variant {
  readonly judge: (world: World) => Promise<void>;
}

export const passwordLengths: readonly PasswordLength[] = [
  {
    name: "15 and 33 characters are refused",
    judge: (world) => refuseSignUps(world, { when: [passwordFlaw(15), passwordFlaw(33)], status: [400] }),
  },
  { name: "16 characters are accepted", judge: (world) => acceptLength(world, 16) },
  { name: "32 characters are accepted", judge: (world) => acceptLength(world, 32) },
];

async function acceptLength(world: World, length: number): Promise<void> {
  await newcomer(world);
  const { token } = await world.given.invite();
  const who = world.given.applicant(length);
  world.expect(await world.visitor.signUp(token, who.body)).toBeAccepted();
  world.expect(await firstLogin(world, who), "the password is good for the sign-up only").toBeAccepted();
}

const lifetime = 2 * 3600;
/** Seconds for clocks that disagree, and for what goes on between the issue and the use. */
const leeway = 300;

/** Judges that a token is good until shortly before its end. */
export async function acceptLateToken(world: World): Promise<void> {
  const { token } = await world.given.newInvite();
  await world.clock.advance(lifetime - leeway);
  world.expect(await world.visitor.signUp(token, world.given.applicant().body)).toBeAccepted();
}

/** Judges that a token is dead after its time, whoever brings it. */
export async function refuseExpiredToken(world: World): Promise<void> {
  await newcomer(world);
  const { token } = await world.given.invite();
  const late = world.given.applicant();
  await world.clock.advance(lifetime + leeway);
  world.expect(await world.visitor.signUp(token, late.body)).toBeRefusedWith(410);
  await stayOutside(world, [late]);
}

export interface SignUpRefused extends Variant {
  /** Tries to sign up with a good token, in a way that has to be refused. */
  readonly refuse: (world: World, token: string) => Promise<Answer>;
}

export const refusedSignUps: readonly SignUpRefused[] = [
  {
    name: "for a short password",
    refuse: (world, token) => world.visitor.signUp(token, world.given.applicant(8).body),
  },
  {
    name: "as a duplicate",
    refuse: async (world, token) => world.visitor.signUp(token, (await newcomer(world)).body),
  },
];
