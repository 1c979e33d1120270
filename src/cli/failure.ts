import { notJudgedExitCode, usageExitCode } from "./context.ts";

/** How a command that threw ends: what to say, and the exit code. */
export interface Failure {
  readonly exitCode: number;
  readonly lines: readonly string[];
}

const wrongUsage = new Set([
  "UsageError",
  "OutputError",
  "ConfigurationError",
  "SelectionError",
  "LiveTargetError",
  "JournalError",
  "CertificateError",
]);

/** Told by name, so that saying "unknown flag" does not load half the product. */
export function failureFrom(error: unknown): Failure {
  if (!(error instanceof Error)) return ownError(String(error));
  if (!wrongUsage.has(error.name)) return ownError(error.stack ?? error.message);
  const hint = "hint" in error && typeof error.hint === "string" ? [error.hint] : [];
  return {
    exitCode: usageExitCode,
    lines: [...error.message.split("\n").map((line) => `error: ${line}`), ...hint],
  };
}

function ownError(text: string): Failure {
  const lines = [
    `error: ${text}`,
    "This is a defect of kadosei-conformance, not of the target; please report it.",
  ];
  return { exitCode: notJudgedExitCode, lines };
}
