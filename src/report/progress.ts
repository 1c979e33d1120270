import type { RunEvent, RunNews, Verdict } from "../model/index.ts";
import { occurring, summaryOf } from "./fold.ts";
import { duration, printable } from "./text.ts";

type Sample = Extract<RunNews, { readonly type: "progress" }>;

/** How far a run is. */
export interface Progress {
  /** Answers whether so much time is over that it should be told where no line can be written again. */
  hear(event: RunEvent | RunNews): boolean;
  line(): string;
}

/** Speeds are those of so long. */
const windowMs = 5000;
/** How often a log is told. */
const betweenMs = 30_000;
/** Before that nobody can say how long it will take. */
const soonestMs = 3000;
const least = 0.05;

export function createProgress(): Progress {
  const running = new Set<string>();
  const judged: { verdict: Verdict }[] = [];
  let planned = 0;
  let samples: readonly Sample[] = [];
  let toldAt = 0;
  const hearSample = (sample: Sample): boolean => {
    const recent = samples.filter(({ elapsedMs }) => sample.elapsedMs - elapsedMs <= windowMs);
    samples = [...recent, sample];
    if (sample.elapsedMs - toldAt < betweenMs) return false;
    toldAt = sample.elapsedMs;
    return true;
  };
  return {
    hear(event) {
      if (event.type === "progress") return hearSample(event);
      if (event.type === "run-started") planned = event.run.planned;
      if (event.type === "requirement-started") running.add(event.id);
      if (event.type === "requirement-judged") {
        running.delete(event.result.id);
        judged.push(event.result);
      }
      return false;
    },
    line() {
      const tallies = occurring(summaryOf(judged)).map(([verdict, amount]) => `${amount} ${verdict}`);
      return [
        `${judged.length} of ${planned}`,
        tallies.join(", "),
        ...speeds(samples),
        timeLeft(samples.at(-1), judged.length / Math.max(1, planned)),
        [...running].map(printable).join(", "),
      ]
        .filter(Boolean)
        .join(" · ");
    },
  };
}

function speeds(samples: readonly Sample[]): string[] {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.elapsedMs === first.elapsedMs) return [];
  const perSecond = (key: "requests" | "cases") =>
    Math.round((last[key] - first[key]) / ((last.elapsedMs - first.elapsedMs) / 1000));
  const cases = last.soakMs === undefined ? [] : [`${last.cases} cases (${perSecond("cases")}/s)`];
  return [`${perSecond("requests")} requests/s`, ...cases];
}

function timeLeft(sample: Sample | undefined, share: number): string {
  if (sample === undefined) return "";
  const { elapsedMs, soakMs } = sample;
  if (soakMs !== undefined) return elapsedMs < soakMs ? `${duration(soakMs - elapsedMs)} left` : "";
  if (elapsedMs < soonestMs || share < least || share >= 1) return "";
  return `about ${duration((elapsedMs * (1 - share)) / share)} left`;
}
