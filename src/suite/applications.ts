import type { OperationName } from "../model/index.ts";
import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Management } from "./api.ts";
import { filledTo } from "./body-flaws.ts";
import type { Variant } from "./define.ts";
import { fixture } from "./fixtures.ts";
import { sharedLists } from "./listings.ts";
import { itemsIn } from "./pages.ts";
import { premise } from "./premises.ts";
import { Blocked, NotServed } from "./violation.ts";
import type { World } from "./world.ts";

interface Text extends Variant {
  readonly text: string;
}

const texts = fixture<Readonly<Record<"exact" | "characters", readonly Text[]>>>("texts");

export const exactTexts = texts.exact;
export const characters = texts.characters;

interface Likeness extends Variant {
  /** Both begin with a name that nothing else has. */
  readonly taken: (name: string) => string;
  readonly asked: (name: string) => string;
}

/** Names that have a beginning in common with one that exists. */
export const likeNames: readonly Likeness[] = [
  { name: "its beginning", taken: (name) => `${name}-a`, asked: (name) => name },
  { name: "it and more", taken: (name) => name, asked: (name) => `${name}-a` },
  {
    name: "all but the last of 100 characters",
    taken: (name) => filledTo(name, "a", 100),
    asked: (name) => `${filledTo(name, "a", 99)}b`,
  },
];

/** Names that match one that exists where somebody reads them as a pattern. */
export const patternNames: readonly Likeness[] = [
  { name: "`_` where it has another character", taken: (name) => `${name}-a`, asked: (name) => `${name}_a` },
  { name: "`%` where it has several characters", taken: (name) => `${name}-a`, asked: (name) => `${name}%` },
  { name: "`.` where it has another character", taken: (name) => `${name}-a`, asked: (name) => `${name}.a` },
];

/** Asks for a name beside another one, and judges that it is not taken for the same. */
export async function expectToldApart(
  { given, management, expect }: World,
  likeness: Likeness,
): Promise<void> {
  const name = given.name();
  await given.application(likeness.taken(name));

  const second = await management.createApplication({ name: likeness.asked(name) });

  expect.value(second.status, "status", second).toDifferFrom(409);
}

/** Operations on an application that their paths name. */
export const applicationOperations: readonly (Variant & { readonly operation: OperationName })[] = [
  { name: "setApplicationStatus", operation: "setApplicationStatus" },
  { name: "createApiKey", operation: "createApiKey" },
  { name: "readApplication", operation: "readApplication", optional: true },
];

export function isApplication(answer: Answer): boolean {
  const { operation } = answer;
  return isSuccess(answer) && (operation === "createApplication" || operation === "setApplicationStatus");
}

/** Management of the second merchant, who has nothing to do with the first. */
export async function otherMerchant({ facts, visitor, management }: World): Promise<Management> {
  if (facts.secondMerchant === undefined) throw new Blocked("no second merchant is configured");
  const { email, password } = facts.secondMerchant;
  const answer = await visitor.login({ email, password });
  return management.as(premise("login of the second merchant", answer, "/accessToken"));
}

/** Switches an application on or off; blocks the check where that is not accepted. */
export async function switched(management: Management, id: string, isEnabled: boolean): Promise<void> {
  premise("switching an application", await management.setApplicationStatus(id, { isEnabled }), "/id");
}

/** Ids of the merchant's applications of this name, where the target lists them. */
export async function idsOfName({ given }: World, name: string): Promise<readonly unknown[]> {
  const lists = await Promise.all(sharedLists.map(given.freshList));
  const walks = await Promise.all(lists.map((list) => list.walkWidely()));
  const items = walks.flatMap(([walk]) => walk.pages.flatMap(itemsIn));
  const named = items.filter((item) => valueAt(item, "/name") === name);
  return [...new Set(named.map((item) => valueAt(item, "/id")))];
}

/** An answer of an operation that a lawful target may lack. */
export function whereServed(answer: Answer, what: string): Answer {
  if (isSuccess(answer)) return answer;
  throw new NotServed(`${what} (${summary(answer)})`);
}

/** What came of a request, in a few words. */
export function outcome(answer: Answer): string {
  return isSuccess(answer) ? "accepted" : `refused with ${answer.status}`;
}
