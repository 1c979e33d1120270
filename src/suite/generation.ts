import { seedOf } from "../generate/index.ts";
import type { GeneratedCase } from "../model/index.ts";

/** What the run settles for the generated cases of one check. */
export interface Generation {
  readonly seed: number;
  /** How many cases a property of single requests draws. */
  readonly cases: number;
  /** Number of the first case: a soak goes on where it was. */
  readonly from: number;
  /** Cases judged at the same time. */
  readonly width: number;
  /** Judge nothing but these cases, which failed before. */
  readonly again?: readonly KnownCase[];
  /** How often each cause that was found before is met again: it is neither shrunk nor told a second time. */
  readonly known: Map<string, number>;
  /** An input as reports show it. */
  readonly told: (input: string) => string;
  /** Whether failures are looked for in their smallest form; not where a check only sees whether it fails again. */
  readonly shrinks: boolean;
  readonly shrinking: Shrinking;
  /** The run was interrupted. */
  readonly isOver: () => boolean;
  /** Nothing more is to be drawn; what was found is still shrunk. */
  readonly isEnough: () => boolean;
  /** Told for each case that was judged. */
  readonly ran: () => void;
  /** Told how many cases were drawn and judged, and the number of the next. */
  readonly drew: (judged: number, next: number) => void;
}

/** A case of an earlier search; with its input it must still be that one. */
export type KnownCase = Pick<GeneratedCase, "seed" | "path"> & Partial<Pick<GeneratedCase, "input">>;

/** How long failures are shrunk. */
export interface Shrinking {
  /** Begins with one of so many failures that wait for it: it gets its share of the time that is left. */
  begin(waiting: number): { readonly isOver: () => boolean; readonly end: () => void };
}

/** The seed of the cases that one place of the run draws: requirement and variant. */
export function caseSeed(seed: number, place: string): number {
  return seedOf(`${seed}/${place}`);
}
