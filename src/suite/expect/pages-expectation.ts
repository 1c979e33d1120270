import { type Answer, isSuccess, shown, summary, valueAt } from "../answer.ts";
import type { Walk } from "../lists.ts";
import { itemsIn, numberIn } from "../pages.ts";
import { Blocked, type Evidence, Violation } from "../violation.ts";

/** Something about a page that is not as it should be. */
type Finding = readonly [where: string, expected: string, actual: unknown];

interface Page {
  readonly answer: Answer;
  /** The parameters as they were sent. */
  readonly asked: { readonly page: number | undefined; readonly limit: number | undefined };
  readonly name: string;
}

/** Judges pages of lists, each by what it shows by itself. */
export class PagesExpectation {
  readonly #pages: readonly Page[];

  constructor(answers: readonly Answer[]) {
    this.#pages = answers.map(pageOf);
  }

  toHaveEnvelope(): this {
    return this.#all(({ answer }) => [
      ...wrong(answer, "/items", "an array", Array.isArray),
      ...["/page", "/limit", "/totalItems", "/totalPages"].flatMap((pointer) =>
        wrong(answer, pointer, "a whole number from 0 up", isCount),
      ),
      ...["/hasPreviousPage", "/hasNextPage"].flatMap((pointer) =>
        wrong(answer, pointer, "true or false", (value) => typeof value === "boolean"),
      ),
    ]);
  }

  toEchoQuery(): this {
    return this.#all(({ answer, asked: { page, limit } }) => [
      ...(page === undefined ? [] : wrong(answer, "/page", String(page), (value) => value === page)),
      ...(limit === undefined ? [] : wrong(answer, "/limit", String(limit), (value) => value === limit)),
    ]);
  }

  toRespectLimit(): this {
    return this.#all((page) => {
      const most = limitOf(page);
      const count = itemsIn(page.answer).length;
      return count <= most ? [] : [["/items", `at most ${most} items`, `${count} items`]];
    });
  }

  /** Every page but the last holds as many items as were asked for, and the last the rest. */
  toBeFull(): this {
    return this.#all((page) => {
      const [limit, total] = [limitOf(page), totalOf(page)];
      const due = Math.min(limit, Math.max(0, total - ((page.asked.page ?? 1) - 1) * limit));
      const count = itemsIn(page.answer).length;
      return count === due ? [] : [["/items", `${due} of ${total} items`, `${count} items`]];
    });
  }

  toCountPages(): this {
    return this.#all((page) => {
      const [limit, total] = [limitOf(page), totalOf(page)];
      const right = total === 0 ? [0, 1] : [Math.ceil(total / limit)];
      const expected = `${right.join(" or ")} for ${total} items of ${limit} a page`;
      return wrong(page.answer, "/totalPages", expected, (value) => right.includes(Number(value)));
    });
  }

  toFlagNeighbours(): this {
    return this.#all((page) => {
      const number = page.asked.page ?? 1;
      const last = Math.max(1, Math.ceil(totalOf(page) / limitOf(page)));
      const flag = (pointer: string, right: boolean) =>
        wrong(page.answer, pointer, `${right} on page ${number} of ${last}`, (value) => value === right);
      return [...flag("/hasPreviousPage", number > 1), ...flag("/hasNextPage", number < last)];
    });
  }

  /** A page behind the last: nothing on it, and nothing to come. */
  toBeBeyondTheEnd(): this {
    return this.#all(({ answer }) => [
      ...wrong(answer, "/items", "an empty array", (value) => Array.isArray(value) && value.length === 0),
      ...wrong(answer, "/hasNextPage", "false", (value) => value === false),
      ...wrong(answer, "/hasPreviousPage", "true", (value) => value === true),
    ]);
  }

  #all(find: (page: Page) => readonly Finding[]): this {
    const evidence = this.#pages.flatMap((page) =>
      (isSuccess(page.answer) ? find(page) : [notServed(page)]).map(
        ([where, expected, actual]): Evidence => ({
          where: `${where} of ${page.name}`,
          expected,
          actual: actual === undefined ? "nothing" : shown(actual),
          answer: page.answer,
        }),
      ),
    );
    if (evidence.length > 0) throw new Violation(evidence);
    return this;
  }
}

/** Judges the pages of one list together. */
export class WalksExpectation {
  readonly #walks: readonly Walk[];

  constructor(walks: readonly Walk[]) {
    this.#walks = walks;
  }

  /** No item comes twice, none of these is missing, and there are as many as the list says. */
  toHoldEachOnce(ids: readonly string[]): this {
    return this.#all((walk) => [
      ...[...new Set([...ids, ...walk.ids])].flatMap((id) => oncePerWalk(walk, id)),
      ...whole(walk),
    ]);
  }

  toHold(ids: readonly string[]): this {
    return this.#all((walk) =>
      ids
        .filter((id) => !walk.ids.includes(id))
        .map((id) => [`item ${id} on the pages of limit ${walk.limit}`, "to be there", "nowhere"] as const),
    );
  }

  toHoldNone(ids: readonly string[]): this {
    return this.#all((walk) =>
      ids
        .filter((id) => walk.ids.includes(id))
        .map(
          (id) => [`item ${id} on the pages of limit ${walk.limit}`, "to be gone", "still there"] as const,
        ),
    );
  }

  /** All walks meet the same items in the same order, as far as they go. */
  toAgree(): this {
    const [first] = this.#walks;
    return this.#all((walk) => {
      const common = Math.min(walk.ids.length, first?.ids.length ?? 0);
      const at = walk.ids.slice(0, common).findIndex((id, i) => id !== first?.ids[i]);
      if (first === undefined || at < 0) return [];
      const where = `item ${at + 1} of the list, read with limit ${walk.limit}`;
      return [[where, `${first.ids[at]}, as with limit ${first.limit}`, walk.ids[at]]];
    });
  }

  #all(find: (walk: Walk) => readonly Finding[]): this {
    const evidence = this.#walks.flatMap((walk) =>
      find(walk).map(([where, expected, actual]): Evidence => ({
        where,
        expected,
        actual: shown(actual),
        answer: walk.pages.at(-1),
      })),
    );
    if (evidence.length > 0) throw new Violation(evidence);
    return this;
  }
}

function pageOf(answer: Answer): Page {
  const query = new URL(answer.exchange.request.url).searchParams;
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  const asked = { page: number("page"), limit: number("limit") };
  const parts = [
    asked.page === undefined ? "the page that comes unasked" : `page ${asked.page}`,
    asked.limit === undefined ? "" : ` of limit ${asked.limit}`,
  ];
  return { answer, asked, name: parts.join("") };
}

function notServed({ answer }: Page): Finding {
  return ["status", "a 2xx status", summary(answer)];
}

function wrong(
  answer: Answer,
  pointer: string,
  expected: string,
  holds: (value: unknown) => boolean,
): readonly Finding[] {
  const value = valueAt(answer.json, pointer);
  return holds(value) ? [] : [[pointer, expected, value]];
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function limitOf({ answer, asked }: Page): number {
  return asked.limit ?? needed(answer, "/limit");
}

function totalOf({ answer }: Page): number {
  return needed(answer, "/totalItems");
}

/** Another requirement judges whether it is there. */
function needed(answer: Answer, pointer: string): number {
  const value = numberIn(answer, pointer);
  if (!Number.isNaN(value)) return value;
  throw new Blocked(`a page came without its \`${pointer.slice(1)}\`: ${summary(answer)}`, answer);
}

function oncePerWalk({ ids, limit }: Walk, id: string): readonly Finding[] {
  const times = ids.filter((one) => one === id).length;
  if (times === 1) return [];
  const found = times === 0 ? "nowhere" : `${times} times`;
  return [[`items on the pages of limit ${limit}`, "each exactly once", `item ${id} ${found}`]];
}

function whole({ ids, pages, limit }: Walk): readonly Finding[] {
  const totals = [...new Set(pages.map((page) => numberIn(page, "/totalItems")))];
  if (totals.length === 1 && totals[0] === ids.length) return [];
  return [
    [`items on all pages of limit ${limit} together`, `${totals.join(" or ")}, as the pages say`, ids.length],
  ];
}
