import {
  isHere,
  type Limits,
  type ProviderSettings,
  type ReceiverSettings,
  type RunSettings,
  type Secret,
  type TargetSettings,
} from "../model/index.ts";
import type { Configuration } from "./configuration.ts";
import type { Flags } from "./flag-layer.ts";
import { parseDuration, parseSize } from "./quantities.ts";
import { trimSlashes, withoutBasePath } from "./target-url.ts";

/** Completes sound settings with defaults. */
export function settingsFrom(
  configuration: Configuration,
  flags: Flags,
  seed: number,
  secrets: readonly Secret[],
): RunSettings {
  const { claims, without, providers, session, invites } = configuration;
  return {
    ...given(configuration),
    ...(invites === undefined ? {} : { invites: "issue" in invites ? invites : { tokens: invites } }),
    target: targetFrom(configuration.target),
    claims: claims ?? ["core"],
    without: without ?? [],
    providers: providers ?? sandboxProviders,
    session: session ?? {},
    limits: limitsFrom(configuration),
    selection: { only: flags.only ?? [], skip: flags.skip ?? [], suites: flags.suite ?? [] },
    expectedFailures: configuration.expectedFailures ?? [],
    waitForExpiry: flags.waitForExpiry ?? false,
    ...(flags.time === undefined ? {} : { soakMs: parseDuration(flags.time) }),
    strict: flags.strict ?? false,
    bail: flags.bail ?? false,
    seed,
    secrets,
  };
}

type Given = Pick<
  RunSettings,
  "merchant" | "secondMerchant" | "application" | "checkout" | "refunds" | "clock" | "receiver"
>;

function given(configuration: Configuration): Given {
  const { merchant, secondMerchant, application, checkout, refunds, clock, receiver } = configuration;
  return {
    merchant,
    ...(secondMerchant === undefined ? {} : { secondMerchant }),
    ...(application === undefined ? {} : { application }),
    ...(checkout === undefined ? {} : { checkout }),
    ...(refunds === undefined ? {} : { refunds }),
    ...(clock === undefined ? {} : { clock }),
    ...(receiver === undefined ? {} : { receiver: receiverFrom(receiver) }),
  };
}

function receiverFrom({
  patience = "10s",
  ...receiver
}: NonNullable<Configuration["receiver"]>): ReceiverSettings {
  return { ...receiver, patienceMs: parseDuration(patience) };
}

function targetFrom({
  url,
  paths,
  live,
  tls,
  proxy,
  headers,
  ...rest
}: Configuration["target"]): TargetSettings {
  const basePath = trimSlashes(rest.basePath ?? "/api/v1");
  return {
    url: withoutBasePath(url, basePath),
    basePath,
    paths: { paymentMethods: paths?.paymentMethods ?? "/payment-methods" },
    live: live ?? false,
    tls: { insecure: tls?.insecure ?? false, ...(tls?.ca === undefined ? {} : { ca: tls.ca }) },
    ...(proxy === undefined ? {} : { proxy }),
    headers: headers ?? {},
  };
}

function limitsFrom({ target, limits = {} }: Configuration): Limits {
  const rate = limits.requestsPerSecond ?? (isHere(target) ? "unlimited" : 50);
  return {
    concurrency: limits.concurrency ?? 8,
    ...(rate === "unlimited" ? {} : { requestsPerSecond: rate }),
    timeoutMs: parseDuration(limits.timeout ?? "10s"),
    maxBodyBytes: parseSize(limits.maxBody ?? "10MiB"),
    maxWaitMs: parseDuration(limits.maxWait ?? "30s"),
    requirementTimeoutMs: parseDuration(limits.requirementTimeout ?? "120s"),
    cases: limits.cases ?? 20,
    runTimeoutMs: parseDuration(limits.runTimeout ?? "60m"),
    maxOutageMs: parseDuration(limits.maxOutage ?? "30s"),
    shrinkingMs: parseDuration(limits.shrinking ?? "10s"),
  };
}

const sandboxProviders: readonly [ProviderSettings, ...ProviderSettings[]] = [
  { name: "stripe", paymentMethods: ["card"], credentials: { apiKey: "not-a-real-stripe-sandbox-key-0001" } },
  {
    name: "adyen",
    paymentMethods: ["card", "ideal"],
    credentials: { apiKey: "not-a-real-adyen-sandbox-key-0002" },
  },
];
