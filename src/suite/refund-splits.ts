import { splitsOf } from "../generate/index.ts";
import type { Variant } from "./define.ts";
import { forAll } from "./for-all.ts";
import type { Session } from "./given.ts";
import { centsOf, moneyOf } from "./money.ts";
import type { World } from "./world.ts";

/** Gives paid sessions back in parts, each session in its own way. The last part is all that remains. */
export async function eachSplit(
  world: World,
  judge: (session: Session, amounts: readonly number[]) => Promise<void>,
): Promise<void> {
  const { given } = world;
  await forAll(world, {
    cases: splitsOf(centsOf(given.order().amount.total)),
    // So small that the usual number of cases comes to one of each kind.
    weight: 2.8,
    control: async () => void (await given.paidSession()),
    judge: async (parts) => {
      await judge(await given.paidSession(), parts.map(moneyOf));
      return undefined;
    },
    show: (parts) => parts.map(moneyOf).join(", then "),
  });
}

/** Amounts that lose a cent where they are multiplied by 100 and cut off. */
export const treacherousAmounts: readonly number[] = [0.29, 1.15, 4.35, 8.2, 19.99, 0.57];

/** Shares of a total for a refund in part, in cents. */
export const shares: readonly (Variant & { readonly of: (total: number) => number })[] = [
  { name: "a quarter", of: (total) => Math.round(total / 4) },
  { name: "all but a cent", of: (total) => total - 1 },
  // A provider may have a least amount.
  { name: "one cent", level: "SHOULD", of: () => 1 },
];
