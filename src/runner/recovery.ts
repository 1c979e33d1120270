/** Milliseconds between looks at a target that went away, again and again the last of them. */
const pauses = [250, 500, 1000, 2000, 4000];

export interface RecoveryParts {
  readonly isThere: () => Promise<boolean>;
  readonly pause: (ms: number) => Promise<void>;
  /** How long a target that went away is waited for. */
  readonly patienceMs: number;
}

/** What became of a target whose connections died: it was there all the time, went and came back, or is gone. */
export type Whereabouts = "there" | "back" | "gone";

/** Looks for a target that went away, once for all who miss it at the same time. */
export function createRecovery(parts: RecoveryParts): () => Promise<Whereabouts> {
  let looking: Promise<Whereabouts> | undefined;
  return () =>
    (looking ??= lookFor(parts).finally(() => {
      looking = undefined;
    }));
}

async function lookFor({ isThere, pause, patienceMs }: RecoveryParts): Promise<Whereabouts> {
  if (await isThere()) return "there";
  for (let i = 0, waited = 0; waited < patienceMs; i += 1) {
    const ms = Math.min(pauses[i] ?? 4000, patienceMs - waited);
    await pause(ms);
    if (await isThere()) return "back";
    waited += ms;
  }
  return "gone";
}
