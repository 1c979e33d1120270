import { type Answer, isSuccess, valueAt } from "./answer.ts";
import { memberFlaw } from "./body-flaws.ts";
import type { Call } from "./call.ts";
import type { Variant } from "./define.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import { centsOf, moneyOf } from "./money.ts";

interface Named {
  readonly name: string;
  readonly value: unknown;
}

type Table = Readonly<Record<"amounts" | "lineItems", readonly Named[]>>;

const table = fixture<Table>("refunds");

/** Amounts that are none: not above zero, not exact to the cent, or no number. */
export const badAmounts: readonly Flaw[] = table.amounts.map(({ name, value }) =>
  memberFlaw("/amount", name, value),
);

/** Line items, which are kept and never looked into. */
export const oddLineItems: readonly (Variant & { readonly value: unknown })[] = table.lineItems;

/** More than a lawful call asks for, which is all that remains. */
export function excesses({ json }: Call): readonly Flaw[] {
  const rest = centsOf(valueAt(json, "/amount"));
  const cents = {
    "a cent too much": rest + 1,
    "half as much again": Math.round(rest * 1.5),
    "a million": 1e8,
  };
  return Object.entries(cents).map(([name, amount]) => memberFlaw("/amount", name, moneyOf(amount)));
}

export function isRefundAnswer(answer: Answer): boolean {
  return answer.operation === "createRefund" && isSuccess(answer);
}

export function amountIn(answer: Answer): unknown {
  return valueAt(answer.json, "/amount");
}

/** Refunds that together come to more than is left, with what is refunded before them. */
export const overspending: readonly (Variant & {
  readonly before: readonly number[];
  readonly body: (total: number) => Readonly<Record<string, number>>;
})[] = [
  { name: "a seventh each", before: [], body: (total) => ({ amount: Math.floor(total * 15) / 100 }) },
  { name: "all that remains each", before: [], body: () => ({}) },
  {
    name: "a third each, after a part",
    before: [25.5],
    body: (total) => ({ amount: Math.floor(total * 30) / 100 }),
  },
];
