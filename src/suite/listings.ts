import type { OperationName } from "../model/index.ts";
import type { WireSchema } from "../schema/index.ts";
import { type Answer, isSuccess } from "./answer.ts";
import type { Api, Query } from "./api.ts";
import { withQuery } from "./call.ts";
import type { Variant } from "./define.ts";
import type { Flaw } from "./expect/refusal.ts";
import type { Facts } from "./facts.ts";
import { fixture } from "./fixtures.ts";
import { type Given, webhookUrl } from "./given.ts";

export interface ListParts {
  readonly given: Given;
  readonly api: Api;
  readonly facts: Facts;
}

/** One list operation, and how an item gets into its list. */
export interface Listing extends Variant {
  readonly operation: OperationName;
  readonly schema: WireSchema;
  /** JSON pointer to what tells an item from the others. */
  readonly identity: string;
  /** The whole merchant or a whole application shares the list: others may write to it at any time. */
  readonly isShared: boolean;
  /** The most items that can be put in. */
  readonly most: (facts: Facts) => number;
  readonly read: (parts: ListParts, applicationId: string, query: Query) => Promise<Answer>;
  readonly add: (parts: ListParts, applicationId: string, index: number) => Promise<Answer>;
  readonly remove?: (parts: ListParts, applicationId: string, id: string) => Promise<Answer>;
}

const webhooks: Listing = {
  name: "webhooks",
  capability: "webhooks",
  operation: "listWebhooks",
  schema: "webhook-page",
  identity: "/id",
  isShared: false,
  most: () => Infinity,
  read: ({ api }, applicationId, query) => api.management.listWebhooks(applicationId, query),
  add: ({ api, given }, applicationId) =>
    api.management.createWebhook(applicationId, { url: webhookUrl(given.values) }),
  remove: ({ api }, applicationId, id) => api.management.deleteWebhook(applicationId, id),
};

const providers: Listing = {
  name: "providers",
  capability: "providers",
  operation: "listProviders",
  schema: "provider-page",
  identity: "/provider",
  isShared: false,
  most: (facts) => facts.providers.length,
  read: ({ api }, applicationId, query) => api.management.listProviders(applicationId, query),
  add: ({ api, facts }, applicationId, index) =>
    api.management.linkProvider(applicationId, facts.providers[index]),
};

const apiKeys: Listing = {
  name: "API keys",
  optional: true,
  operation: "listApiKeys",
  schema: "api-key-page",
  identity: "/id",
  isShared: false,
  most: () => Infinity,
  read: ({ api }, applicationId, query) => api.management.listApiKeys(applicationId, query),
  add: ({ api, given }, applicationId) =>
    api.management.createApiKey(applicationId, { description: given.name().slice(0, 50) }),
  remove: ({ api }, applicationId, id) => api.management.revokeApiKey(applicationId, id),
};

const applications: Listing = {
  name: "applications",
  optional: true,
  operation: "listApplications",
  schema: "application-page",
  identity: "/id",
  isShared: true,
  most: () => Infinity,
  read: ({ api }, _, query) => api.management.listApplications(query),
  add: ({ api, given }) => api.management.createApplication({ name: given.name() }),
};

const paymentMethods: Listing = {
  name: "payment methods",
  optional: true,
  operation: "listPaymentMethods",
  schema: "payment-methods",
  identity: "",
  isShared: true,
  most: () => 0,
  read: ({ api }, _, query) => api.payments.listPaymentMethods(query),
  add: ({ api }) => api.payments.listPaymentMethods(),
};

/** Lists that the documentation describes. */
export const documentedLists: readonly Listing[] = [webhooks, providers];

/** Lists of one application: a check that makes the application is the only one to write to them. */
export const ownLists: readonly Listing[] = [webhooks, providers, apiKeys];

/** The last two are everybody's, and so judged on what one answer shows by itself. */
export const allLists: readonly Listing[] = [...ownLists, applications, paymentMethods];

/** The merchant's own list, judged on several pages while nothing else of the run writes to it. */
export const sharedLists: readonly Listing[] = [applications];

export const webhookLists: readonly Listing[] = [webhooks];
export const apiKeyLists: readonly Listing[] = [apiKeys];

/** How many items are there before others join them, and how large the pages are. */
export const growingLists = [
  { ...webhooks, old: 6, limit: 2 },
  { ...providers, old: 1, limit: 1 },
  { ...apiKeys, old: 6, limit: 2 },
];

/** Values of `page` and `limit` that a list has to refuse. */
export interface BadParameters extends Variant {
  readonly listing: Listing;
  readonly flaws: readonly Flaw[];
}

type Table = Readonly<
  Record<"documented" | "silent" | "tooMany", readonly { parameter: string; value: string }[]>
>;

const table = fixture<Table>("page-parameters");

function flawsOf(rows: Table["silent"]): readonly Flaw[] {
  return rows.map(({ parameter, value }) => ({
    name: `${parameter}=${value}`,
    apply: (call) => withQuery(call, parameter, value),
  }));
}

export const badParameters: readonly BadParameters[] = allLists.flatMap((listing) => {
  const { name, capability = "core", optional = false } = listing;
  const isDocumented = listing === webhooks;
  const [must, should] = isDocumented
    ? [[...table.documented, ...table.tooMany], table.silent]
    : [table.documented, [...table.silent, ...table.tooMany]];
  const base = { listing, capability, optional };
  const further = {
    ...base,
    name: `${name}, further values`,
    level: "SHOULD",
    flaws: flawsOf(should),
  } as const;
  return [{ ...base, name, flaws: flawsOf(must) }, ...(documentedLists.includes(listing) ? [further] : [])];
});

/** A page of a list that the documentation describes. */
export function isDocumentedPage(answer: Answer): boolean {
  return isSuccess(answer) && schemaOfPage(answer) !== undefined;
}

/** The schema of the list that a page belongs to, where it is documented. */
export function schemaOfPage({ operation }: Answer): WireSchema | undefined {
  return documentedLists.find((listing) => listing.operation === operation)?.schema;
}
