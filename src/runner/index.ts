export { openReceiver, type StandingReceiver } from "./receiver.ts";
export { run, type RunOptions } from "./run.ts";
export { select, SelectionError } from "./select.ts";
export { LiveTargetError } from "./sender.ts";
