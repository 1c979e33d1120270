import type { Flags } from "../config/index.ts";
import { type DriverStep, isLoopback, type RunReport } from "../model/index.ts";

type Drivers = Readonly<Record<string, DriverStep | undefined>>;

/**
 * The drivers that a report holds, by their keys in a configuration, for a replay on the target that it is about. Those
 * alone that stay on the target's own host: a report may come from elsewhere, and must not make anybody call others.
 */
export function driversOf(
  { target, settings }: Pick<RunReport, "target" | "settings">,
  { url = target.url, without = [] }: Pick<Flags, "url" | "without">,
): readonly (readonly [key: string, steps: Drivers])[] {
  if (settings === undefined || originOf(url) !== originOf(target.url)) return [];
  const { checkout, refunds, clock, invites } = settings;
  const isLacking = (key: string) => without.includes(key === "refunds" ? "refundFailure" : key);
  return Object.entries<Drivers | undefined>({ checkout, refunds, clock, invites }).flatMap(([key, steps]) =>
    steps !== undefined && !isLacking(key) && Object.values(steps).every(staysWith(target.url))
      ? [[key, steps] as const]
      : [],
  );
}

const staysWith =
  (target: string) =>
  (step: DriverStep | undefined): boolean => {
    if (step === undefined) return true;
    const url = "request" in step ? (step.request.split(" ")[1] ?? "") : "";
    return (isLoopback(url) && isLoopback(target)) || (hostOf(url) !== "" && hostOf(url) === hostOf(target));
  };

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
