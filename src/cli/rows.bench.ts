/** One line of the table: two things measured side by side, and what their ratio should be. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  /** What it is compared with. */
  readonly than: string;
  readonly bare: number;
  readonly ours: number;
  readonly ratio: number;
  /** The least that the ratio should be. */
  readonly target: number;
}
