import { resolve } from "node:path";
import type { RunEvent, RunReport, RunSettings } from "../model/index.ts";
import { reportOf } from "../report/index.ts";
import { conduct, refuseEmpty } from "./conduct.ts";
import { ConformanceError, conformanceErrorFrom } from "./conformance-error.ts";
import { type ConformanceOptions, settingsFrom } from "./conformance-options.ts";
import { createEventLog } from "./event-log.ts";
import { invocationOf } from "./invocation.ts";
import { createRunFolder, createRunId } from "./run-folder.ts";
import { usualCopies, writeCopies } from "./run-reports.ts";

/**
 * A run that is under way. It can be iterated, by several at once and at any time: each sees all events from the
 * beginning. Leaving such a loop does not stop the run; `signal` of the options does. Every secret that the run knows
 * is masked in its events and in its report.
 */
export interface ConformanceRun extends AsyncIterable<RunEvent> {
  /** Sorts by time, and stands in the name of everything that the run makes on the target. */
  readonly runId: string;
  /** Where journal and reports lie; absent without `out`. */
  readonly folder?: string;
  /**
   * Kept when the run has ended and cleaned up, whatever the target did. Rejects with a {@link ConformanceError}
   * where there is none: `live-target`, `unwritable` or `defect`.
   */
  readonly report: Promise<RunReport>;
}

/**
 * Judges a target by the suites of this package, and starts at once.
 *
 * Touches neither process nor console; reads and writes only files that the options name. Sends requests to the target
 * until it is done or `options.signal` is aborted, and makes applications, keys and sessions there.
 *
 * @param options - Target, merchant, claims and means, and how to judge.
 * @returns The run, whose events can be followed and whose report can be awaited.
 * @throws {@link ConformanceError} before anything is sent: `configuration`, `selection` or `unwritable`.
 *
 * @example
 * ```ts
 * const run = runConformance({ target: "https://staging.example.com", merchant, without: ["clock", "checkout"] });
 * for await (const event of run) if (event.type === "requirement-judged") show(event.result);
 * const { outcome, reasons } = await run.report;
 * ```
 */
export function runConformance(options: ConformanceOptions): ConformanceRun {
  const runId = createRunId(new Date());
  const { settings, folder } = prepare(options, runId);
  const log = createEventLog<RunEvent>();
  const report = reportFrom(options, settings, { runId, folder, emit: log.push });
  report.then(
    () => log.end(),
    (error: ConformanceError) => log.end(error),
  );
  return {
    runId,
    ...(folder === undefined ? {} : { folder }),
    report,
    [Symbol.asyncIterator]: () => log[Symbol.asyncIterator](),
  };
}

interface Prepared {
  readonly settings: RunSettings;
  readonly folder: string | undefined;
}

function prepare(options: ConformanceOptions, runId: string): Prepared {
  try {
    const settings = settingsFrom(options);
    refuseEmpty(settings, options.shard);
    const { out, cwd = "." } = options;
    return { settings, folder: out === undefined ? undefined : createRunFolder(resolve(cwd, out), runId) };
  } catch (cause) {
    throw conformanceErrorFrom(cause);
  }
}

interface Place {
  readonly runId: string;
  readonly folder: string | undefined;
  readonly emit: (event: RunEvent) => void;
}

async function reportFrom(
  options: ConformanceOptions,
  settings: RunSettings,
  { folder, ...place }: Place,
): Promise<RunReport> {
  const { shard, signal } = options;
  const { events, error, unwritten } = await conduct({
    ...place,
    settings,
    invocation: invocationFor(settings, options),
    ...(folder === undefined ? {} : { folder }),
    ...(shard === undefined ? {} : { part: shard }),
    ...(signal === undefined ? {} : { signal }),
  });
  const isOver = error === undefined || signal?.aborted === true;
  if (!isOver && !events.some(({ type }) => type === "run-started")) throw conformanceErrorFrom(error);
  const report = reportOf(events);
  const missing = folder === undefined ? [] : [...unwritten, ...writeCopies(report, folder, usualCopies)];
  if (!isOver) throw conformanceErrorFrom(error);
  if (missing.length === 0) return report;
  throw new ConformanceError("unwritable", missing.join("\n"), "give another folder as `out`");
}

/** The flags of the command that come closest; what only a file can say is told by the file. */
function invocationFor(settings: RunSettings, { config }: ConformanceOptions): string {
  const { target, merchant, claims, without, strict, waitForExpiry } = settings;
  const { ca, insecure } = target.tls;
  return invocationOf({
    ...(config === undefined ? {} : { config }),
    url: target.url,
    email: merchant.email,
    claims,
    ...(without.length === 0 ? {} : { without }),
    strict,
    waitForExpiry,
    insecure,
    ...(ca === undefined ? {} : { ca }),
    ...(target.proxy === undefined ? {} : { proxy: target.proxy }),
    header: Object.keys(target.headers).map((name) => `${name}:`),
  });
}
