import { Worker } from "node:worker_threads";
import type { FaultResult } from "../model/index.ts";
import { type Manner, untried } from "./fault-trial.ts";

/** A thread that tries faults, several side by side if asked. */
interface TrialThread {
  try(name: string): Promise<FaultResult>;
  end(): void;
}

export interface Work {
  readonly names: readonly string[];
  readonly manner: Manner;
  /** Trials at the same time. */
  readonly jobs: number;
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly tried: (result: FaultResult) => void;
}

/** Tries faults on several threads. Gives back what was tried, in the order asked; less, when interrupted. */
export async function tryAll(work: Work): Promise<readonly FaultResult[]> {
  const { names, jobs, signal } = work;
  const results = new Map<string, FaultResult>();
  const queue = [...names];
  const threads = openThreads(work);
  const endAll = () => void threads.forEach((thread) => thread.end());
  const lane = async (thread: TrialThread): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const result = await thread.try(name);
      if (signal.aborted) return;
      results.set(name, result);
      work.tried(result);
    }
  };
  signal.addEventListener("abort", endAll);
  await Promise.all(
    threads.flatMap((thread, i) =>
      Array.from({ length: Math.ceil((jobs - i) / threads.length) }, () => lane(thread)),
    ),
  );
  signal.removeEventListener("abort", endAll);
  endAll();
  return names.flatMap((name) => results.get(name) ?? []);
}

function openThreads({ threads, jobs, names, manner }: Work): readonly TrialThread[] {
  return Array.from({ length: Math.min(threads, jobs, names.length) }, () => openThread(manner));
}

function openThread(manner: Manner): TrialThread {
  const pending = new Map<string, (result: FaultResult) => void>();
  let worker: Worker | undefined;
  const settle = (result: FaultResult) => {
    pending.get(result.fault)?.(result);
    pending.delete(result.fault);
  };
  /** A thread that dies, of an error that nobody caught, is replaced when it is next needed. */
  const fail = (dead: Worker, reason: string) => {
    if (worker !== dead) return;
    worker = undefined;
    for (const name of pending.keys()) settle(untried(name, reason));
  };
  return {
    try: (name) =>
      new Promise((resolve) => {
        pending.set(name, resolve);
        worker ??= startThread(manner, settle, fail);
        worker.postMessage(name);
      }),
    end: () => void worker?.terminate(),
  };
}

function startThread(
  workerData: Manner,
  tried: (result: FaultResult) => void,
  died: (worker: Worker, reason: string) => void,
): Worker {
  const worker = new Worker(new URL("./fault-worker.js", import.meta.url), { workerData });
  return worker
    .on("message", tried)
    .on("error", (error) => died(worker, `its thread died: ${String(error)}`))
    .on("exit", () => died(worker, "its thread ended"));
}
