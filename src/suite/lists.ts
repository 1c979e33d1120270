import { type Answer, isSuccess, shown, summary, valueAt } from "./answer.ts";
import type { Query } from "./api.ts";
import type { Facts } from "./facts.ts";
import type { Listing, ListParts } from "./listings.ts";
import { briefly, eventually } from "./patience.ts";
import { premise } from "./premises.ts";
import {
  allPages,
  itemsIn,
  numberIn,
  pagesDuring,
  readCorners,
  stillPages,
  wholeAt,
  widest,
} from "./pages.ts";
import { Blocked, NotServed } from "./violation.ts";

/** All pages of one size, read one after the other. */
export interface Walk {
  readonly limit: number;
  readonly pages: readonly Answer[];
  /** What tells the items apart, in the order they came. */
  readonly ids: readonly string[];
}

/** A list on the target that a check reads and, where it is its own, writes to. */
export interface List {
  /** The items that were put in, as far as they are there still. */
  readonly ids: readonly string[];
  /** The page that came unasked when it was opened. */
  readonly opened: Answer;
  /** How many items it said to hold when it was opened. */
  readonly size: number;
  /** Items a page has unless told, as it said when it was opened. */
  readonly usualLimit: number;
  /** How many it holds by now, if nobody else writes to it. */
  due(): number;
  read(query?: Query): Promise<Answer>;
  /** Reads until the list says to hold what is due, for a reader that lags behind; gives the last answer. */
  settled(): Promise<Answer>;
  /** The first, second, last but one and last page at several sizes, and the page that comes unasked. */
  corners(): Promise<readonly Answer[]>;
  walk(limit: number): Promise<Walk>;
  /** Reads page after page while `meanwhile` goes on beside each. */
  walkDuring(limit: number, meanwhile: () => Promise<unknown>): Promise<Walk>;
  /** Puts items in side by side, so that some are likely to share an instant; gives those that were taken. */
  add(count?: number): Promise<readonly string[]>;
  /** The same, where fewer would not do. */
  addAll(count: number): Promise<readonly string[]>;
  /** Takes every other item away; gives those that went. */
  removeEveryOther(): Promise<readonly string[]>;
  /** All pages at two sizes, as large as it takes, while nobody wrote to the list. */
  walkWidely(): Promise<readonly [Walk, Walk]>;
}

/** What a list is made of, so that other checks can open it again without asking. */
interface Stock {
  readonly applicationId: string;
  readonly ids: readonly string[];
  /** The page that comes unasked. */
  readonly opened: Answer;
}

/** A dozen has many divisors, and at one item a page its page numbers have two digits. */
export const dozen = 12;

/** As many as a page has unless told, and two more, so that the page that comes unasked is not all; 60 at most. */
function enough(opened: Answer): number {
  return Math.max(dozen, Math.min((wholeAt(opened, "/limit") ?? 0) + 2, 60));
}

/** By run, whose facts are one object, and by listing. */
const stocks = new WeakMap<Facts, Map<string, Promise<Stock>>>();

/** A list that holds a dozen items where the target lets it. All checks of a run read the same one. */
export async function openFilledList(listing: Listing, parts: ListParts): Promise<List> {
  const ofRun = stocks.get(parts.facts) ?? new Map<string, Promise<Stock>>();
  stocks.set(parts.facts, ofRun);
  const stock = ofRun.get(listing.name) ?? fill(listing, parts);
  ofRun.set(listing.name, stock);
  try {
    return listOver(listing, parts, await stock);
  } catch (error) {
    if (error instanceof Blocked && error.answer?.status === 0) ofRun.delete(listing.name);
    throw error;
  }
}

/** A list of the check's own with nothing in it yet. */
export async function openFreshList(listing: Listing, parts: ListParts): Promise<List> {
  return listOver(listing, parts, await emptyStock(listing, parts));
}

async function emptyStock(listing: Listing, parts: ListParts): Promise<Stock> {
  const applicationId = listing.isShared ? "" : (await parts.given.application()).id;
  const opened = await listing.read(parts, applicationId, {});
  if (listing.optional === true) requirePages(listing, opened);
  return { applicationId, ids: [], opened };
}

async function fill(listing: Listing, parts: ListParts): Promise<Stock> {
  const stock = await emptyStock(listing, parts);
  if (listing.isShared) return stock;
  const list = listOver(listing, parts, stock);
  await list.add(enough(stock.opened));
  return { ...stock, ids: list.ids, opened: await list.settled() };
}

/** What is not documented may be missing, or be answered in another way than as pages. */
function requirePages(listing: Listing, answer: Answer): void {
  if (!isSuccess(answer)) throw new NotServed(`a list of ${listing.name} (${summary(answer)})`);
  if (!Array.isArray(valueAt(answer.json, "/items")) || Number.isNaN(numberIn(answer, "/totalItems")))
    throw new NotServed(`a list of ${listing.name} that comes in pages`);
}

function listOver(listing: Listing, parts: ListParts, { applicationId, ids, opened }: Stock): List {
  const kept = [...ids];
  const size = wholeAt(opened, "/totalItems") ?? ids.length;
  const read = (query: Query = {}) => listing.read(parts, applicationId, query);
  const due = () => size + kept.length - ids.length;
  let added = ids.length;
  const addOne = async () => {
    const answer = await listing.add(parts, applicationId, added++);
    if (isSuccess(answer)) kept.push(premise(`adding to ${listing.name}`, answer, listing.identity));
    return answer;
  };
  const add = async (count = 1) => {
    const already = kept.length;
    const room = Math.max(0, Math.min(count, listing.most(parts.facts) - added));
    const answers = await Promise.all(Array.from({ length: room }, addOne));
    const refused = answers.find((answer) => !isSuccess(answer));
    // A target may limit how many there are, but not to none.
    if (kept.length === already && refused !== undefined)
      premise(`adding to ${listing.name}`, refused, listing.identity);
    return kept.slice(already);
  };
  return {
    ids: kept,
    opened,
    size,
    usualLimit: wholeAt(opened, "/limit") ?? 10,
    due,
    read,
    settled: () => eventually(read, (answer) => numberIn(answer, "/totalItems") === due(), briefly),
    corners: async () => [opened, ...(await readCorners(read, cornerLimits(listing, size)))],
    walk: async (limit) => walkOf(listing, limit, await allPages(read, limit)),
    walkDuring: async (limit, meanwhile) => walkOf(listing, limit, await pagesDuring(read, limit, meanwhile)),
    add,
    async addAll(count) {
      const taken = await add(count);
      if (taken.length === count) return taken;
      throw new NotServed(`more than ${taken.length} ${listing.name} in one list`);
    },
    async removeEveryOther() {
      const gone = kept.filter((_, i) => i % 2 === 1);
      await Promise.all(gone.map((id) => takeAway(listing, parts, applicationId, id)));
      kept.splice(0, Infinity, ...kept.filter((id) => !gone.includes(id)));
      return gone;
    },
    async walkWidely() {
      const limit = Math.min(await widest(read), Math.ceil(due() / 4));
      const walk = async (each: number) => walkOf(listing, each, await stillPages(read, each));
      return [await walk(limit), await walk(Math.max(1, limit - 3))];
    },
  };
}

async function takeAway(
  { name, remove }: Listing,
  parts: ListParts,
  applicationId: string,
  id: string,
): Promise<void> {
  const answer = await remove?.(parts, applicationId, id);
  if (answer === undefined) throw new NotServed(`taking ${name} off their list`);
  if (!isSuccess(answer)) throw new NotServed(`taking ${name} off their list (${summary(answer)})`);
}

function walkOf({ identity }: Listing, limit: number, pages: readonly Answer[]): Walk {
  return { limit, pages, ids: pages.flatMap((page) => itemsIn(page).map((item) => nameOf(item, identity))) };
}

function nameOf(item: unknown, identity: string): string {
  const name = valueAt(item, identity);
  return typeof name === "string" ? name : shown(name);
}

/** Sizes that leave the last page full, partly filled, and the only one; a shared list is too long for most. */
function cornerLimits({ isShared }: Listing, size: number): readonly number[] {
  return isShared ? [Math.min(3, size) || 1] : [...new Set([1, 5, size || 1, size + 1])];
}
