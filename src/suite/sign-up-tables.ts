import { isClientError, summary } from "./answer.ts";
import { otherwise } from "./applicant.ts";
import { withCredential } from "./credentials.ts";
import type { Variant } from "./define.ts";
import { owned } from "./isolation.ts";
import { applicationsOf } from "./own-lists.ts";
import { firstLogin, newcomer, newcomersToken } from "./sign-up.ts";
import { repeats } from "./sign-up-echo.ts";
import { NotServed, Violation } from "./violation.ts";
import type { World } from "./world.ts";

interface Row extends Variant {
  readonly judge: (world: World) => Promise<void>;
}

/** What a merchant who has just arrived must not reach. */
export const strangersTo: readonly Row[] = [
  { name: "another merchant's application", judge: changeNothingOfOthers },
  { name: "the list of applications", optional: true, judge: listNothingOfOthers },
];

async function changeNothingOfOthers(world: World): Promise<void> {
  const stranger = withCredential("as the new merchant", await newcomersToken(world));
  await world.expect.refused(owned(world, "setApplicationStatus"), { when: [stranger], status: [403, 404] });
}

async function listNothingOfOthers(world: World): Promise<void> {
  const { given, management, expect } = world;
  await given.application();
  const token = await newcomersToken(world);
  const listed = await applicationsOf(management.as(token));
  if (listed.length === 0) return;
  const foreign = (await applicationsOf(management)).filter((id) => listed.includes(id));
  expect.value(foreign, "another merchant's applications in the newcomer's list").toEqual([]);
}

/** Sign-ups whose answer repeats what was sent. */
export const echoedSignUps: readonly Row[] = [
  { name: "as anybody signs up", judge: async (world) => repeats(await newcomer(world)) },
  { name: "with a plus in the e-mail address", optional: true, judge: repeatPlus },
];

/** The case of an address may change on the way; what stands before the @ is otherwise its owner's affair. */
async function repeatPlus({ given, visitor, expect }: World): Promise<void> {
  const plain = given.applicant();
  const who = otherwise(plain, { email: plain.email.replace("@", "+kadosei@") });
  const answer = await visitor.signUp((await given.invite()).token, who.body);
  if (isClientError(answer)) throw new NotServed(`an e-mail address with a plus (${summary(answer)})`);
  const isIt = (value: unknown) => String(value).toLowerCase() === who.email.toLowerCase();
  expect(answer).toBeAccepted().at("/admin/email").toSatisfy(isIt, who.email);
}

/** Spellings of an e-mail address that reach the same mailbox. */
export const otherCases: readonly (Variant & { readonly spell: (email: string) => string })[] = [
  { name: "the domain", spell: (email) => email.replace(/@.*/, (domain) => domain.toUpperCase()) },
  { name: "all of it", spell: (email) => email.toUpperCase() },
];

/** Judges that an address makes no second merchant in another case; it may be refused for its form as well. */
export async function refuseOtherCase(world: World, spell: (email: string) => string): Promise<void> {
  const { given, visitor } = world;
  const known = await newcomer(world);
  const twin = otherwise(given.applicant(), { email: spell(known.email) });
  const answer = await visitor.signUp((await given.invite()).token, twin.body);
  if ([400, 409, 422].includes(answer.status)) return;
  throw new Violation({
    where: `sign-up of ${known.email} as ${twin.email}`,
    expected: "409, as that merchant is there already",
    actual: summary(answer),
    hint: "compare e-mail addresses without regard to case",
    answer,
  });
}

/** Passwords of a lawful number of characters that are more bytes, or more UTF-16 units, than 32. */
export const widePasswords: readonly (Variant & { readonly password: string })[] = [
  {
    name: "31 characters, most of three bytes",
    password: "Kc7!漢字仮名交文東京大阪神戸奈良横浜福岡札幌仙台広島長野金",
  },
  { name: "19 characters, most beyond the basic plane", password: "Kc7!𝔄𝔅𝔇𝔈𝔉𝔊𝔍𝔎𝔏𝔐𝔑𝔒𝔓𝔔𝔖" },
];

export async function acceptWide(world: World, password: string): Promise<void> {
  const { given, visitor, expect, keepSecret } = world;
  await newcomer(world);
  keepSecret(password, "KADOSEI_SIGNUP_PASSWORD");
  const who = otherwise(given.applicant(), { password });
  expect(await visitor.signUp((await given.invite()).token, who.body)).toBeAccepted();
  expect(await firstLogin(world, who), "the password is good for the sign-up only").toBeAccepted();
}
