export type { Statement } from "./statement.ts";
export { type JournalledRun, statementOf } from "./build.ts";
export { certificateWords } from "./certificate-words.ts";
export { CertificateError } from "./certificate-error.ts";
export { sealed } from "./envelope.ts";
export type { Judge } from "./judge.ts";
export { fingerprintOfPem, newKeyPair, signingKey } from "./key.ts";
export { type Candidate, type Objection, foreign, objectionsTo } from "./objections.ts";
export { type Verification, verified } from "./verify.ts";
