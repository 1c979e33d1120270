/** The bodies of the API: one name for each file in `schemas/wire`, but for the shared definitions. */
export const wireSchemas = [
  "api-key",
  "api-key-created",
  "api-key-page",
  "api-key-request",
  "application",
  "application-page",
  "application-request",
  "application-status-request",
  "empty",
  "error",
  "login-request",
  "login-response",
  "payment-methods",
  "payment-methods-request",
  "provider",
  "provider-api-key-request",
  "provider-link-request",
  "provider-page",
  "refund",
  "refund-request",
  "session",
  "session-created",
  "session-request",
  "session-request-reference",
  "signup-request",
  "signup-response",
  "webhook",
  "webhook-created",
  "webhook-page",
  "webhook-request",
  "webhook-test",
  "webhook-update-request",
] as const;

export type WireSchema = (typeof wireSchemas)[number];

/** Our own files, described in `schemas/tool`. */
export type ToolSchema =
  "report" | "journal" | "configuration" | "certificate" | "certificate-statement" | "comparison";
