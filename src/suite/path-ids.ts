import type { Call } from "./call.ts";
import type { Variant } from "./define.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";

interface MalformedId {
  readonly name: string;
  readonly segment: string;
  readonly repeat?: number;
  readonly odd?: boolean;
}

const { ids } = fixture<{ ids: readonly MalformedId[] }>("malformed-ids");

/** Which id of a path: the first one is an application's (or a session's), the second one of what it owns. */
export type Place = 1 | 2;

/** Rows of operations, each for the id at that place of its path. */
export function idsAt<V extends Variant>(place: Place, what: string, rows: readonly V[]) {
  return rows.map((row) => ({ ...row, name: `${row.name}, ${what}`, place }));
}

/** The same call with another id in its path, percent-encoded already. */
export function withId(call: Call, place: Place, segment: string): Call {
  const segments = call.path.split("/");
  return { ...call, path: segments.with(2 * place, segment).join("/") };
}

/** A call that names something else. */
export function naming(name: string, place: Place, id: string, ...status: readonly number[]): Flaw {
  return { name, apply: (call) => withId(call, place, id), ...(status.length === 0 ? {} : { status }) };
}

/** Any refusal will do for what something in front of the API may have answered. */
const clientErrors = Array.from({ length: 100 }, (_, i) => 400 + i);

/** Calls whose id at that place is no UUID. */
export function malformedIds(place: Place): readonly Flaw[] {
  return ids.map(({ name, segment, repeat = 1, odd = false }) => ({
    name,
    apply: (call) => ({ ...withId(call, place, segment.repeat(repeat)), odd }),
    ...(odd ? { status: clientErrors } : {}),
  }));
}
