import type { WireSchema } from "../schema/index.ts";
import { type Answer, isSuccess, summary } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { withJson } from "./call.ts";
import type { Observation, Variant } from "./define.ts";
import type { Flaw } from "./expect/refusal.ts";
import type { Order } from "./order.ts";
import type { Place } from "./path-ids.ts";
import { type ApiKey, type PaymentApplication, premise } from "./premises.ts";
import { Blocked, NotServed } from "./violation.ts";
import type { World } from "./world.ts";

/** Characters that a key's description may have. */
export const longestDescription = 50;

export function describedAs(name: string, description: unknown): Flaw {
  return { name, apply: (call) => withJson(call, { description }) };
}

export const withoutDescription: readonly Flaw[] = [
  { name: "without a description", apply: (call) => withJson(call, {}) },
  describedAs("with null", null),
];

export const descriptionsThatAreNoText: readonly Flaw[] = [
  describedAs("with a number", 42),
  describedAs("with true", true),
  describedAs("with a list", ["checkout"]),
  describedAs("with an object", { text: "checkout" }),
];

export function tooLongDescriptions(letter: string): readonly Flaw[] {
  return [
    describedAs("with 51 characters", letter.repeat(longestDescription + 1)),
    describedAs("with 1000 characters", letter.repeat(1000)),
  ];
}

export interface DescribedKey extends Variant {
  readonly describe: (name: string) => string;
}

const markup = "<&\"'>";

/** Descriptions that come back as they were sent; one that looks like an attack may be refused instead. */
export const describedKeys: readonly DescribedKey[] = [
  { name: "with a plain description", describe: (name) => name.slice(0, longestDescription) },
  {
    name: "with signs of HTML in its description",
    optional: true,
    describe: (name) => name.slice(0, longestDescription - markup.length) + markup,
  },
];

/** Issues a key; a description that was refused for what it holds has nothing to judge. */
export async function issueDescribed(
  { management }: World,
  applicationId: string,
  description: string,
): Promise<Answer> {
  const answer = await management.createApiKey(applicationId, { description });
  if (description.endsWith(markup) && [400, 403, 422].includes(answer.status))
    throw new NotServed(`a description with ${markup} (${summary(answer)})`);
  return answer;
}

/** Sends a payment request under a key. */
export type Pay = (fullKey: string) => Promise<Answer>;

export interface PaymentUse extends Variant {
  readonly operation: PaymentOperation;
  /** Whether the key was used before the check comes to its point: what was used may be remembered. */
  readonly used: boolean;
}

/** Makes ready what a payment request needs, under a key of the application that is known to be good. */
type Prepare = (world: World, goodKey: string) => Promise<Pay>;

const uses = {
  createSession:
    async ({ given, payments }) =>
    (key) =>
      payments.as(key).createSession(given.order(), { key: given.idempotencyKey() }),
  // Each key asks for an order of its own, and again for that: what was answered once may be remembered.
  async repeatSession({ given, payments }) {
    const requests = new Map<string, { order: Order; key: string }>();
    return (fullKey) => {
      const request = requests.get(fullKey) ?? { order: given.order(), key: given.idempotencyKey() };
      requests.set(fullKey, request);
      return payments.as(fullKey).createSession(request.order, { key: request.key });
    };
  },
  async readSession({ given, payments }, apiKey) {
    const { id } = await given.session({ apiKey });
    return (key) => payments.as(key).readSession(id);
  },
  // Nobody has paid: the target says no, but not 401, as long as the key is good.
  async createRefund({ given, payments }, apiKey) {
    const { id } = await given.session({ apiKey });
    return (key) => payments.as(key).createRefund(id, {}, { key: given.idempotencyKey() });
  },
  listPaymentMethods:
    async ({ payments }) =>
    (key) =>
      payments.as(key).listPaymentMethods(),
} satisfies Record<string, Prepare>;

export type PaymentOperation = keyof typeof uses;

const paymentUses: readonly (Variant & { operation: PaymentOperation })[] = [
  { operation: "createSession", name: "creating a session" },
  { operation: "readSession", name: "reading a session" },
  { operation: "createRefund", name: "refunding", capability: "refunds" },
  { operation: "listPaymentMethods", name: "listing payment methods", optional: true },
];

/** Each payment operation under a key that was used before, and under one that never was. */
export const everyPaymentUse: readonly PaymentUse[] = [
  ...paymentUses.flatMap(({ name, ...row }) => [
    { ...row, name: `${name}, a key in use`, used: true },
    { ...row, name: `${name}, a key never used`, used: false },
  ]),
  { operation: "repeatSession", name: "repeating a session request", used: true },
];

/** A payment request that any key of the application may make. */
export function payWith(world: World, operation: PaymentOperation, goodKey: string): Promise<Pay> {
  const prepare: Prepare = uses[operation];
  return prepare(world, goodKey);
}

/** An application whose keys the check may spoil, unless the run was told to make do with one. */
export async function keyHome({ facts, given }: World): Promise<PaymentApplication> {
  return facts.application ?? given.paymentApplication();
}

/** Blocks the check unless a key is let in; what is not served at all has nothing to judge. */
export function letIn(answer: Answer): void {
  if (answer.operation === "listPaymentMethods" && [404, 405, 501].includes(answer.status))
    throw new NotServed("listing payment methods");
  if (answer.status === 401 || answer.status === 403 || answer.status >= 500)
    throw new Blocked(`a good API key was not let in: ${summary(answer)}`, answer);
}

/** Nothing says that keys outlive the disabling of their application: where they die, none can come back to life. */
export function livesOn(answer: Answer): void {
  if (answer.status === 401 || answer.status === 403)
    throw new NotServed("keys that live on when their application was disabled and is enabled again");
  letIn(answer);
}

export function revoke(
  { management }: Pick<World, "management">,
  { applicationId, id }: ApiKey,
): Promise<Answer> {
  return management.revokeApiKey(applicationId, id);
}

/** Revokes keys one after the other; how each revocation is answered, and the next request under its key. */
export async function revokeInTurn(
  world: World,
  pay: Pay,
  keys: readonly ApiKey[],
): Promise<readonly { readonly revoked: Answer; readonly next: Answer }[]> {
  const ends: { revoked: Answer; next: Answer }[] = [];
  for (const key of keys) {
    const revoked = await revoke(world, key);
    ends.push({ revoked, next: await pay(key.fullKey) });
  }
  return ends;
}

/** Revoking a fresh key; whether it still opens the door is what can be seen of it from outside. */
export async function revocation(world: World): Promise<Arranged> {
  const { id, apiKey } = await keyHome(world);
  const key = await world.given.apiKey(id);
  const pay = await payWith(world, "createSession", apiKey);
  return {
    call: await world.call("revokeApiKey", { params: { id, keyId: key.id } }),
    sibling: () => revocation(world),
    look: async () => ((await pay(key.fullKey)).status === 401 ? "refused" : "let in"),
  };
}

/** Issuing a key for an application that exists. */
export function issuing({ given }: World): Promise<Arranged> {
  return given.request("createApiKey");
}

/** Every id in the paths of this chapter. */
export const idsInPaths: readonly (Variant & {
  arrange: (world: World) => Promise<Arranged>;
  place: Place;
})[] = [
  { name: "an application's, issuing", arrange: issuing, place: 1 },
  { name: "an application's, revoking", arrange: revocation, place: 1 },
  { name: "a key's, revoking", arrange: revocation, place: 2 },
];

/** So many fresh keys of an application, asked for one after the other. */
export async function keysInTurn(
  { given }: World,
  applicationId: string,
  count: number,
): Promise<readonly ApiKey[]> {
  const keys: ApiKey[] = [];
  for (let i = 0; i < count; i += 1) keys.push(await given.apiKey(applicationId));
  return keys;
}

/** So many fresh keys of an application, asked for at the same moment. */
export async function keysAtOnce(
  { given }: World,
  applicationId: string,
  count: number,
): Promise<readonly ApiKey[]> {
  return Promise.all(Array.from({ length: count }, () => given.apiKey(applicationId)));
}

/** Three keys of an application: an older one, one, and a newer one. */
export async function keyTrio(
  world: World,
  applicationId: string,
  description?: string,
): Promise<readonly [older: ApiKey, key: ApiKey, newer: ApiKey]> {
  const { given } = world;
  const older = await given.apiKey(applicationId, description);
  if (description !== undefined) await requireShared(world, applicationId, description);
  const key = await given.apiKey(applicationId, description);
  return [older, key, await given.apiKey(applicationId, description)];
}

/** A target may want the descriptions of its keys to differ. */
async function requireShared(
  { management }: World,
  applicationId: string,
  description: string,
): Promise<void> {
  const { status } = await management.createApiKey(applicationId, { description });
  if (status === 409) throw new NotServed("API keys that share a description");
}

/** What the keys of an application are called. */
export const keyNames: readonly (Variant & { readonly description?: string })[] = [
  { name: "with descriptions of their own" },
  { name: "with one description", description: "payments", optional: true },
];

/** The full key of the answer that issues it. */
export function fullKeyOf(issued: Answer): string {
  return premise("issuing an API key", issued, "/fullKey");
}

/** Whether a text is how the full key begins, without being all of it. */
export function beginning(fullKey: string): (text: unknown) => boolean {
  return (text) =>
    typeof text === "string" && text !== "" && text.length < fullKey.length && fullKey.startsWith(text);
}

/** Uses each key, one after the other. */
export async function useEach(pay: Pay, fullKeys: readonly string[]): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const fullKey of fullKeys) answers.push(await pay(fullKey));
  return answers;
}

/** Uses a key that shall have been used, and blocks the check unless it is let in. */
export async function warmUp(pay: Pay, { used }: PaymentUse, key: ApiKey): Promise<void> {
  if (used) letIn(await pay(key.fullKey));
}

/** How the keys of this chapter's own operations are answered. */
export const keyAnswers: Observation = {
  when: (answer) => isSuccess(answer) && schemaOf(answer) !== undefined,
  check: ({ expect }, answer) => expect(answer).toMatchSchema(schemaOf(answer) ?? "empty"),
};

function schemaOf({ operation }: Answer): WireSchema | undefined {
  if (operation === "createApiKey") return "api-key-created";
  return operation === "revokeApiKey" ? "empty" : undefined;
}
