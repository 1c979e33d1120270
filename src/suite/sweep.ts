import { type Answer, isSuccess } from "./answer.ts";
import { operationsWhere } from "./arrange.ts";
import type { Call } from "./call.ts";

/** Sends a call once per change, all at the same time. */
export function eachAttempted(
  changes: readonly { readonly apply: (call: Call) => Call }[],
  call: Call,
  send: (call: Call) => Promise<Answer>,
): Promise<readonly Answer[]> {
  return Promise.all(changes.map(({ apply }) => send(apply(call))));
}

const secretBodies: readonly string[] = ["login-response", "api-key-created", "webhook-created"];

/** Operations whose answer carries a token, a full key or a signing secret. */
export const secretOperations = operationsWhere(({ response }) => secretBodies.includes(response));

export function isSecretIssued(answer: Answer): boolean {
  return isSuccess(answer) && secretOperations.some(({ operation }) => operation === answer.operation);
}

export function isUnauthorized({ status, odd }: Answer): boolean {
  return status === 401 && !odd;
}
