/** Sends one request, or does one piece of work. Rejects if it went wrong: a benchmark of failures says nothing. */
export type Work = () => Promise<unknown>;

export interface Pair {
  readonly bare: Work;
  readonly ours: Work;
}

export interface Compared {
  /** Per second, the median of all rounds. */
  readonly bare: number;
  readonly ours: number;
  /** Ours to bare, the median of what each round's two neighbours came to. */
  readonly ratio: number;
}

const rounds = 5;
const roundMs = 500;
const warmUpMs = 700;

/**
 * Measures two things in one run, turn by turn: whatever else keeps the machine busy hits both alike, and the ratio of
 * neighbours holds where neither number does.
 */
export async function sideBySide({ bare, ours }: Pair, concurrency: number): Promise<Compared> {
  await perSecond(bare, concurrency, warmUpMs);
  await perSecond(ours, concurrency, warmUpMs);
  const measured: { bare: number; ours: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    measured.push({
      bare: await perSecond(bare, concurrency, roundMs),
      ours: await perSecond(ours, concurrency, roundMs),
    });
  return {
    bare: median(measured.map((round) => round.bare)),
    ours: median(measured.map((round) => round.ours)),
    ratio: median(measured.map((round) => round.ours / round.bare)),
  };
}

async function perSecond(work: Work, concurrency: number, ms: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - began < ms) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (done * 1000) / (performance.now() - began);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
