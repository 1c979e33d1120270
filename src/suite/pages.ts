import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Query } from "./api.ts";
import { Blocked, NotServed, Violation } from "./violation.ts";

/** Reads one page of a list. */
export type Read = (query?: Query) => Promise<Answer>;

export async function readCorners(read: Read, limits: readonly number[]): Promise<readonly Answer[]> {
  const bySize = limits.map(async (limit) => {
    const first = await read({ page: 1, limit });
    const last = pagesIn(first, limit);
    const others = [...new Set([2, last - 1, last])].filter((page) => page > 1 && page <= last);
    return [first, ...(await Promise.all(others.map((page) => read({ page, limit }))))];
  });
  return (await Promise.all(bySize)).flat();
}

/** Beyond this the list is too long to be read whole. */
const mostPages = 60;

export async function allPages(read: Read, limit: number): Promise<readonly Answer[]> {
  const first = await served(read({ page: 1, limit }));
  const count = Math.min(pagesIn(first, limit), mostPages);
  const others = Array.from({ length: Math.max(0, count - 1) }, (_, i) =>
    served(read({ page: i + 2, limit })),
  );
  return [first, ...(await Promise.all(others))];
}

export async function pagesDuring(
  read: Read,
  limit: number,
  meanwhile: () => Promise<unknown>,
): Promise<readonly Answer[]> {
  const pages: Answer[] = [];
  for (let more = true; more && pages.length < mostPages;) {
    const [page] = await Promise.all([served(read({ page: pages.length + 1, limit })), meanwhile()]);
    pages.push(page);
    more = pages.length < pagesIn(page, limit);
  }
  return pages;
}

/** The largest documented size, or where that is refused the one that comes unasked. */
export async function widest(read: Read): Promise<number> {
  const [wide, unasked] = await Promise.all([read({ page: 1, limit: 100 }), read()]);
  return isSuccess(wide) && numberIn(wide, "/limit") === 100 ? 100 : numberIn(unasked, "/limit") || 10;
}

const looks = 3;

/** All pages of a list that others may write to, once it held still from the first to the last. */
export async function stillPages(read: Read, limit: number): Promise<readonly Answer[]> {
  for (let look = 0; look < looks; look += 1) {
    const pages = await allPages(read, limit);
    const totals = new Set(pages.map((page) => numberIn(page, "/totalItems")));
    if (Math.max(...totals) > mostPages * limit) throw new NotServed("a list short enough to be read whole");
    if (totals.size === 1) return pages;
  }
  throw new NotServed("a list that nobody else writes to: it grew while it was read");
}

async function served(answered: Promise<Answer>): Promise<Answer> {
  const answer = await answered;
  if (isSuccess(answer)) return answer;
  throw new Violation({ where: "status", expected: "a 2xx status", actual: summary(answer), answer });
}

/** Pages that the items take by the list's own count. */
function pagesIn(page: Answer, limit: number): number {
  const total = numberIn(page, "/totalItems");
  if (Number.isNaN(total))
    throw new Blocked(`a page came without its \`totalItems\`: ${summary(page)}`, page);
  return Math.ceil(total / limit);
}

export function itemsIn(page: Answer): readonly unknown[] {
  const items = valueAt(page.json, "/items");
  if (Array.isArray(items)) return items;
  throw new Blocked(`a page came without its \`items\`: ${summary(page)}`, page);
}

export function wholeAt(answer: Answer, pointer: string): number | undefined {
  const value = numberIn(answer, pointer);
  return Number.isNaN(value) ? undefined : value;
}

/** The whole number at a pointer, or NaN. */
export function numberIn(answer: Answer, pointer: string): number {
  const value = valueAt(answer.json, pointer);
  return Number.isSafeInteger(value) ? Number(value) : Number.NaN;
}
