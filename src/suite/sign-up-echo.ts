import { createHash } from "node:crypto";
import { type Answer, isSuccess, shown, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { memberFlaw } from "./body-flaws.ts";
import { withQuery } from "./call.ts";
import type { Applicant } from "./applicant.ts";
import { newcomer } from "./sign-up.ts";
import { type Evidence, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** Judges that the answer repeats what was sent, at the same places; it may add to it. */
export function repeats({ answer, body }: { answer: Answer; body: Applicant["body"] }): void {
  const { password: _, ...admin } = body.admin;
  const evidence = leavesOf({ organization: body.organization, admin }).flatMap(
    ({ pointer, value }): Evidence[] => {
      const actual = valueAt(answer.json, pointer);
      return actual === value
        ? []
        : [{ where: pointer, expected: shown(value), actual: shown(actual ?? "nothing"), answer }];
    },
  );
  if (evidence.length > 0) throw new Violation(evidence);
}

function leavesOf(value: unknown, pointer = ""): readonly { pointer: string; value: unknown }[] {
  if (typeof value !== "object" || value === null) return [{ pointer, value }];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, `${pointer}/${name}`));
}

/** The ways in which a password may be written down for anybody to read back. */
export function spellingsOf(password: string): readonly string[] {
  const bytes = Buffer.from(password);
  return [
    password,
    encodeURIComponent(password),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    [...password].toReversed().join(""),
  ];
}

/** Forms in which servers keep passwords, and digests that need no guessing at a salt. */
const kept = /\$(2[abxy]?|argon2(id|i|d)|scrypt|pbkdf2[\w-]*|5|6|y|7)\$|\bpbkdf2_sha\d+\$|\{SSHA\d*\}/;

/** What an answer holds that a password can be checked against, without anybody being asked. */
export function hashesIn({ text }: Answer, password: string): readonly string[] {
  const digests = ["md5", "sha1", "sha256", "sha512"].flatMap((algorithm) => {
    const digest = createHash(algorithm).update(password).digest();
    const found = [digest.toString("hex"), digest.toString("base64"), digest.toString("base64url")];
    return found.some((form) => text.toLowerCase().includes(form.toLowerCase())) ? [algorithm] : [];
  });
  const named = [
    ...text.matchAll(/"(\w*(?:password_?hash|hashed_?password|password_?digest|password_?salt)\w*)"/gi),
  ];
  return [
    ...digests,
    ...(kept.test(text) ? ["a password hash"] : []),
    ...named.map(([, name]) => `\`${name}\``),
  ];
}

export interface Told extends Variant {
  /** Signs up, or tries to; gives the password that was sent and what came back. */
  readonly ask: (world: World) => Promise<{ answer: Answer; password: string }>;
}

/** Refusals, in which the password has no more business than elsewhere. */
export const refusalsOfPasswords: readonly Told[] = [
  { name: "refused as a duplicate", ask: askTwice },
  { name: "refused for its form", ask: askForTooLong },
];

async function askTwice(world: World) {
  const known = await newcomer(world);
  const { token } = await world.given.invite();
  return { password: known.password, answer: await world.visitor.signUp(token, known.body) };
}

async function askForTooLong(world: World) {
  const { body } = world.given.applicant();
  const { password } = world.given.applicant(40);
  const { token } = await world.given.invite();
  const call = withQuery(await world.call("signUp", { json: body }), "token", token);
  const answer = await world.send(memberFlaw("/admin/password", "too long", password).apply(call));
  return { password, answer };
}

/** A duplicate is refused, and whoever was there before keeps what it had. */
export async function refuseDuplicate(world: World): Promise<void> {
  const known = await newcomer(world);
  const { token } = await world.given.invite();
  const intruder = world.given.applicant().password;
  const body = { ...known.body, admin: { ...known.body.admin, password: intruder } };

  const answer = await world.visitor.signUp(token, body);
  const [own, foreign] = [
    await world.visitor.login({ email: known.email, password: known.password }),
    await world.visitor.login({ email: known.email, password: intruder }),
  ];

  world.expect(answer).toBeRefusedWith(409);
  world.expect(own, "a refused duplicate must not touch the merchant that is there").toBeAccepted();
  world.expect
    .value(isSuccess(foreign), "a login with the duplicate's password is accepted", foreign)
    .toEqual(false);
}
