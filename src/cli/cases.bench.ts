import { fork } from "node:child_process";
import { once } from "node:events";
import type { CasesJudged, CasesWanted } from "./cases-process.bench.ts";

/** Has cases judged by a process of their own. */
export async function judgedApart(wanted: CasesWanted): Promise<CasesJudged> {
  const child = fork(new URL("./cases-process.bench.js", import.meta.url), { execArgv: ["--expose-gc"] });
  child.send(wanted);
  const [judged] = (await Promise.race([once(child, "message"), failureOf(child)])) as [CasesJudged];
  return judged;
}

async function failureOf(child: ReturnType<typeof fork>): Promise<never> {
  const [code] = (await once(child, "exit")) as [number];
  throw new Error(`the process that judges cases ended with ${code}`);
}
