import type { RunReport } from "../src/model/index.ts";

/** Why a run that lacks nothing skips some all the same: TLS on a plain loopback port, and what nobody can judge. */
const inNature = /where none is needed|can't be judged from outside/;

/** What a failed expectation should show of a result: enough to know why. */
export function gist({ requirements }: RunReport) {
  return requirements
    .filter(({ verdict }) => verdict !== "passed" && verdict !== "noted")
    .filter(({ reason = "" }) => !inNature.test(reason))
    .map(({ id, verdict, reason, violations }) => ({
      id,
      verdict,
      reason,
      violations: violations.map(
        ({ where, expected, actual }) => `${where}: expected ${expected}, got ${actual}`,
      ),
    }));
}
