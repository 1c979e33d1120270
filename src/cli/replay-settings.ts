import { type Earlier, type Entry, loadSettings, layerOf } from "../config/index.ts";
import type { RunReport, RunSettings } from "../model/index.ts";
import type { Context } from "./context.ts";
import type { ReplayFlags } from "./replay.command.ts";
import { driversOf } from "./report-drivers.ts";
import type { Self } from "../library/self.ts";

/** What the run was told, with credentials and drivers as a run of today finds them. */
export function replaySettings(
  report: RunReport,
  flags: ReplayFlags,
  { env, cwd }: Context,
  self: Self | undefined,
): RunSettings {
  const { seed, strict, given = [] } = report;
  const waitForExpiry = given.includes("waitForExpiry");
  const settings = loadSettings({
    flags: { ...flags, seed: String(seed), strict, ...(waitForExpiry ? { waitForExpiry } : {}) },
    cwd,
    earlier: earlierOf(report, self !== undefined, flags),
    ...(self === undefined ? { env } : { builtIn: self.layer }),
  });
  return { ...settings, expectedFailures: [] };
}

/** A value in which something was masked is no setting any more. */
function isWhole(value: unknown): boolean {
  return value !== undefined && !JSON.stringify(value).includes("$KADOSEI_");
}

function earlierOf(report: RunReport, isBundled: boolean, flags: ReplayFlags): Earlier {
  const { target, claims, without, settings } = report;
  const fixed = [
    [["claims"], claims],
    [["without"], without],
    [["session"], settings?.session],
    [["limits", "cases"], settings?.cases],
    ...(isBundled
      ? []
      : ([
          [["target", "url"], target.url],
          [["target", "basePath"], settings?.basePath],
          [["target", "paths"], settings?.paths],
          [["target", "headers"], settings?.headers],
        ] as const)),
  ] as const;
  const usual = [
    [["merchant", "email"], settings?.email],
    [["application", "id"], settings?.application],
    ...driversOf(report, flags).map(([name, steps]) => [[name], steps] as const),
  ] as const;
  return { fixed: layerFrom(fixed), usual: layerFrom(isBundled ? [] : usual) };
}

function layerFrom(values: readonly (readonly [path: readonly string[], value: unknown])[]) {
  const entries = values
    .filter(([, value]) => isWhole(value))
    .map(([path, value]): Entry => ({ path, value, place: "the report" }));
  return layerOf(entries);
}

/** What the replay lacks of what the run had, in a sentence each: another case may be drawn for want of it. */
export function lacking(
  { given = [], settings: told }: RunReport,
  settings: RunSettings,
  now: readonly string[],
) {
  const means = given.filter((name) => !now.includes(name) && !settings.without.includes(name));
  const theirs = told?.providers.map(({ name, paymentMethods }) => `${name} (${paymentMethods.join(", ")})`);
  const ours = settings.providers.map(({ name, paymentMethods }) => `${name} (${paymentMethods.join(", ")})`);
  return [
    ...(means.length === 0
      ? []
      : [
          `the run was given ${means.join(", ")}, which its report does not hold: give --config, or the variables`,
        ]),
    ...(theirs === undefined || theirs.join() === ours.join()
      ? []
      : [`the run linked the providers ${theirs.join(", ")}, and this one links ${ours.join(", ")}`]),
  ];
}
