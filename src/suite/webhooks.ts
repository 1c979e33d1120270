import type { OperationName } from "../model/index.ts";
import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { memberFlaw, missing, nulled } from "./body-flaws.ts";
import type { Variant } from "./define.ts";
import type { Spelling } from "./expect/acceptance.ts";
import type { Flaw } from "./expect/refusal.ts";
import { withJson } from "./call.ts";
import { fixture } from "./fixtures.ts";
import type { Webhook } from "./given.ts";
import { briefly, eventually } from "./patience.ts";
import { premise } from "./premises.ts";
import type { WireSchema } from "../schema/index.ts";
import { Blocked } from "./violation.ts";
import type { World } from "./world.ts";

interface Named {
  readonly name: string;
  readonly value: unknown;
}

const tables =
  fixture<Readonly<Record<"unlawful" | "missing" | "lawful" | "unknownEvents", readonly Named[]>>>(
    "webhook-urls",
  );

/** Bodies whose `url` is no HTTPS URL. */
export const insecureUrls = tables.unlawful.map(({ name, value }) => memberFlaw("/url", name, value));

/** Bodies whose `url` is no text, or not there. */
const missingUrls = [
  missing("/url"),
  ...tables.missing.map(({ name, value }) => memberFlaw("/url", name, value)),
];

interface Registering extends Variant {
  readonly arrange: (world: World) => Promise<Arranged>;
  readonly flaws: readonly Flaw[];
}

/** Where an address is looked at. */
export const registrations: readonly Registering[] = [
  { name: "a new webhook", arrange: ({ given }) => given.request("createWebhook"), flaws: missingUrls },
  {
    name: "a webhook that is moved",
    arrange: (world) => webhookChange(world),
    flaws: tables.missing
      .filter(({ value }) => value !== null)
      .map(({ name, value }) => memberFlaw("/url", name, value)),
  },
  {
    name: "a webhook that is moved to null",
    // To some null is as good as left out.
    level: "SHOULD",
    arrange: (world) => webhookChange(world),
    flaws: [nulled("/url")],
  },
];

export const unknownEvents = tables.unknownEvents.map(({ name, value }) =>
  memberFlaw("/subscribedEvents", name, value),
);

/** Other spellings of HTTPS URLs that mean just as much. */
export function lawfulUrls({ given }: World): readonly Spelling[] {
  return tables.lawful.map(({ name, value }) => ({
    name,
    apply: (call) => withJson(call, { url: String(value).replace("{name}", given.name()) }),
  }));
}

/** Events that the documentation names. */
export const documentedEvents: readonly (Variant & { readonly events: readonly string[] })[] = [
  { name: "session.completed alone", events: ["session.completed"] },
  { name: "session.expired alone", events: ["session.expired"] },
  { name: "refund.failed alone", events: ["refund.failed"] },
  { name: "all of them", events: ["session.completed", "session.expired", "refund.failed"] },
];

/** Changes of a webhook, each of which leaves everything else as it was. */
export const webhookChanges: readonly Change[] = [
  { name: "the address alone", members: ["url"] },
  { name: "the address of an inactive one", members: ["url"], isInactive: true },
  { name: "the status alone", members: ["isActive"] },
  { name: "the status of an inactive one", members: ["isActive"], isInactive: true },
  { name: "both", members: ["url", "isActive"] },
];

interface Change extends Variant {
  readonly members: readonly ("url" | "isActive")[];
  /** Whether the webhook was switched off before. */
  readonly isInactive?: boolean;
}

/** A webhook about to be changed, with other events than come by default. */
export async function changeable(world: World, { isInactive = false }: Change): Promise<Webhook> {
  const { given, management } = world;
  const { id } = await given.application();
  const body = { url: freshUrl(world), subscribedEvents: ["refund.failed"] };
  const webhook = await registered(world, id, body);
  if (isInactive) await given.acceptance(management.updateWebhook(id, webhook.id, { isActive: false }));
  return webhook;
}

/** Operations on the webhooks of an application that their paths name. */
export const webhookOperations: readonly (Variant & { readonly operation: OperationName })[] = [
  { name: "createWebhook", operation: "createWebhook" },
  { name: "listWebhooks", operation: "listWebhooks" },
  { name: "updateWebhook", operation: "updateWebhook" },
  { name: "testWebhook", operation: "testWebhook" },
];

/** Operations on one webhook that their paths name. */
export const operationsOnWebhook: readonly (Variant & { readonly operation: OperationName })[] = [
  { name: "updateWebhook", operation: "updateWebhook" },
  { name: "testWebhook", operation: "testWebhook" },
  { name: "deleteWebhook", operation: "deleteWebhook", optional: true },
];

const schemas: Partial<Record<OperationName, WireSchema>> = {
  createWebhook: "webhook-created",
  listWebhooks: "webhook-page",
  updateWebhook: "webhook",
  deleteWebhook: "empty",
  testWebhook: "webhook-test",
};

export function isWebhookAnswer(answer: Answer): boolean {
  return isSuccess(answer) && answer.operation !== undefined && schemas[answer.operation] !== undefined;
}

/** The schema of what an operation on webhooks answers. */
export function schemaOfWebhookAnswer({ operation }: Answer): WireSchema {
  return (operation === undefined ? undefined : schemas[operation]) ?? "empty";
}

/** Members that only their own operations change. */
const lasting = [
  "id",
  "url",
  "isActive",
  "keyFingerprint",
  "subscribedEvents",
  "lastTestAt",
  "lastTestStatus",
  "createdAt",
];

/** A webhook as the list shows it, as far as it is documented and not bound to change with every update. */
export type Entry = Readonly<Record<string, unknown>>;

export interface Listed {
  readonly entry: Entry | undefined;
  readonly answer: Answer;
}

/** Looks a webhook up in its application's list; looks again for a moment, should the list lag behind. */
export async function listedWebhook(
  { management }: World,
  { id, applicationId }: Pick<Webhook, "id" | "applicationId">,
  wanted: (entry: Entry | undefined) => boolean = (entry) => entry !== undefined,
): Promise<Listed> {
  const list = () => management.listWebhooks(applicationId, { page: 1, limit: 50 });
  const answer = await eventually(list, (page) => wanted(entryIn(page, id)), briefly);
  if (!isSuccess(answer)) throw new Blocked(`listing webhooks was not accepted: ${summary(answer)}`, answer);
  return { entry: entryIn(answer, id), answer };
}

function entryIn(page: Answer, id: string): Entry | undefined {
  const items = valueAt(page.json, "/items");
  const item: unknown = Array.isArray(items) ? items.find((one) => valueAt(one, "/id") === id) : undefined;
  return item === undefined ? undefined : lastingOf(item);
}

/** What of a webhook's answer lasts. */
export function lastingOf(webhook: unknown): Entry {
  return Object.fromEntries(lasting.map((name) => [name, valueAt(webhook, `/${name}`)]));
}

/** Judges that the list shows a webhook like this. */
export async function expectListedAs(world: World, webhook: Webhook, expected: Entry): Promise<void> {
  const isSame = (entry: Entry | undefined) =>
    JSON.stringify(entry) === JSON.stringify({ ...entry, ...expected });
  const { entry, answer } = await listedWebhook(world, webhook, isSame);
  world.expect.value(entry, `webhook ${webhook.id} in the list`, answer).toBePresent();
  for (const [name, value] of Object.entries(expected))
    world.expect
      .value(entry?.[name], `\`${name}\` of webhook ${webhook.id} in the list`, answer)
      .toEqual(value);
}

/** Judges that a list does not show a webhook. */
export async function expectUnlisted(
  world: World,
  webhook: Pick<Webhook, "id" | "applicationId">,
): Promise<void> {
  const { entry, answer } = await listedWebhook(world, webhook, (one) => one === undefined);
  world.expect.value(entry, `webhook ${webhook.id} in the list`, answer).toBeAbsent();
}

/** Three webhooks of one application, each with events of its own. */
export async function webhookTrio(
  world: World,
  applicationId: string,
): Promise<readonly [Hooked, Hooked, Hooked]> {
  const make = async (events: readonly string[]): Promise<Hooked> => {
    const url = freshUrl(world);
    return { ...(await registered(world, applicationId, { url, subscribedEvents: events })), url, events };
  };
  return [await make(["session.completed"]), await make(["session.expired"]), await make(["refund.failed"])];
}

export interface Hooked extends Registered {
  readonly url: string;
  readonly events: readonly string[];
}

/** The events that an answer says a webhook is subscribed to. */
export function eventsOf(answer: Answer): readonly string[] {
  const events = valueAt(answer.json, "/subscribedEvents");
  return Array.isArray(events) ? events.map(String) : [];
}

export const someEvents = [
  (value: unknown) =>
    Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string"),
  "the names of some events",
] as const;

/** Whether a fingerprint keeps a signing secret to itself: not more than half of what is secret may show in one piece. */
export function masksSecret(created: Answer): (fingerprint: unknown) => boolean {
  const bare = String(valueAt(created.json, "/signingSecret")).replace(/^whsec_/, "");
  const most = Math.floor(bare.length / 2);
  return (fingerprint) =>
    typeof fingerprint === "string" &&
    !Array.from({ length: bare.length - most }, (_, i) => bare.slice(i, i + most + 1)).some((piece) =>
      fingerprint.includes(piece),
    );
}

/** An address nobody has: `.example` is reserved (RFC 2606). */
export function freshUrl({ given }: World): string {
  return `https://receiver.example/${given.name()}`;
}

/** Signing secrets of as many new webhooks. */
export async function secretsOf({ given }: World, count: number): Promise<readonly string[]> {
  const { id } = await given.application();
  const made = await Promise.all(Array.from({ length: count }, () => given.webhook(id)));
  return made.map(({ signingSecret }) => signingSecret);
}

/** Changes these members of a webhook; gives what they should be from now on. */
export async function changedWebhook(
  world: World,
  { id, applicationId }: Webhook,
  { members, isInactive = false }: Pick<Change, "members" | "isInactive">,
): Promise<{ readonly answer: Answer; readonly changes: Entry }> {
  const all = { url: freshUrl(world), isActive: isInactive };
  const changes = Object.fromEntries(members.map((name) => [name, all[name]]));
  return { answer: await world.management.updateWebhook(applicationId, id, changes), changes };
}

/** A webhook of an application of its own, as its creation answered it. */
export async function freshWebhook({ given }: World): Promise<Webhook> {
  return given.webhook((await given.application()).id);
}

export interface Registered extends Webhook {
  /** As the target says. */
  readonly subscribedEvents: readonly string[];
}

/** Registers an address; blocks the check where the target does not take it. */
export async function registered(
  { management }: World,
  applicationId: string,
  body: { readonly url: string; readonly subscribedEvents?: readonly string[] },
): Promise<Registered> {
  const answer = await management.createWebhook(applicationId, body);
  const doing = `registering ${body.url}`;
  const id = premise(doing, answer, "/id");
  const signingSecret = premise(doing, answer, "/signingSecret");
  return { id, signingSecret, applicationId, subscribedEvents: eventsOf(answer) };
}

/** A change of a webhook that is ready to be sent. */
export async function webhookChange(world: World, webhook?: Webhook): Promise<Arranged> {
  const { id: webhookId, ...rest } = webhook ?? (await freshWebhook(world));
  const url = freshUrl(world);
  const params = { id: rest.applicationId, webhookId };
  return {
    call: await world.call("updateWebhook", { params, json: { url } }),
    look: async () => (await listedWebhook(world, { id: webhookId, ...rest })).entry,
    sibling: () => webhookChange(world),
  };
}
