import type { Flaw } from "./expect/refusal.ts";

/** Queries of a list that parsers read in many ways: as lists, as objects, or not at all. */
export const oddQueries: readonly Flaw[] = [
  asked("`page` twice", ["page", "1"], ["page", "2"]),
  asked("`limit` twice", ["limit", "10"], ["limit", "10"]),
  asked("`page[]`", ["page[]", "1"]),
  asked("`page[of]`", ["page[of]", "1"]),
  asked("`page` and `page[]`", ["page", "1"], ["page[]", "2"]),
  asked("`limit[$gt]`", ["limit[$gt]", "0"]),
  asked("`__proto__[limit]`", ["__proto__[limit]", "1"]),
  asked("`constructor`", ["constructor", "1"]),
  asked("`page` of 15 digits", ["page", "9".repeat(15)]),
  asked("`page` beyond 64 bits", ["page", "9223372036854775808"]),
  asked("`page` of 400 digits", ["page", "9".repeat(400)]),
  asked("`limit` that begins with a zero", ["limit", "010"]),
  asked("a NUL in `limit`", ["limit", "1\0"]),
  asked("no name", ["", "1"]),
  written("a name and no value", "?page"),
  written("half an escape", "?page=%"),
  written("an escape that is no UTF-8", "?page=%E0%A4"),
  written("two question marks", "?page=1?limit=1"),
];

function asked(name: string, ...query: readonly (readonly [name: string, value: string])[]): Flaw {
  return { name, apply: (call) => ({ ...call, query }) };
}

/** A query that could not be encoded so. */
function written(name: string, query: string): Flaw {
  return { name, apply: (call) => ({ ...call, path: `${call.path}${query}`, query: [] }) };
}
