import type { Freedom } from "../generate/index.ts";
import { type OperationName, operations } from "../model/index.ts";
import { type WireSchema, wireSchemas } from "../schema/index.ts";
import type { Call } from "./call.ts";
import { webhookUrl } from "./given.ts";
import type { World } from "./world.ts";

type Members = Readonly<Record<string, unknown>>;

/** The documented ones. */
const events = ["session.completed", "session.expired", "refund.failed"];

/** Makes a lawful body of an operation with all its members, under identities of its own. */
type Sample = (world: World, usual: Members) => Members;

const samples: Partial<Record<OperationName, Sample>> = {
  // Of nobody: a merchant whose password is wrong too often may be locked out.
  login: ({ given }) => ({ email: `${given.name()}@example.com`, password: "not-anybodys-password" }),
  signUp: ({ given }) => ({ ...given.applicant().body }),
  createApplication: ({ given }, usual) => ({ ...usual, name: given.name() }),
  createWebhook: ({ given }) => ({ url: webhookUrl(given.values), subscribedEvents: events.slice(0, 2) }),
  updateWebhook: ({ given }) => ({ url: webhookUrl(given.values), isActive: false }),
  createSession: ({ given }) => given.order(),
  createRefund: (_, usual) => ({ ...usual, reason: "a size too small", lineItems: [{ sku: "SHOE-42" }] }),
};

/** The body of a call with all members that are documented; nothing for an operation without a body. */
export function sampleBody(world: World, { operation, json }: Call): Members | undefined {
  if (operation === undefined || json === undefined) return undefined;
  const usual = json as Members;
  return samples[operation]?.(world, usual) ?? usual;
}

/** What the documentation leaves to the client in a body that the target is known to take. */
export function freedomsOf({ facts, given }: World, operation: OperationName): readonly Freedom[] {
  const { paymentMethods } = given.provider();
  return freedoms[operation]?.({ paymentMethods, session: facts.session }) ?? [];
}

/** Whether an operation's body leaves anything to the client. */
export function isFree(operation: OperationName): boolean {
  return operation in freedoms;
}

interface Taken {
  readonly paymentMethods: readonly string[];
  readonly session: Members;
}

const freedoms: Partial<Record<OperationName, (taken: Taken) => readonly Freedom[]>> = {
  signUp: () => [
    { pointer: "/admin/firstName", text: 40 },
    { pointer: "/admin/lastName", text: 40 },
    { pointer: "/organization/contactPersonLastName", text: 40 },
    { pointer: "/organization/registeredAddress/line2", text: 60 },
    { pointer: "/organization/registeredAddress/line2", optional: true },
  ],
  createApplication: () => [
    { pointer: "/name", text: 100, isOpen: true },
    { pointer: "/description", text: 250 },
    { pointer: "/description", optional: true },
  ],
  createApiKey: () => [{ pointer: "/description", text: 50 }],
  setApplicationStatus: () => [{ pointer: "/isEnabled", oneOf: [true, false] }],
  linkProvider: ({ paymentMethods }) => [{ pointer: "/paymentMethods", someOf: paymentMethods }],
  setPaymentMethods: ({ paymentMethods }) => [{ pointer: "/paymentMethods", someOf: paymentMethods }],
  createWebhook: () => [
    { pointer: "/subscribedEvents", someOf: events },
    { pointer: "/subscribedEvents", optional: true },
  ],
  updateWebhook: () => [
    { pointer: "/isActive", oneOf: [true, false] },
    { pointer: "/isActive", optional: true },
  ],
  createSession: ({ session }) =>
    orderFreedoms.filter(({ pointer }) => !((pointer.split("/")[1] ?? "") in session)),
  createRefund: () => [
    { pointer: "/amount", centsUpTo: 1 },
    { pointer: "/amount", optional: true },
    { pointer: "/reason", text: 100 },
    { pointer: "/reason", optional: true },
    { pointer: "/lineItems", anything: "array" },
  ],
};

/** Names and notes; what is checked against something else, such as a currency or an address, stays. */
const orderFreedoms: readonly Freedom[] = [
  { pointer: "/orderReference", text: 60, isOpen: true },
  { pointer: "/customer/firstName", text: 40 },
  { pointer: "/customer/lastName", text: 40 },
  { pointer: "/orderItems/0/name", text: 100 },
  { pointer: "/additionalInformation", anything: "object" },
];

/** The name of the schema that an operation's body obeys. */
export function requestSchema(operation: OperationName): WireSchema | undefined {
  const described = operations[operation];
  return "request" in described ? wireSchemas.find((schema) => schema === described.request) : undefined;
}
