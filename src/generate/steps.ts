import fc, { Arbitrary, type Random, type Stream, Value } from "fast-check";

/** A generated sequence over some commands. */
export interface Sequence {
  /** Those it may use, by name, the simpler ones first. */
  readonly commands: readonly string[];
  readonly steps: readonly Step[];
}

/** One step of it: which command, on which of the things there are, and how much of it. */
export interface Step {
  /** Place of the command; where that can't be carried out, the next that can takes its turn. */
  readonly command: number;
  readonly which: number;
  readonly size: number;
}

/** Sequences that are drawn with this many steps, and shrink down to a single one. */
export function sequencesOf(commands: readonly string[], length: number): Arbitrary<Sequence> {
  const step = fc.record({ command: fc.nat(commands.length - 1), which: fc.nat(7), size: fc.nat(99) });
  return longArrays(step, length).map((steps) => ({ commands, steps }));
}

/** Arrays that begin long: the usual ones would be short as often as not, and a short sequence shows little. */
export function longArrays<T>(item: Arbitrary<T>, length: number): Arbitrary<T[]> {
  const drawn = fc.noBias(fc.array(item, { minLength: length, maxLength: length, size: "max" }));
  return new Shrinking(drawn, fc.array(item, { minLength: 1, maxLength: length, size: "max" }));
}

/** Draws as one arbitrary does, and shrinks what was drawn as the other one, which is the wider. */
export class Shrinking<T> extends Arbitrary<T> {
  private readonly drawn: Arbitrary<T>;
  private readonly shrunk: Arbitrary<T>;

  constructor(drawn: Arbitrary<T>, shrunk: Arbitrary<T>) {
    super();
    this.drawn = drawn;
    this.shrunk = shrunk;
  }

  override generate(random: Random, bias: number | undefined): Value<T> {
    return new Value(this.drawn.generate(random, bias).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.shrunk.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): Stream<Value<T>> {
    return this.shrunk.shrink(value, context);
  }
}
