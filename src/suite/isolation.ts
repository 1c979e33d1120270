import { type OperationName, operations } from "../model/index.ts";
import { type Arranged, type OperationVariant, operationsWhere } from "./arrange.ts";
import { bearer, type Call, idempotencyKeyHeader, withAuthorization, withJson } from "./call.ts";
import { withCredential } from "./credentials.ts";
import type { Variant } from "./define.ts";
import type { Flaw } from "./expect/refusal.ts";
import type { Session } from "./given.ts";
import { quarterOf } from "./order.ts";
import { withId } from "./path-ids.ts";
import { listedRefunds, sessionRefundedInPart } from "./refunds.ts";
import { summary } from "./answer.ts";
import { Blocked } from "./violation.ts";
import type { World } from "./world.ts";

/** By the end of the path that tells them apart: the verbs on what a merchant owns. */
function verbsOn(pattern: RegExp): readonly OperationVariant[] {
  return operationsWhere(({ credential, path }) => credential === "jwt" && pattern.test(path));
}

export const applicationVerbs = verbsOn(/\{id\}(\/status)?$/);
export const apiKeyVerbs = verbsOn(/\/api-keys/);
export const providerVerbs = verbsOn(/\/providers/);
export const webhookVerbs = verbsOn(/\/webhooks/);

/** Verbs on a thing that an application owns and that has an id of its own. */
export const ownedByIdVerbs = verbsOn(/\{(keyId|webhookId)\}/);

/** A lawful call of the owner's, with a look that shows whether somebody else carried it out. */
export async function owned(world: World, operation: OperationName): Promise<Arranged> {
  const arranged = await (arrangements[operation] ?? plainly(operation))(world);
  return { ...arranged, sibling: () => owned(world, operation) };
}

type Arrangement = (world: World) => Promise<Omit<Arranged, "sibling">>;

const arrangements: Partial<Record<OperationName, Arrangement>> = {
  revokeApiKey: async ({ given, call, payments }) => {
    const { id } = await given.application();
    const { id: keyId, fullKey } = await given.apiKey(id);
    return {
      call: await call("revokeApiKey", { params: { id, keyId } }),
      look: async () => {
        const { status } = await payments.as(fullKey).readSession(given.absentId());
        return status === 401 ? "the key is dead" : "the key is alive";
      },
    };
  },
  activateProvider: async ({ given, send }) => {
    const arranged = await given.request("activateProvider");
    const path = arranged.call.path.replace(/activate$/, "deactivate");
    await given.acceptance(send({ ...arranged.call, path }));
    return arranged;
  },
};

function plainly(operation: OperationName): Arrangement {
  return ({ given }) => given.request(operation);
}

/** The ways in which another merchant may try its hand on an owner's call. */
export async function intrusions(world: World, operation: OperationName): Promise<readonly Flaw[]> {
  const { token, applicationId } = await world.given.secondMerchant();
  const asStranger = withCredential("as another merchant", token);
  const through: Flaw = {
    name: "as another merchant, through an application of its own",
    apply: (call) => withId(asStranger.apply(call), 1, applicationId),
  };
  const { path } = operations[operation];
  const body = tellingBodies[operation]?.(world);
  return [
    asStranger,
    ...(/\{(keyId|webhookId)\}/.test(path) ? [through] : []),
    ...(body === undefined ? [] : [withBody(asStranger, body)]),
  ];
}

/** What is lawful for the owner may show no effect; this would, but may be refused for its own sake. */
function withBody({ name, apply }: Flaw, body: object): Flaw {
  return {
    name: `${name}, with another value`,
    apply: (call) => withJson(apply(call), body),
    status: [400, 403, 404, 422],
  };
}

const tellingBodies: Partial<Record<OperationName, (world: World) => object>> = {
  setPaymentMethods: ({ facts: { providers } }) => {
    const others = providers.flatMap(({ paymentMethods }) => paymentMethods);
    return { paymentMethods: [...new Set([...others, "bank_transfer"])].toReversed() };
  },
  rotateProviderKey: ({ given }) => ({
    apiKey: given.provider().credentials.apiKey.replace(/.{4}$/, "zZ99"),
  }),
};

/** Who else holds an API key on the target. */
export type Stranger = "another application of the merchant" | "an application of another merchant";

/** A live API key of somebody else's application. */
export async function strangersKey({ given, payments }: World, stranger: Stranger): Promise<string> {
  const key =
    stranger === "an application of another merchant"
      ? (await given.secondMerchant()).apiKey
      : (await given.apiKey((await given.application()).id)).fullKey;
  const control = await payments.as(key).readSession(given.absentId());
  if (control.status === 401)
    throw new Blocked(`the key of ${stranger} is refused: ${summary(control)}`, control);
  return key;
}

export interface ForeignSession extends Variant {
  readonly stranger: Stranger;
  readonly arrange: (world: World) => Promise<Arranged>;
}

const strangers: readonly Stranger[] = [
  "another application of the merchant",
  "an application of another merchant",
];

type OnSession = "readSession" | "createRefund";

interface Stage extends Variant {
  readonly operation: OnSession;
  readonly reached: (world: World) => Promise<Session>;
}

const paid: Pick<Stage, "needs" | "reached"> = {
  needs: ["checkout"],
  reached: ({ given }) => given.paidSession(),
};
const refundedInPart: Pick<Stage, "needs" | "capability" | "reached"> = {
  needs: ["checkout"],
  capability: "refunds",
  reached: sessionRefundedInPart,
};

/** How far a session has come when a stranger asks for it: what is looked up elsewhere later may be open to all. */
const stages: readonly Stage[] = [
  { name: "readSession", operation: "readSession", reached: ({ given }) => given.session() },
  { name: "readSession, once it is paid", operation: "readSession", ...paid },
  { name: "readSession, once it is refunded in part", operation: "readSession", ...refundedInPart },
  { name: "createRefund", operation: "createRefund", capability: "refunds", ...paid },
  { name: "createRefund, once it is refunded in part", operation: "createRefund", ...refundedInPart },
];

/** Reading and refunding, each by either kind of stranger. */
export const foreignSessions: readonly ForeignSession[] = stages.flatMap(
  ({ name, operation, reached, ...stage }) =>
    strangers.map((stranger) => ({
      ...stage,
      name: `${name} by ${stranger}`,
      stranger,
      arrange: (world) => onSession(world, operation, reached),
      needs: [
        ...(stage.needs ?? []),
        ...(stranger === "an application of another merchant" ? (["secondMerchant"] as const) : []),
      ],
    })),
);

async function onSession(world: World, operation: OnSession, reached: Stage["reached"]): Promise<Arranged> {
  const session = await reached(world);
  const call = operation === "readSession" ? readingOf : refundOf;
  return { ...(await call(world, session)), sibling: () => onSession(world, operation, reached) };
}

async function readingOf({ call }: World, { id }: Session): Promise<Omit<Arranged, "sibling">> {
  return { call: await call("readSession", { params: { sessionId: id } }) };
}

async function refundOf(world: World, { id, order }: Session): Promise<Omit<Arranged, "sibling">> {
  const { given, payments } = world;
  const headers = [[idempotencyKeyHeader, given.idempotencyKey()]] as const;
  const json = { amount: quarterOf(order) };
  return {
    call: await world.call("createRefund", { params: { sessionId: id }, json, headers }),
    look: async () => listedRefunds(await payments.readSession(id)).length,
  };
}

/** A session under a stranger's key, also with its id in the other case: that is a spelling, no other session. */
export function sessionIntrusions(apiKey: string): readonly Flaw[] {
  const under = (call: Call) => withAuthorization(call, bearer(apiKey));
  return [
    { name: "under a foreign key", apply: under },
    {
      name: "under a foreign key, with the id in upper case",
      apply: (call) => withId(under(call), 1, (call.path.split("/")[2] ?? "").toUpperCase()),
      status: [400, 403, 404],
    },
  ];
}
