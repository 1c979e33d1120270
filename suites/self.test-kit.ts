import { tmpdir } from "node:os";
import { startSelf } from "../src/cli/self.ts";
import { loadSettings } from "../src/config/index.ts";
import type { RunReport, RunSettings } from "../src/model/index.ts";
import { certificate, privateKey } from "../src/reference/certificate.test-kit.ts";
import type { ReferenceServerOptions } from "../src/reference/index.ts";
import { run } from "../src/runner/index.ts";
import { suites } from "./index.ts";

/** Makes a reference server speak HTTPS. */
export const overTls = { tls: { key: privateKey, cert: certificate } };

export interface Trial {
  readonly only?: readonly string[];
  readonly server?: ReferenceServerOptions;
  readonly settings?: Partial<RunSettings>;
}

let trials = 0;

/** Judges a reference server of its own, as `--self` does. */
export async function judgeReference({ only = [], server = {}, settings = {} }: Trial): Promise<RunReport> {
  const self = await startSelf([], server);
  try {
    const loaded = loadSettings({ flags: { only, seed: "42" }, env: {}, cwd: tmpdir(), builtIn: self.layer });
    return await run({
      suites,
      settings: { ...loaded, ...(server.tls === undefined ? {} : untrusting(loaded)), ...settings },
      tool: { name: "kadosei-conformance", version: "0.0.0" },
      edition: "test",
      runId: `trial-${(trials += 1)}`,
      invocation: "--self",
      emit: () => undefined,
    });
  } finally {
    await self.close();
  }
}

/** Why what is about TLS is skipped where the reference server speaks plain HTTP. */
const noTlsOnLoopback = "where none is needed";

/** The certificate is thrown away afterwards; nobody vouches for it. */
function untrusting({ target }: RunSettings): Pick<RunSettings, "target"> {
  return { target: { ...target, tls: { insecure: true } } };
}

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
