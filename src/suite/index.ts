export {
  type Answer,
  answerOf,
  headerIn,
  isClientError,
  isSuccess,
  shown,
  summary,
  valueAt,
} from "./answer.ts";
export type { Api, Management, Payments, Visitor } from "./api.ts";
export {
  managementOperations,
  operationsWhere,
  operationsWithBody,
  type OperationVariant,
  paymentOperations,
  protectedOperations,
} from "./arrange.ts";
export {
  bearer,
  type Call,
  requestOf,
  withAuthorization,
  withHeader,
  withJson,
  withoutAuthorization,
  withoutHeader,
  withQuery,
  withRaw,
} from "./call.ts";
export * from "./credentials.ts";
export * from "./define.ts";
export type { Checkout, Clock } from "./drivers.ts";
export { createExpect, type Expect } from "./expect/index.ts";
export type { Flaw } from "./expect/refusal.ts";
export type { Facts } from "./facts.ts";
export * from "./idempotency.ts";
export { alikeLogins } from "./login-timing.ts";
export { quarterOf, reversed, type Order } from "./order.ts";
export { eventually, inTurn } from "./patience.ts";
export { fixture } from "./fixtures.ts";
export type { Session } from "./given.ts";
export type { Premises } from "./premises.ts";
export * from "./source.ts";
export * from "./sweep.ts";
export { createValues, type Values } from "./values.ts";
export { Blocked, type Evidence, NotServed, Violation } from "./violation.ts";
export { createRunPremises, createWorld, type Sender, type World, type WorldParts } from "./world.ts";
