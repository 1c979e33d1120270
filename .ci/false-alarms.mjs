// Judges clean reference servers at many seeds, in many manners; none may draw a complaint: .github/guides/false-alarms.md.
//   npm run build && node .ci/false-alarms.mjs [--from 1] [--seeds 200] [--jobs 2]
import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { judgeReference } from "../dist/src/cli/trial.js";
import { findDialect } from "../dist/src/reference/index.js";

const { values: flags } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    seeds: { type: "string", default: "200" },
    jobs: { type: "string", default: "2" },
    // What the script starts itself with: seeds to judge here, `1,3,5`.
    only: { type: "string" },
  },
});

/** Ten seeds in a row get one of each; every hundredth gets the slowest, one request at a time and 50 ms for each. */
const manners = [
  { concurrency: 32 },
  { concurrency: 1 },
  { concurrency: 8 },
  { concurrency: 32, latencyMs: 50 },
  { concurrency: 8, rateLimit: 300 },
  { concurrency: 32 },
  { concurrency: 1 },
  { concurrency: 32, rateLimit: 150 },
  { concurrency: 8, dialect: "contrary" },
  { concurrency: 32, dialect: "contrary" },
];

if (flags.only === undefined) await divide();
else for (const seed of flags.only.split(",").map(Number)) process.send(await judged(seed));

/** Deals the seeds out to processes, and tells what comes of them. */
async function divide() {
  const [from, seeds, jobs] = [Number(flags.from), Number(flags.seeds), Number(flags.jobs)];
  const all = Array.from({ length: seeds }, (_, index) => from + index);
  const found = [];
  const shares = Array.from({ length: jobs }, (_, job) => all.filter((seed) => seed % jobs === job));
  const codes = shares
    .filter(({ length }) => length > 0)
    .map((share) => {
      const child = fork(new URL(import.meta.url), ["--only", share.join(",")]);
      child.on("message", (one) => {
        found.push(one);
        console.log(
          `${found.length} of ${seeds} · seed ${one.seed} · ${JSON.stringify(one.manner)} · ${one.seconds} s`,
        );
        for (const line of one.complaints) console.log(`  ${line}`);
      });
      return new Promise((resolve) => child.on("exit", resolve));
    });
  const failed = (await Promise.all(codes)).filter((code) => code !== 0);
  const complaints = found.flatMap((one) => one.complaints);
  console.log(`${found.length} runs, ${complaints.length} complaints`);
  process.exitCode = failed.length === 0 && found.length === seeds && complaints.length === 0 ? 0 : 1;
}

/** A check gets one attempt, so that one that fails now and then shows. */
async function judged(seed) {
  const manner = seed % 100 === 0 ? { concurrency: 1, latencyMs: 50 } : manners[seed % manners.length];
  const { concurrency, latencyMs, rateLimit, dialect } = manner;
  const began = performance.now();
  const report = await judgeReference({
    seed,
    attempts: 1,
    concurrency,
    server: { latencyMs, rateLimit, dialects: dialect === undefined ? [] : [findDialect(dialect)] },
  });
  const bad = report.requirements.filter(({ verdict }) => !["passed", "noted", "skipped"].includes(verdict));
  const complaints = bad.map(({ verdict, id, reason, violations }) =>
    [verdict, id, reason ?? "", JSON.stringify(violations.slice(0, 2))].join(" "),
  );
  if (report.outcome !== "conformant") complaints.push(`the outcome is ${report.outcome}`);
  return { seed, manner, complaints, seconds: Math.round((performance.now() - began) / 1000) };
}
