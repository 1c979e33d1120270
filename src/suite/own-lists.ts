import { isDeepStrictEqual } from "node:util";
import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Management } from "./api.ts";
import type { Variant } from "./define.ts";
import { ownLists } from "./listings.ts";
import { isObject } from "./order.ts";
import { premise } from "./premises.ts";
import { NotServed } from "./violation.ts";
import type { World } from "./world.ts";

/** A list that somebody reads before and after somebody else got something of the same kind. */
export interface OwnList extends Variant {
  readonly watch: (world: World) => Promise<Watched>;
}

export interface Watched {
  /** As it was before and after, as far as a stranger's things could show in it. */
  readonly before: unknown;
  readonly after: unknown;
  readonly answer: Answer;
}

/** Two applications of the merchant; the second one gets an item, and the first one's list stays as it was. */
const betweenApplications: readonly OwnList[] = ownLists.map((listing) => {
  const { name, identity, capability = "core", optional = false } = listing;
  const watch = async ({ given }: World): Promise<Watched> => {
    const [ours, theirs] = [await given.freshList(listing), await given.freshList(listing)];
    await ours.add();
    const before = await ours.settled();
    await theirs.add();
    const after = await ours.read();
    return { before: heldBy(before, identity), after: heldBy(after, identity), answer: after };
  };
  return { name, capability, optional, watch };
});

/** What tells the items apart, and how many the list says there are. */
function heldBy({ json }: Answer, identity: string): unknown {
  const items = valueAt(json, "/items");
  const ids = Array.isArray(items) ? items.map((item) => valueAt(item, identity)) : items;
  return { items: ids, totalItems: valueAt(json, "/totalItems") };
}

/** The other merchant's applications, after this one made another. */
async function watchApplications({ given, management }: World): Promise<Watched> {
  const { token, applicationId } = await given.secondMerchant();
  const theirs = management.as(token);
  const own = await given.application();
  const pages = await pagesOf(theirs);
  const ids = pages.flatMap(itemsOf).map((item) => valueAt(item, "/id"));
  const found = { theirs: ids.includes(applicationId), ours: ids.includes(own.id) };
  return {
    before: { theirs: true, ours: false },
    after: found,
    answer: pages.at(-1) ?? (await theirs.listApplications()),
  };
}

/** The ids in everything that a merchant is told to own. */
export async function applicationsOf(management: Management): Promise<readonly unknown[]> {
  return (await pagesOf(management)).flatMap(itemsOf).map((item) => valueAt(item, "/id"));
}

/** More pages than a merchant who exists for tests will fill. */
const mostPages = 100;

async function pagesOf(management: Management): Promise<readonly Answer[]> {
  const wide = await management.listApplications({ page: 1, limit: 100 });
  const size = isSuccess(wide) ? { limit: 100 } : {};
  const pages: Answer[] = [];
  for (let more = true; more && pages.length < mostPages;) {
    const page = await management.listApplications({ page: pages.length + 1, ...size });
    if (!isSuccess(page)) throw new NotServed(`a list of applications (${summary(page)})`);
    pages.push(page);
    more = valueAt(page.json, "/hasNextPage") === true;
  }
  if (pages.length === mostPages) throw new NotServed("a list of applications short enough to be read whole");
  return pages;
}

function itemsOf(page: Answer): readonly unknown[] {
  const items = valueAt(page.json, "/items");
  if (Array.isArray(items)) return items;
  throw new NotServed("a list of applications that comes in pages");
}

/**
 * Two sessions of one application, for one order; the second one is paid and refunded. The first stays unpaid, because
 * a target may refuse an order that was paid already.
 */
async function watchRefunds({ given, payments }: World): Promise<Watched> {
  const order = given.order();
  const [ours, theirs] = [await given.session({ order }), await given.paidSession({ order })];
  const before = valueAt((await payments.readSession(ours.id)).json, "/refunds");
  await given.refund(theirs.id, { amount: 1 });
  const answer = await payments.readSession(ours.id);
  return { before, after: valueAt(answer.json, "/refunds"), answer };
}

/** What an application can be paid by, before and after a sibling linked a provider that takes more. */
export async function watchPaymentMethods({ given, payments, management, facts }: World): Promise<Watched> {
  const [few, many] = [facts.providers[0], facts.providers.at(-1) ?? facts.providers[0]];
  const extra = many.paymentMethods.find((method) => !few.paymentMethods.includes(method));
  if (extra === undefined) throw new NotServed("two providers of which the last takes a method more");
  const [ours, theirs] = [await given.application(), await given.application()];
  premise("linking a provider", await management.linkProvider(ours.id, few), "/provider");
  const { fullKey } = await given.apiKey(ours.id);
  const read = () => payments.as(fullKey).listPaymentMethods();
  const before = await read();
  if (!isSuccess(before)) throw new NotServed(`a list of payment methods (${summary(before)})`);
  const lasting = lastingPart(before.json, (await read()).json);
  premise("linking a provider", await management.linkProvider(theirs.id, many), "/provider");
  const answer = await read();
  return { before: lasting(before.json), after: lasting(answer.json), answer };
}

/** Leaves out the members by which two readings of one thing differ, such as a request id. */
function lastingPart(first: unknown, again: unknown): (json: unknown) => unknown {
  if (!isObject(first) || !isObject(again)) return (json) => json;
  const fleeting = Object.keys(first).filter((name) => !isDeepStrictEqual(first[name], again[name]));
  return (json) =>
    isObject(json)
      ? Object.fromEntries(Object.entries(json).filter(([name]) => !fleeting.includes(name)))
      : json;
}

/** Every list that could show what belongs to somebody else. */
export const listsOfOwners: readonly OwnList[] = [
  ...betweenApplications,
  { name: "applications", optional: true, needs: ["secondMerchant"], watch: watchApplications },
  { name: "refunds of a session", capability: "refunds", needs: ["checkout"], watch: watchRefunds },
];
