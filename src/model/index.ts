export * from "./verdict.ts";
export * from "./capability.ts";
export * from "./exchange.ts";
export * from "./requirement.ts";
export * from "./result.ts";
export * from "./report.ts";
export * from "./settings.ts";
export * from "./operation.ts";
