import { cut, type Redaction } from "../http/index.ts";
import type { GeneratedCases } from "../model/index.ts";
import { caseSeed, type Generation } from "../suite/index.ts";
import type { Draw, Watch } from "./judge.ts";
import type { RunOptions } from "./run.ts";
import { createShrinking } from "./shrinking.ts";

/** Settles for each check which cases it generates. */
export interface Generations {
  at(place: string, watch: Watch, draw: Draw): Generation;
  /** How many cases were judged so far, those that shrinking tried left out. */
  judged(): GeneratedCases;
}

/** How long one requirement shrinks its failures, all of its variants together. */
const shrinkingMs = 10_000;

export function createGenerations(
  { settings, signal, again: replayed }: Pick<RunOptions, "settings" | "signal" | "again">,
  redaction: Pick<Redaction, "mask">,
  now: () => number = () => performance.now(),
): Generations {
  const { limits, seed } = settings;
  let total = 0;
  let began = Infinity;
  let last = 0;
  const times = new Map<string, Generation["shrinking"]>();
  const shrinkingOf = (id: string) => {
    const shrinking = times.get(id) ?? createShrinking(limits.shrinkingMs ?? shrinkingMs);
    times.set(id, shrinking);
    return shrinking;
  };
  return {
    judged() {
      const seconds = Math.max(last - began, 1) / 1000;
      return { total, perSecond: Math.round((total / seconds) * 10) / 10 };
    },
    at(place, { ran, drew, hasFailed }, draw) {
      const again = draw.again ?? replayed?.get(place);
      const { number: _, ...slice } = draw.slice ?? { number: 0 };
      return {
        seed: caseSeed(seed, place),
        cases: limits.cases,
        from: 0,
        width: limits.concurrency,
        ...(again === undefined ? {} : { again }),
        known: new Map(),
        told: (input) => cut(redaction.mask(input)),
        shrinks: !hasFailed,
        shrinking: shrinkingOf(place.split(" ")[0] ?? place),
        isOver: () => signal?.aborted === true,
        isEnough: () => false,
        ran() {
          began = Math.min(began, now());
          ran();
        },
        drew(judged, next) {
          total += judged;
          last = now();
          drew(judged, next);
        },
        ...slice,
      };
    },
  };
}

/** For worlds in which nothing is generated. */
export const idle: Generation = {
  seed: 0,
  cases: 0,
  from: 0,
  width: 0,
  known: new Map(),
  told: (input) => input,
  shrinks: false,
  shrinking: { begin: () => ({ isOver: () => true, end: () => undefined }) },
  isOver: () => true,
  isEnough: () => true,
  ran: () => undefined,
  drew: () => undefined,
};
