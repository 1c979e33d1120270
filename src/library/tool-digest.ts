import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, sep } from "node:path";
import type { RunHeader } from "../model/index.ts";
import { tool } from "./tool.ts";

/** This package, from its sources or built. */
const code = join(import.meta.dirname, "../..");
const data = dirname(createRequire(import.meta.url).resolve("#package"));

/** All that decides a verdict: the requirements, what judges by them, and the data that both read. */
const deciding: readonly string[] = [
  ...["suites", "src/suite", "src/generate", "src/schema", "src/http", "src/runner", "src/model"].map(
    (folder) => join(code, folder),
  ),
  ...["schemas", "fixtures"].map((folder) => join(data, folder)),
];

/** SHA-256 over the names and contents of the files that decide a verdict, in hex. */
export function toolDigest(): string {
  const total = createHash("sha256");
  for (const folder of deciding) {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(decides);
    for (const file of files.toSorted()) {
      const digest = createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex");
      total.update(`${file.replaceAll(sep, "/")} ${digest}\n`);
    }
  }
  return total.digest("hex");
}

/** What judges, as a run tells it. Code that a vendor has bundled is not to be found, and judges all the same. */
export function judgingTool(): RunHeader["tool"] {
  try {
    return { ...tool, digest: toolDigest() };
  } catch {
    return tool;
  }
}

/** Neither types nor tests decide anything; a folder has no extension. */
function decides(file: string): boolean {
  return (
    extname(file) !== "" && !/\.d\.ts$|\.test(-kit|-setup)?\.[jt]s$|\.(md|snap)$|\.bench\.[jt]s$/.test(file)
  );
}
