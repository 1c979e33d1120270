import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { OpenServer } from "../library/self.ts";
import type { ReferenceServerOptions } from "../reference/index.ts";

/** Starts the reference server on a thread of its own, so that judge and judged do not wait for each other. */
export async function openInThread(options: ReferenceServerOptions): Promise<OpenServer> {
  const worker = new Worker(new URL("./reference-worker.js", import.meta.url), { workerData: options });
  const [opened] = (await once(worker, "message")) as [Omit<OpenServer, "close">];
  return {
    ...opened,
    async close() {
      await worker.terminate();
    },
  };
}
