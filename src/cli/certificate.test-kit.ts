import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suites } from "../../suites/index.ts";
import { judgingTool } from "../library/tool-digest.ts";
import { edition } from "../library/tool.ts";
import type { RequirementResult, RunHeader } from "../model/index.ts";
import { exampleResult, exampleRun } from "../report/example-run.test-kit.ts";
import { journalName } from "../report/index.ts";
import { conclude } from "../runner/index.ts";

const { privateKey } = generateKeyPairSync("ed25519");

/** The variable that holds a key to sign with. */
export const signing = {
  KADOSEI_SIGNING_KEY: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
};

const all = suites.flatMap(({ requirements }) => requirements);

/** Writes the journal of a run of this release that judged everything, an hour ago; what is told is otherwise. */
export function writeRun(
  folder: string,
  otherwise: (id: string) => Partial<RequirementResult> = () => ({}),
  run: Partial<RunHeader> = {},
): string {
  const results = all.map(({ id, suite, title, level, source, capability }) =>
    exampleResult(id, { suite, title, level, source, capability, ...otherwise(id) }),
  );
  const startedAt = new Date(Date.now() - 3_600_000).toISOString();
  const claims = ["core"] as const;
  const conduct = { results, unselected: 0, claims, expectations: [], today: startedAt.slice(0, 10) };
  const events = exampleRun(results, {
    run: { tool: judgingTool(), edition, startedAt, claims, ...run },
    end: conclude(conduct),
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, journalName), events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  return folder;
}
