import { type Answer, isSuccess } from "./answer.ts";
import type { OperationName } from "../model/index.ts";
import { operationsWhere } from "./arrange.ts";
import type { Call } from "./call.ts";
import type { Refusal } from "./expect/refusal.ts";
import type { World } from "./world.ts";

/** Sends a call once per change, all at the same time. */
export function eachAttempted(
  changes: readonly { readonly apply: (call: Call) => Call }[],
  call: Call,
  send: (call: Call) => Promise<Answer>,
): Promise<readonly Answer[]> {
  return Promise.all(changes.map(({ apply }) => send(apply(call))));
}

/**
 * Judges one flaw after the other, each with its control: a target that locks a merchant out after some wrong
 * passwords in a row sees a right one in between.
 */
export async function eachRefused(
  { given, expect }: Pick<World, "given" | "expect">,
  operation: OperationName,
  { when, ...refusal }: Refusal,
): Promise<void> {
  for (const flaw of when) await expect.refused(given.request(operation), { ...refusal, when: [flaw] });
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

/** Judges several things at the same time; what fails is told once all are done, so that none is left running. */
export async function sideBySide<T>(things: readonly T[], judge: (thing: T) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(things.map(judge));
  const failure = outcomes.find((outcome) => outcome.status === "rejected");
  if (failure !== undefined) throw failure.reason;
}
