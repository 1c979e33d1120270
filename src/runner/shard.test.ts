import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suites } from "../../suites/index.ts";
import { type Part, shardOf } from "./shard.ts";

const all = suites.flatMap(({ requirements }) => requirements);
const watching = all.filter(({ observe }) => observe !== undefined).map(({ id }) => id);
const durations = fc
  .array(fc.nat(60_000), { maxLength: all.length })
  .map((lengths) => new Map(lengths.map((length, i) => [all[i]?.id ?? "", length])));

function partsOf(of: number, known: Part["durations"]): readonly (readonly string[])[] {
  return Array.from({ length: of }, (_, i) => {
    const part = { index: i + 1, of, ...(known === undefined ? {} : { durations: known }) };
    return shardOf(all, part).map(({ id }) => id);
  });
}

describe("the parts of a run", () => {
  test("hold every requirement once, and those that watch it every time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.option(durations, { nil: undefined }), (of, known) => {
        const parts = partsOf(of, known);
        const own = parts.flatMap((ids) => ids.filter((id) => !watching.includes(id)));
        expect(own.toSorted()).toEqual(
          all
            .map(({ id }) => id)
            .filter((id) => !watching.includes(id))
            .toSorted(),
        );
        for (const ids of parts) expect(ids).toEqual(expect.arrayContaining(watching));
      }),
      { numRuns: 50 },
    );
  });

  test("are equally long as far as the longest requirement allows", () => {
    const known = new Map(all.map(({ id }, i) => [id, (i % 17) * 100]));
    const lengths = partsOf(4, known).map((ids) =>
      ids.filter((id) => !watching.includes(id)).reduce((sum, id) => sum + (known.get(id) ?? 0), 0),
    );
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1600);
  });
});
