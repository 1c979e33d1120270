import type { Judgeable, Observation } from "../suite/index.ts";
import { type Answer, type Expect, Violation } from "../suite/index.ts";

/** What an observer saw in the run. */
export interface Observed {
  readonly met: number;
  /** How many of each kind, for observers that tell kinds apart. */
  readonly kinds?: ReadonlyMap<string, number>;
  readonly violations: readonly ObservedViolation[];
}

export interface ObservedViolation {
  readonly violation: Violation;
  /** The requirement whose exchange showed it. */
  readonly during: string;
  /** How many further exchanges showed the same. */
  readonly alike: number;
}

/** Shows every exchange of the run to the requirements that hold for all of them. */
export interface Observers {
  notice(answer: Answer, place: string): void;
  observed(id: string): Observed;
  /** How many violations they hold on to. */
  held(): number;
}

interface Watch {
  met: number;
  readonly kinds: Map<string, number>;
  readonly found: Map<string, { violation: Violation; during: string; alike: number }>;
}

export function createObservers(requirements: readonly Judgeable[], expect: Expect): Observers {
  const watches = new Map(
    requirements.map(({ id }) => [
      id,
      { met: 0, kinds: new Map(), found: new Map() } satisfies Watch as Watch,
    ]),
  );
  const watching = requirements.flatMap(({ id, observe }) => {
    const watch = watches.get(id);
    if (observe === undefined || watch === undefined) return [];
    return [{ observe: typeof observe === "function" ? observe() : observe, watch }];
  });
  return {
    notice(answer, place) {
      for (const { observe, watch } of watching) look(observe, watch, expect, answer, place);
    },
    held: () => [...watches.values()].reduce((sum, { found }) => sum + found.size, 0),
    observed(id) {
      const watch = watches.get(id);
      const violations = [...(watch?.found.values() ?? [])];
      return { met: watch?.met ?? 0, kinds: watch?.kinds ?? new Map<string, number>(), violations };
    },
  };
}

function look(observe: Observation, watch: Watch, expect: Expect, answer: Answer, during: string): void {
  if (!observe.when(answer)) return;
  watch.met += 1;
  const kind = observe.kind?.(answer);
  if (kind !== undefined) watch.kinds.set(kind, (watch.kinds.get(kind) ?? 0) + 1);
  try {
    observe.check({ expect }, answer);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const cause = [
      answer.operation,
      answer.status,
      ...error.evidence.map(({ where, expected }) => where + expected),
    ];
    const found = watch.found.get(cause.join(" "));
    if (found === undefined) watch.found.set(cause.join(" "), { violation: error, during, alike: 0 });
    else found.alike += 1;
  }
}
