// Judges the API that KADOSEI_URL, KADOSEI_EMAIL and KADOSEI_PASSWORD name, from a program.
import { ConformanceError, runConformance } from "kadosei-conformance";

try {
  const run = runConformance({
    env: process.env,
    only: ["authentication/*", "idempotency/*"],
    without: ["clock", "checkout", "secondMerchant"],
  });
  for await (const event of run) {
    if (event.type === "run-started") console.log(`${event.run.planned} requirements`);
    if (event.type === "requirement-judged") {
      const { id, verdict, violations } = event.result;
      for (const { expected, actual } of violations)
        console.log(`${verdict} ${id}: expected ${expected}, got ${actual}`);
    }
  }
  const { outcome, reasons } = await run.report;
  console.log(outcome, reasons);
} catch (error) {
  if (!(error instanceof ConformanceError)) throw error;
  console.error(`${error.code}: ${error.message} (${error.hint})`);
  process.exitCode = 2;
}
