import { once } from "node:events";
import { parentPort } from "node:worker_threads";
import { createReferenceServer, type ReferenceServerOptions } from "../reference/index.ts";

if (parentPort === null) throw new Error("this module is a thread's");
const [options] = (await once(parentPort, "message")) as [ReferenceServerOptions];
const { url, controlUrl, merchants } = await createReferenceServer(options);
parentPort.postMessage({ url, controlUrl, merchants });
