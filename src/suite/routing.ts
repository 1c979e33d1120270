import type { ProviderSettings } from "../model/index.ts";
import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { anotherCredential } from "./masking.ts";
import { inTurn } from "./patience.ts";
import { deactivate, rotate } from "./provider-changes.ts";
import { changed, link, type Link, type Linked, versatileProvider } from "./providers.ts";
import { NotServed } from "./violation.ts";
import type { World } from "./world.ts";

/** An application of the check's own that takes payments. */
export interface Shop {
  readonly applicationId: string;
  readonly apiKey: string;
}

/** A shop with two providers that would both take the same order. */
export interface Rivals extends Shop {
  readonly one: ProviderSettings;
  readonly other: ProviderSettings;
  /** Payment method they have in common. */
  readonly method: string;
}

/** A shop with two providers, each of them for a payment method of its own. */
export interface Specialists extends Shop {
  readonly links: readonly [Link, Link];
  readonly methods: readonly [string, string];
}

/** A fresh application with an API key, and with these providers linked. */
export async function openShop(world: World, ...providers: readonly ProviderSettings[]): Promise<Shop> {
  const { id: applicationId } = await world.given.application();
  for (const provider of providers) await link(world, applicationId, provider);
  const { fullKey } = await world.given.apiKey(applicationId);
  return { applicationId, apiKey: fullKey };
}

/** Asks for a session by a payment method. */
export function place(
  { given, payments }: World,
  { apiKey }: Shop,
  paymentMethod: string,
  key = given.idempotencyKey(),
): Promise<Answer> {
  return payments.as(apiKey).createSession(given.order({ paymentMethod }), { key });
}

/** Several sessions one after the other: a wrong choice made now and then shall show. */
export function placeSome(world: World, shop: Shop, paymentMethod: string): Promise<readonly Answer[]> {
  return inTurn(4, () => place(world, shop, paymentMethod));
}

/** Two providers that share a payment method, each of which takes the run's order by itself. */
export async function openRivals(world: World): Promise<Rivals> {
  const found = await findRivals(world);
  return { ...found, ...(await openShop(world, found.one, found.other)) };
}

/** A shop with two providers, only one of which has a payment method. */
export interface Unequal extends Shop {
  readonly one: ProviderSettings;
  readonly method: string;
}

export const unequalShops: readonly (Variant & { readonly open: (world: World) => Promise<Unequal> })[] = [
  { name: "each has one of its own, the first's", open: (world) => openOwn(world, 0) },
  { name: "each has one of its own, the second's", open: (world) => openOwn(world, 1) },
  { name: "both could have it, the first has", optional: true, open: (world) => openUnequal(world, false) },
  { name: "both could have it, the second has", optional: true, open: (world) => openUnequal(world, true) },
];

async function openOwn(world: World, which: 0 | 1): Promise<Unequal> {
  const { links, methods, ...shop } = await openSpecialists(world);
  return { ...shop, one: links[which].provider, method: methods[which] };
}

/** Whichever of two rivals a target prefers, in one of the two shops that is the wrong one. */
async function openUnequal(world: World, isSwapped: boolean): Promise<Unequal> {
  const rivals = await findRivals(world);
  const { method } = rivals;
  const [one, other] = isSwapped ? [rivals.other, rivals.one] : [rivals.one, rivals.other];
  const shop = await openShop(world, { ...one, paymentMethods: [method] });
  // Of its own or of another provider's: a target may know these and no further one.
  const known = [other, ...world.facts.providers].flatMap(({ paymentMethods }) => paymentMethods);
  const bystander = { ...other, paymentMethods: [known.find((name) => name !== method) ?? "voucher"] };
  const answer = await world.management.linkProvider(shop.applicationId, bystander);
  if (isSuccess(answer)) return { ...shop, one, method };
  throw new NotServed(`${other.name} with another payment method than ${method} (${summary(answer)})`);
}

async function findRivals(world: World): Promise<Omit<Rivals, keyof Shop>> {
  const { providers } = world.facts;
  const pairs = providers.flatMap((one, i) => providers.slice(i + 1).map((other) => ({ one, other })));
  const shared = pairs.flatMap(({ one, other }) =>
    one.paymentMethods
      .filter((name) => other.paymentMethods.includes(name))
      .map((method) => ({ one, other, method })),
  );
  const [found] = shared;
  if (found === undefined)
    throw new NotServed("this takes two providers with a payment method in common, under `providers`");
  for (const provider of [found.one, found.other]) await requireTaker(world, provider, found.method);
  return found;
}

/** Two providers and two payment methods, so linked that each method has just one of them. */
export async function openSpecialists(world: World): Promise<Specialists> {
  const { providers } = world.facts;
  const found = providers
    .flatMap((one) => providers.filter((other) => other !== one).map((other) => [one, other] as const))
    .flatMap(([one, other]) => other.paymentMethods.map((method) => [one, other, method] as const))
    .flatMap(([one, other, method]) => {
      const own = one.paymentMethods.find((name) => name !== method);
      return own === undefined ? [] : [{ one, other, methods: [own, method] as const }];
    })[0];
  if (found === undefined)
    throw new NotServed("this takes two providers with different payment methods, under `providers`");
  const { one, other, methods } = found;
  await requireTaker(world, one, methods[0]);
  await requireTaker(world, other, methods[1]);
  const { applicationId, apiKey } = await openShop(world);
  const first = await link(world, applicationId, { ...one, paymentMethods: [methods[0]] });
  const second = await link(world, applicationId, { ...other, paymentMethods: [methods[1]] });
  return { applicationId, apiKey, links: [first, second], methods };
}

/** A shop whose only provider is linked with the first of two payment methods, and would take either. */
export async function openChangeable(
  world: World,
): Promise<Shop & { one: Linked; methods: readonly [string, string] }> {
  const provider = versatileProvider(world);
  const [first = "", second = ""] = provider.paymentMethods;
  await requireTaker(world, provider, second);
  const shop = await requireTaker(world, provider, first);
  return { ...shop, one: { applicationId: shop.applicationId, provider }, methods: [first, second] };
}

/** Makes this the only payment method of a linked provider. */
export function setMethods(
  { management }: World,
  { applicationId, provider }: Linked,
  method: string,
): Promise<Answer> {
  return management.setPaymentMethods(applicationId, provider.name, { paymentMethods: [method] });
}

/** That a provider by itself takes an order is the control of all that is judged about routing. */
export async function requireTaker(world: World, provider: ProviderSettings, method: string): Promise<Shop> {
  const shop = await openShop(world, { ...provider, paymentMethods: [method] });
  const answer = await place(world, shop, method);
  if (isSuccess(answer)) return shop;
  throw new NotServed(
    `${provider.name} alone does not take the run's order by ${method} (${summary(answer)}); see \`session\` in the configuration`,
  );
}

/** The provider that the run's order is sent to as things are, which so is known to take it. */
export async function chosenProvider({
  given,
  facts,
}: World): Promise<{ provider: ProviderSettings; method: string }> {
  const { answer, order } = await given.session();
  const chosen = String(valueAt(answer.json, "/routing/selectedProvider")).toLowerCase();
  const provider = facts.providers.find(({ name }) => name.toLowerCase() === chosen);
  if (provider !== undefined) return { provider, method: String(order["paymentMethod"]) };
  throw new NotServed(`the run's order goes to ${chosen}, which is not under \`providers\``);
}

/** Ways to deactivate a provider and then do something with it that is not about that. */
interface Deactivation extends Variant {
  readonly carryOut: (world: World, one: Linked, method: string) => Promise<void>;
}

export const deactivations: readonly Deactivation[] = [
  { name: "deactivated", carryOut: stop },
  {
    name: "deactivated, then its payment methods replaced",
    carryOut: async (world, one, method) => {
      await stop(world, one);
      await changed(setMethods(world, one, method), "setting payment methods");
    },
  },
  {
    name: "deactivated, then its key rotated",
    optional: true,
    carryOut: async (world, one) => {
      await stop(world, one);
      await rotateAndBack(world, one);
    },
  },
];

function stop(world: World, one: Linked): Promise<void> {
  return changed(deactivate(world, one), "deactivating a provider");
}

/** Leaves the provider with the credential that is good for payments; one that was made up may be refused. */
async function rotateAndBack(world: World, one: Linked): Promise<void> {
  const known = one.provider.credentials.apiKey;
  await rotate(world, one, anotherCredential(world, known));
  const back = await rotate(world, one, known);
  if (!isSuccess(back))
    throw new NotServed(`rotating to the credential that a provider was linked with (${summary(back)})`);
}

/** A shop where nobody can take an order, and the payment method that is then asked for. */
export interface Stranded extends Variant {
  readonly strand: (world: World) => Promise<{ shop: Shop; method: string }>;
}

export const strandedShops: readonly Stranded[] = [
  {
    name: "no provider is linked",
    strand: async (world) => {
      const method = methodOf(world);
      await requireTaker(world, world.given.provider(), method);
      return { shop: await openShop(world), method };
    },
  },
  {
    name: "the only provider is inactive",
    strand: async (world) => {
      const { name } = world.given.provider();
      const method = methodOf(world);
      const shop = await requireTaker(world, world.given.provider(), method);
      await changed(world.management.deactivateProvider(shop.applicationId, name), "deactivating a provider");
      return { shop, method };
    },
  },
  {
    name: "every provider is inactive",
    strand: async (world) => {
      const { one, other, method, ...shop } = await openRivals(world);
      for (const { name } of [one, other])
        await changed(
          world.management.deactivateProvider(shop.applicationId, name),
          "deactivating a provider",
        );
      return { shop, method };
    },
  },
  {
    name: "no provider has the payment method",
    strand: async (world) => {
      const { links, methods } = await openSpecialists(world);
      return { shop: await openShop(world, links[0].provider), method: methods[1] };
    },
  },
  {
    name: "the order's payment method is part of another's name",
    strand: async (world) => {
      const method = methodOf(world);
      return { shop: await requireTaker(world, world.given.provider(), method), method: method.slice(0, -1) };
    },
  },
  {
    name: "the order's payment method continues another's name",
    strand: async (world) => {
      const method = methodOf(world);
      return { shop: await requireTaker(world, world.given.provider(), method), method: `${method}2` };
    },
  },
  {
    name: "the provider of the payment method is inactive, another is active",
    strand: async (world) => {
      const { links, methods, ...shop } = await openSpecialists(world);
      const { name } = links[1].provider;
      await changed(world.management.deactivateProvider(shop.applicationId, name), "deactivating a provider");
      return { shop, method: methods[1] };
    },
  },
];

function methodOf({ given }: World): string {
  const [method] = given.provider().paymentMethods;
  if (method === undefined) throw new NotServed("the first of `providers` has no payment method");
  return method;
}
