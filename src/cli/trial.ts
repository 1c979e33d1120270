import { tmpdir } from "node:os";
import { suites } from "../../suites/index.ts";
import { type Layer, loadSettings } from "../config/index.ts";
import type { RunReport, RunSettings } from "../model/index.ts";
import type { ReferenceServerOptions } from "../reference/index.ts";
import { certificateFor, run } from "../runner/index.ts";
import type { Judgeable, Suite } from "../suite/index.ts";
import { createRunId } from "../library/run-folder.ts";
import { startSelf } from "../library/self.ts";
import { edition, tool } from "../library/tool.ts";

/** A run against a reference server of its own, in this thread, that nobody is told of. */
export interface Trial {
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly server?: ReferenceServerOptions;
  /** How often a check that fails is run in all. */
  readonly attempts?: number;
  /** Requests at once, where not the usual number. */
  readonly concurrency?: number;
  /** How many cases a generated requirement is judged by, where the usual number is too few. */
  readonly cases?: number;
  /** Watches the run besides. */
  readonly watch?: Judgeable;
}

/** Judges the reference server as `--self` does. */
export async function judgeReference(trial: Trial): Promise<RunReport> {
  const self = await startSelf([], trial.server);
  try {
    const settings = settingsOf(trial, self.layer);
    const runId = createRunId(new Date());
    const emit = () => undefined;
    const extended = trial.watch === undefined ? suites : [...suites, suiteOf(trial.watch)];
    return await run({
      suites: extended,
      settings,
      tool,
      edition,
      runId,
      invocation: "--self",
      bundled: true,
      emit,
    });
  } finally {
    await self.close();
  }
}

function suiteOf(requirement: Judgeable): Suite {
  const { suite, title } = requirement;
  return { name: suite, title, requirements: [requirement] };
}

function settingsOf(trial: Trial, builtIn: Layer): RunSettings {
  const { seed = 42, server, attempts = 3, concurrency, cases, watch } = trial;
  const only = [...(trial.only ?? []), ...(watch === undefined ? [] : [watch.id])];
  const loaded = loadSettings({ flags: { only, seed: `${seed}` }, env: {}, cwd: tmpdir(), builtIn });
  const { limits } = loaded;
  const target = server?.tls === undefined ? loaded.target : untrusting(loaded);
  return {
    ...loaded,
    target,
    limits: {
      ...limits,
      attempts,
      concurrency: concurrency ?? limits.concurrency,
      cases: cases ?? limits.cases,
    },
  };
}

/** The certificate is thrown away afterwards; nobody vouches for it. */
function untrusting({ target }: RunSettings): RunSettings["target"] {
  return { ...target, tls: { insecure: true } };
}

/** Makes a reference server speak HTTPS. */
export async function overTls(): Promise<Pick<ReferenceServerOptions, "tls">> {
  const { key, certificate } = await certificateFor(["127.0.0.1", "localhost"]);
  return { tls: { key, cert: certificate } };
}
