import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { OpenServer } from "../library/self.ts";
import type { ReferenceServerOptions } from "../reference/index.ts";

/** Opens the server on its thread. */
export type ReferenceThread = (options: ReferenceServerOptions) => Promise<OpenServer>;

/**
 * A thread for the reference server, so that judge and judged do not wait for each other. It loads its modules at once,
 * while whoever asked for it prepares the options.
 */
export function referenceThread(): ReferenceThread {
  const worker = new Worker(new URL("./reference-worker.js", import.meta.url));
  worker.unref();
  return async (options) => {
    worker.ref();
    worker.postMessage(options);
    const [opened] = (await once(worker, "message")) as [Omit<OpenServer, "close">];
    return {
      ...opened,
      async close() {
        await worker.terminate();
      },
    };
  };
}
