import type { ProviderSettings } from "../model/index.ts";
import { isSuccess, summary, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { makePaymentApplication } from "./premises.ts";
import { type Evidence, NotServed, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** Judges that each of two applications is paid through the provider that it linked, not through the other's. */
export async function payThroughOwnProviders(world: World): Promise<void> {
  const { one, other, paymentMethod } = twoProviders(world);
  const evidence: Evidence[] = [];
  for (const [own, foreign] of [
    [one, other],
    [other, one],
  ] as const) {
    const facts = { ...world.facts, providers: [own] as const };
    const { apiKey } = await makePaymentApplication(world, facts, world.given.values);
    const { answer } = await world.given.session({ apiKey, order: world.given.order({ paymentMethod }) });
    const chosen = valueAt(answer.json, "/routing/selectedProvider");
    if (String(chosen).toLowerCase() === foreign.name.toLowerCase())
      evidence.push({
        where: "/routing/selectedProvider",
        expected: `${own.name}, the only one that the application linked`,
        actual: String(chosen),
        hint: "another application of the merchant linked that one",
        answer,
      });
  }
  if (evidence.length > 0) throw new Violation(evidence);
}

function twoProviders({ facts: { providers } }: World) {
  const [one, ...others] = providers;
  const other = others.find((candidate) => sharedMethod(one, candidate) !== undefined);
  const paymentMethod = other === undefined ? undefined : sharedMethod(one, other);
  if (other === undefined || paymentMethod === undefined)
    throw new NotServed("two providers that take the same payment method (configure `providers`)");
  return { one, other, paymentMethod };
}

function sharedMethod(one: ProviderSettings, other: ProviderSettings): string | undefined {
  return one.paymentMethods.find((method) => other.paymentMethods.includes(method));
}

export interface NamedOwner extends Variant {
  /** Asks for something under one application, in a body that names another as its owner. */
  readonly check: (world: World) => Promise<void>;
}

/** A body that names an owner may be refused; taken, it must not hand the thing over. */
export const namedOwners: readonly NamedOwner[] = [
  { name: "a session", check: inEachSpelling(nameOwnerOfSession) },
  { name: "a webhook", capability: "webhooks", check: inEachSpelling(nameOwnerOfWebhook) },
];

/** Each in a request of its own: who knows one of them may refuse the others. */
const ownerMembers = ["applicationId", "application", "application_id"] as const;

type OwnerMember = (typeof ownerMembers)[number];

function inEachSpelling(check: (world: World, member: OwnerMember) => Promise<void>): NamedOwner["check"] {
  return async (world) => {
    for (const member of ownerMembers) await check(world, member);
  };
}

async function nameOwnerOfSession({ given, payments }: World, member: OwnerMember): Promise<void> {
  const other = await given.application();
  const { fullKey } = await given.apiKey(other.id);
  const order = given.order({ [member]: other.id });
  const answer = await payments.createSession(order, { key: given.idempotencyKey() });
  const id = valueAt(answer.json, "/sessionId");
  if (!isSuccess(answer) || typeof id !== "string") return;
  const own = await payments.readSession(id);
  const foreign = await payments.as(fullKey).readSession(id);
  if (isSuccess(own) && !isSuccess(foreign)) return;
  throw new Violation({
    where: "session whose body named another application",
    expected: "to belong to the application of the key",
    actual: `its application reads ${own.status}, the named one ${summary(foreign)}`,
    hint: "take the owner from the credential, not from the body",
    answer: isSuccess(foreign) ? foreign : own,
  });
}

async function nameOwnerOfWebhook({ given, management }: World, member: OwnerMember): Promise<void> {
  const [own, other] = [await given.application(), await given.application()];
  const url = `https://receiver.example/${given.name()}`;
  const answer = await management.createWebhook(own.id, { url, [member]: other.id });
  if (!isSuccess(answer)) return;
  const list = await management.listWebhooks(other.id);
  if (!list.text.includes(url)) return;
  throw new Violation({
    where: "webhook whose body named another application",
    expected: "to belong to the application of the path",
    actual: "listed by the application that the body named",
    hint: "take the owner from the path, not from the body",
    answer: list,
  });
}
