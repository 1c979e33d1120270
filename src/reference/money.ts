/** Decimal major units on the wire, whole minor units inside: sums of minor units cannot drift. */
export interface Money {
  /** Undefined when the amount has more than two decimals or is too large to be exact. */
  toMinor(amount: number): number | undefined;
  toMajor(minor: number): number;
}

export const createMoney = (): Money => ({
  toMinor: (amount) => {
    const minor = Math.round(amount * 100);
    // Division is correctly rounded: only the double nearest to a two-decimal number survives the way back.
    return Number.isSafeInteger(minor) && minor / 100 === amount ? minor : undefined;
  },
  toMajor: (minor) => minor / 100,
});
