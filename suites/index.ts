import type { Suite } from "../src/suite/index.ts";
import authentication from "./authentication.suite.ts";
import idempotency from "./idempotency.suite.ts";

/** The chapters of the contract, in its order. */
export const suites: readonly Suite[] = [authentication, idempotency];
