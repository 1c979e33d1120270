import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ReferenceServer, ReferenceServerOptions } from "../reference/index.ts";

/** What a run needs to know of the reference server. */
export type OpenServer = Pick<ReferenceServer, "url" | "controlUrl" | "merchants" | "close">;

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
