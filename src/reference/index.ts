export { createReferenceServer, defaultMerchants } from "./server.ts";
export type { MerchantCredentials, ReferenceServer, ReferenceServerOptions } from "./server.ts";
export { changeBody, defineDialect, defineFault, replaceOperation } from "./fault.ts";
export type { Dialect, Fault } from "./fault.ts";
export { dialectNames, findDialect } from "./dialects.ts";
export { faultNames, loadFault, UnknownFaultError } from "./faults.ts";
export type { Clock } from "./clock.ts";
export type { Parts } from "./parts.ts";
