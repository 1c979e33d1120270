/** One line of the table: two things measured side by side, and what their ratio should be. */
export interface Row {
  readonly what: string;
  /** `requests/s` and `cases/s` are better the more they are, `s` and `MiB` the fewer. */
  readonly unit: string;
  /** What it is compared with. */
  readonly than: string;
  readonly bare: number;
  readonly ours: number;
  /** How good ours is, at the yardstick's own 1. */
  readonly ratio: number;
  /** The least that the ratio should be; nothing where it is only told. */
  readonly target?: number;
}

/** A sentence stands for what could not be measured here. */
export type Measured = Row | string;

export function isMissed({ ratio, target = 0 }: Row): boolean {
  return !(ratio >= target);
}

const numbers = ["yardstick", "ours", "ratio", "aim"];

export const tableHead = lineOf("", "unit", numbers);

/** A row as a line of the table; a missed aim is said plainly. */
export function tableLine(row: Row): string {
  const { bare, ours, ratio, target } = row;
  const told = [shown(bare), shown(ours), shown(ratio), target === undefined ? "–" : shown(target)];
  return lineOf(`${row.what}, to ${row.than}`, row.unit, told) + (isMissed(row) ? "  MISSED" : "");
}

function lineOf(what: string, unit: string, columns: readonly string[]): string {
  return `${what.padEnd(70)}${unit.padEnd(11)}${columns.map((text) => text.padStart(10)).join("")}`;
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2);
}
