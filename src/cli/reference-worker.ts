import { parentPort, workerData } from "node:worker_threads";
import { createReferenceServer, type ReferenceServerOptions } from "../reference/index.ts";

const { url, controlUrl, merchants } = await createReferenceServer(workerData as ReferenceServerOptions);
parentPort?.postMessage({ url, controlUrl, merchants });
