/**
 * Judges a Kadosei API inside Vitest: every requirement is a test.
 *
 * @packageDocumentation
 */
export type { ConformanceOptions } from "../library/conformance-options.ts";
export { conformance, type ConformanceSetup, type ConformanceSource } from "./conformance.ts";
