export { examine } from "./examine.ts";
export { certificateFor } from "./receiver-certificate.ts";
export { openReceiver, type StandingReceiver } from "./receiver.ts";
export { run, type RunOptions } from "./run.ts";
export { type Conduct, conclude, summarise } from "./outcome.ts";
export { planOf } from "./plan.ts";
export { type Part, shardOf } from "./shard.ts";
export { matching, refuseUnknown, select, SelectionError } from "./select.ts";
export { LiveTargetError } from "./live-guard.ts";
