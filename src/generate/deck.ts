import { createHash } from "node:crypto";
import fc, { type Arbitrary } from "fast-check";

/** Cases to draw: each comes from a seed and its number alone, so that any can be had without those before it. */
export interface Deck<T> {
  draw(seed: number, index: number): T;
  /** The case at a path as `shrink` gives it. */
  at(seed: number, path: string): T;
  /** Looks for the smallest case like the one of this number that still fails, one after the other. */
  shrink(seed: number, index: number, search: Search<T>): Promise<Shrunk<T>>;
}

export interface Search<T> {
  readonly fails: (value: T) => Promise<boolean>;
  /** How many cases may be tried. */
  readonly most: number;
  /** Time is up: no smaller case is tried from then on. */
  readonly isOver?: () => boolean;
}

export interface Shrunk<T> {
  readonly value: T;
  readonly path: string;
  /** Whether it failed once more, when tried again by itself. */
  readonly failsAgain: boolean;
  readonly tried: number;
  /** Whether smaller cases were left untried. */
  readonly isStopped: boolean;
}

/** Any whole number that fast-check takes for a seed. */
export function seedOf(place: string): number {
  return createHash("sha256").update(place).digest().readInt32BE(0);
}

/**
 * A deck of several kinds of cases, drawn in turn, so that each kind comes up before any does again. Kinds that
 * come first are sure to be drawn even by a short run.
 */
export function deckOf<T>(kinds: readonly Arbitrary<T>[]): Deck<T> {
  const kindOf = (index: number) => {
    const kind = kinds[index % kinds.length];
    if (kind === undefined) throw new RangeError("a deck needs a kind of cases");
    return kind;
  };
  const one = (seed: number, index: number) => ({ seed: seedOf(`${seed}/${index}`), numRuns: 1 });
  const first = (values: readonly T[]): T => {
    if (values.length > 0) return values[0] as T;
    throw new RangeError("no case is at this path");
  };
  return {
    draw: (seed, index) => first(fc.sample(kindOf(index), one(seed, index))),
    at(seed, path) {
      const [index = "", ...steps] = path.split(":");
      const options = { ...one(seed, Number(index)), path: ["0", ...steps].join(":") };
      return first(fc.sample(kindOf(Number(index)), options));
    },
    async shrink(seed, index, search) {
      const trial = createTrial(search);
      const property = fc.asyncProperty(kindOf(index), trial.holds);
      const { counterexample, counterexamplePath } = await fc.check(property, one(seed, index));
      trial.rethrow();
      if (counterexample === null)
        return { value: this.draw(seed, index), path: String(index), failsAgain: false, ...trial.extent() };
      const [, ...steps] = (counterexamplePath ?? "0").split(":");
      return {
        value: counterexample[0],
        path: [index, ...steps].join(":"),
        failsAgain: true,
        ...trial.extent(),
      };
    },
  };
}

/** Counts what is tried. What the trial of a case throws ends the search instead of passing for a failure. */
function createTrial<T>({ fails, most, isOver = () => false }: Search<T>) {
  let tried = 0;
  let isStopped = false;
  let thrown: { readonly error: unknown } | undefined;
  return {
    async holds(value: T): Promise<boolean> {
      if (thrown !== undefined) return true;
      isStopped ||= tried >= most || (tried > 0 && isOver());
      if (isStopped) return true;
      tried += 1;
      try {
        return !(await fails(value));
      } catch (error) {
        thrown = { error };
        return true;
      }
    },
    extent: () => ({ tried, isStopped }),
    rethrow(): void {
      if (thrown !== undefined) throw thrown.error;
    },
  };
}
