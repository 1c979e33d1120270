import { execFile } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { authorizationOf } from "../suite/call.ts";
import type { Shop } from "./shop.bench.ts";

/** The program, if it is on the PATH. */
export function findSchemathesis(): string | undefined {
  const paths = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "schemathesis"));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * What Schemathesis takes for so many cases of the same operation. What it takes to start, for a run of one case, is
 * not counted.
 */
export async function schemathesisSeconds(program: string, shop: Shop, cases: number): Promise<number> {
  const start = await timed(program, shop, 1);
  return (await timed(program, shop, cases)) - start;
}

async function timed(program: string, { baseUrl, calls }: Shop, cases: number): Promise<number> {
  const creation = calls.find(({ name }) => name === "creating a session")?.call();
  if (creation === undefined) throw new Error("the shop creates no session");
  const began = performance.now();
  const schema = fileURLToPath(new URL("../../../schemas/openapi.yaml", import.meta.url));
  const options: Readonly<Record<string, string>> = {
    "--url": new URL(baseUrl).origin,
    "--header": `Authorization: ${authorizationOf(creation)}`,
    "--include-operation-id": "createSession",
    "--phases": "fuzzing",
    "--checks": "not_a_server_error",
    "--max-examples": String(cases),
  };
  const given = ["run", schema, "--no-shrink", "--no-color", ...Object.entries(options).flat()];
  // It keeps notes where it runs.
  const cwd = mkdtempSync(join(tmpdir(), "bench-"));
  const { stdout } = await promisify(execFile)(program, given, { cwd });
  rmSync(cwd, { recursive: true });
  const generated = Number(/(\d+) generated/.exec(stdout)?.[1]);
  if (generated < cases) throw new Error(`Schemathesis generated ${generated} cases instead of ${cases}`);
  return (performance.now() - began) / 1000;
}
