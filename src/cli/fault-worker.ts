import { parentPort, workerData } from "node:worker_threads";
import { type Manner, tryFault, untried } from "./fault-trial.ts";

const manner = workerData as Manner;

parentPort?.on("message", async (name: string) => {
  parentPort?.postMessage(await tryFault(name, manner).catch((error) => untried(name, String(error))));
});
