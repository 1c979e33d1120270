import type { Operations } from "../call.ts";
import { replaceOperation } from "../fault.ts";
import type { Parts } from "../parts.ts";

const names = [
  "createApplication",
  "setApplicationStatus",
  "createApiKey",
  "linkProvider",
  "setPaymentMethods",
  "rotateProviderKey",
  "createWebhook",
  "updateWebhook",
  "createSession",
  "createRefund",
] as const;

/** The operations, each of which validates its body before it does anything else. */
export const validated = (parts: Parts): Operations => {
  const first = (before: Parts, name: (typeof names)[number]): Parts =>
    replaceOperation(before, name, (call, next) => {
      parts.validate[name](call.body);
      return next(call);
    });
  return names.reduce(first, parts).operations;
};
