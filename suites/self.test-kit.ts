import type { RunReport } from "../src/model/index.ts";

/** Why what is about TLS is skipped where the reference server speaks plain HTTP. */
const noTlsOnLoopback = "where none is needed";

/** What a failed expectation should show of a result: enough to know why. */
export function gist({ requirements }: RunReport) {
  return requirements
    .filter(({ verdict }) => verdict !== "passed" && verdict !== "noted")
    .filter(({ reason }) => reason?.includes(noTlsOnLoopback) !== true)
    .map(({ id, verdict, reason, violations }) => ({
      id,
      verdict,
      reason,
      violations: violations.map(
        ({ where, expected, actual }) => `${where}: expected ${expected}, got ${actual}`,
      ),
    }));
}
