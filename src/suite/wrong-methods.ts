import { type OperationName, operations } from "../model/index.ts";
import type { Answer } from "./answer.ts";
import type { Variant } from "./define.ts";
import type { World } from "./world.ts";

interface WrongMethods extends Variant {
  readonly operation: OperationName;
  readonly methods: readonly string[];
}

/**
 * Methods that the path of an operation does not know, and that no target is likely to have added to it. Nothing is
 * ever deleted by them: DELETE goes only to paths that name something, and what they name is absent.
 */
const methods = {
  login: ["PUT", "PATCH"],
  createApplication: ["PUT", "PATCH"],
  setApplicationStatus: ["POST", "DELETE"],
  createApiKey: ["PUT", "PATCH"],
  revokeApiKey: ["POST", "PUT"],
  linkProvider: ["PUT", "PATCH"],
  setPaymentMethods: ["POST", "DELETE"],
  activateProvider: ["GET", "DELETE"],
  rotateProviderKey: ["GET", "DELETE"],
  createWebhook: ["PUT", "PATCH"],
  updateWebhook: ["POST"],
  testWebhook: ["PUT", "DELETE"],
  createSession: ["PUT", "PATCH"],
  readSession: ["PUT", "POST"],
  createRefund: ["PUT", "PATCH"],
} as const satisfies Partial<Record<OperationName, readonly string[]>>;

export const wrongMethods: readonly WrongMethods[] = Object.entries(methods).map(([name, wrong]) => {
  const operation = name as keyof typeof methods;
  const { path, capability } = operations[operation];
  return { name: path, operation, methods: wrong, capability };
});

export function isMethodNotAllowed({ status }: Answer): boolean {
  return status === 405;
}

/** Sends each wrong method to the operation's path, with its credential and the ids of nothing. */
export async function tryMethods(
  world: World,
  { operation, methods: wrong }: WrongMethods,
): Promise<readonly Answer[]> {
  const absent = world.given.absentId();
  const params = { id: absent, keyId: absent, webhookId: absent, sessionId: absent, providerName: "nobody" };
  const call = await world.call(operation, { params });
  // Some proxies let only common methods pass.
  return Promise.all(wrong.map((method) => world.send({ ...call, method, operation: undefined, odd: true })));
}
