/** An amount of the API in whole cents, so that sums can't drift; NaN for what is no amount. */
export function centsOf(amount: unknown): number {
  return typeof amount === "number" ? Math.round(amount * 100) : Number.NaN;
}

/** Cents as the API writes them. */
export function moneyOf(cents: number): number {
  return cents / 100;
}
