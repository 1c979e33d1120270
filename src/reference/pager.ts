import type { Call } from "./call.ts";
import type { Use } from "./parts.ts";
import { Refusal } from "./refusal.ts";

export interface PageRequest {
  readonly page: number;
  readonly limit: number;
}

export interface PageFacts extends PageRequest {
  readonly totalItems: number;
  readonly totalPages: number;
  readonly hasPreviousPage: boolean;
  readonly hasNextPage: boolean;
}

export interface Page<Shown> extends PageFacts {
  readonly items: readonly Shown[];
}

/** Cuts a list into pages. */
export interface Pager {
  page<Item, Shown>(call: Call, items: readonly Item[], show: (item: Item) => Shown): Page<Shown>;
  /** `page` and `limit` of the query, or 400. */
  read(call: Call): PageRequest;
  cut<Item>(items: readonly Item[], request: PageRequest, call: Call): readonly Item[];
  describe(totalItems: number, request: PageRequest, call: Call): PageFacts;
}

const readWhole = (query: URLSearchParams, name: string, otherwise: number): number => {
  const [text, ...others] = query.getAll(name);
  if (text === undefined) return otherwise;
  return others.length === 0 && /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
};

const read = (query: URLSearchParams, defaultLimit: number, greatestLimit: number): PageRequest => {
  const page = readWhole(query, "page", 1);
  const limit = readWhole(query, "limit", defaultLimit);
  const problems: string[] = [];
  if (!(page >= 1)) problems.push("page must be a whole number of at least 1");
  if (!(limit >= 1 && limit <= greatestLimit))
    problems.push(`limit must be a whole number from 1 to ${greatestLimit}`);
  if (problems.length > 0) throw new Refusal(400, problems);
  return { page, limit };
};

export const createPager = (use: Use): Pager => ({
  page: (call, items, show) => {
    const { pager } = use();
    const request = pager.read(call);
    const cut = pager.cut(items, request, call).map((item) => show(item));
    return { items: cut, ...pager.describe(items.length, request, call) };
  },
  read: (call) => read(call.query, use().limits.defaultPageLimit, use().limits.greatestPageLimit),
  cut: (items, { page, limit }) => items.slice((page - 1) * limit, page * limit),
  describe: (totalItems, { page, limit }) => {
    const totalPages = Math.ceil(totalItems / limit);
    const hasPreviousPage = page > 1;
    const hasNextPage = page < totalPages;
    return { page, limit, totalItems, totalPages, hasPreviousPage, hasNextPage };
  },
});
