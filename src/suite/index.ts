export {
  type Answer,
  answerOf,
  headerIn,
  isClientError,
  isSuccess,
  parsed,
  shown,
  summary,
  valueAt,
} from "./answer.ts";
export type { Api, Management, Payments, Visitor } from "./api.ts";
export {
  managementOperations,
  operationsWhere,
  everyOperation,
  operationsWithBody,
  type OperationVariant,
  paymentOperations,
  protectedOperations,
} from "./arrange.ts";
export {
  bearer,
  type Call,
  callOf,
  requestOf,
  withAuthorization,
  withHeader,
  withJson,
  withoutAuthorization,
  withoutHeader,
  withQuery,
  withRaw,
} from "./call.ts";
export * from "./applications.ts";
export * from "./body-flaws.ts";
export * from "./breaches.ts";
export * from "./capabilities.ts";
export * from "./credentials.ts";
export * from "./api-keys.ts";
export * from "./api-key-secrecy.ts";
export * from "./define.ts";
export * from "./deliveries.ts";
export * from "./delivery-causes.ts";
export type * from "./drivers.ts";
export { brokenBodies, nonObjectBodies } from "./broken-bodies.ts";
export * from "./errors.ts";
export { createExpect, type Expect } from "./expect/index.ts";
export type { Flaw } from "./expect/refusal.ts";
export type { Facts } from "./facts.ts";
export { refuseForgeries, tried } from "./forgery.ts";
export * from "./forgery-signature.ts";
export * from "./forgery-tables.ts";
export { keysAsSecrets, ownKeysAsSecrets } from "./published-keys.ts";
export { compressedBodies, oversizedBodies } from "./heavy-bodies.ts";
export { surviveHostilities } from "./hostile-requests.ts";
export { hostileBodies } from "./hostile-bodies.ts";
export { type Failure, forAll, type Property } from "./for-all.ts";
export * from "./generation.ts";
export * from "./idempotency.ts";
export * from "./inbox.ts";
export * from "./internal-addresses.ts";
export { obeyModel, stated, suggested } from "./lifecycle/index.ts";
export * from "./listings.ts";
export { eachLimit } from "./page-limits.ts";
export { alikeLogins } from "./login-timing.ts";
export { judgeStrength } from "./key-strength.ts";
export { accepted, arrangeUse } from "./management-uses.ts";
export {
  brokenWithoutAccept,
  charsetVariants,
  emptyBodies,
  foreignMediaTypes,
  jsonSpellings,
  operationsThatNeedBody,
  otherMediaTypes,
  typicalOperations,
  withoutAccept,
  withoutContentType,
} from "./media-types.ts";
export { quarterOf, reversed, type Order } from "./order.ts";
export { eventually, inTurn, isPutOff, isPutOffForGood } from "./patience.ts";
export { fixture } from "./fixtures.ts";
export { ownKeys } from "./jwt.ts";
export { selfSigned } from "./self-signed.ts";
export type { Session } from "./given.ts";
export type { Premises } from "./premises.ts";
export { idsAt, malformedIds, naming } from "./path-ids.ts";
export { loads, revokeUnderLoad } from "./revocation-race.ts";
export * from "./sessions.ts";
export * from "./session-ends.ts";
export * from "./credential-watch.ts";
export { masking } from "./masking.ts";
export * from "./odd-queries.ts";
export * from "./offered-methods.ts";
export * from "./provider-changes.ts";
export * from "./provider-tables.ts";
export * from "./providers.ts";
export { moneyOf } from "./money.ts";
export { obeyBalance } from "./refund-model.ts";
export { eachSplit, shares, treacherousAmounts } from "./refund-splits.ts";
export * from "./refund-tables.ts";
export * from "./refunds.ts";
export * from "./failed-refunds.ts";
export * from "./routing.ts";
export * from "./signing-secrets.ts";
export * from "./source.ts";
export { acceptedAnswer, acceptedCall, attemptEach, survive } from "./survival.ts";
export * from "./sweep.ts";
export * from "./token-lifetime.ts";
export { unknownRoutes } from "./unknown-routes.ts";
export { createValues, type Values } from "./values.ts";
export { Blocked, type Evidence, NotServed, Violation } from "./violation.ts";
export * from "./variations.ts";
export * from "./webhook-addresses.ts";
export * from "./webhook-tests.ts";
export * from "./webhooks.ts";
export { tellNoExistence, namedByPath } from "./existence.ts";
export { answerTheOneWhoAsks, keepTwinsApart, ownUsesOfKeys, sharedKeys } from "./foreign-keys.ts";
export {
  apiKeyVerbs,
  applicationVerbs,
  foreignSessions,
  intrusions,
  owned,
  ownedByIdVerbs,
  providerVerbs,
  sessionIntrusions,
  strangersKey,
  webhookVerbs,
} from "./isolation.ts";
export { listsOfOwners, watchPaymentMethods } from "./own-lists.ts";
export { namedOwners, payThroughOwnProviders } from "./own-providers.ts";
export { firstLogin, keepToken, manageAfter, newcomer, refuseSignUps, stayOutside } from "./sign-up.ts";
export * from "./sign-up-cases.ts";
export * from "./sign-up-tables.ts";
export { hashesIn, refusalsOfPasswords, refuseDuplicate, spellingsOf } from "./sign-up-echo.ts";
export { adminFields, invalidTokens, missingOrganizationFields, missingTokens } from "./sign-up-flaws.ts";
export { raceForToken, raceOfDuplicates } from "./sign-up-race.ts";
export {
  addresses,
  answersOfEachKind,
  beSecure,
  closeToForeignPages,
  namesNoTechnology,
  onlyTell,
  pathsToProbe,
  refuseVersion,
  requireTls,
  retiredVersions,
  overridable,
  stayAGet,
} from "./transport.ts";
export { createRunPremises, createWorld, type Sender, type World, type WorldParts } from "./world.ts";
export { isMethodNotAllowed, tryMethods, wrongMethods } from "./wrong-methods.ts";
