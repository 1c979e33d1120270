/**
 * The library's door: the suites, the runner that judges a target by them, and the vocabulary of what comes out.
 *
 * @packageDocumentation
 */
export { suites } from "../suites/index.ts";
export { ConfigurationError, loadSettings } from "./config/index.ts";
export * from "./model/index.ts";
export { createReferenceServer, faultNames, loadFault } from "./reference/index.ts";
export { formats, openJournal, readJournal, reportOf } from "./report/index.ts";
export { LiveTargetError, run, type RunOptions, SelectionError } from "./runner/index.ts";
