import { limitsFrom } from "../generate/index.ts";
import { forAll } from "./for-all.ts";
import type { Listing } from "./listings.ts";
import type { List } from "./lists.ts";
import type { World } from "./world.ts";

/** The widest page that the documentation allows of webhooks; of other lists nothing is known. */
const widestDocumented = 100;

/** Reads a filled list at one page size after the other, and judges each. */
export async function eachLimit(
  world: World,
  listing: Listing,
  judge: (list: List, limit: number) => Promise<void>,
): Promise<void> {
  const list = await world.given.filledList(listing);
  const most = listing.operation === "listWebhooks" ? widestDocumented : list.size + 1;
  await forAll(world, {
    cases: limitsFrom(tellingLimits(list.size, most), most),
    judge: async (limit) => {
      await judge(list, limit);
      return undefined;
    },
    show: (limit) => `limit=${limit}`,
  });
}

/** Page sizes that tell most: all at which the last page is exactly full, and the sizes about them. */
function tellingLimits(size: number, most: number): readonly number[] {
  const divisors = Array.from({ length: size }, (_, i) => i + 1).filter((limit) => size % limit === 0);
  const all = [...divisors, 2, 3, 5, size - 1, size + 1, 1, most];
  return [...new Set(all)].filter((limit) => limit > 0);
}
