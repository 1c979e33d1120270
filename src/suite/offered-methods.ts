import type { ProviderSettings } from "../model/index.ts";
import { type Answer, isSuccess, summary } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { bearer, type Call, withAuthorization } from "./call.ts";
import { textsIn } from "./credential-watch.ts";
import { withoutCredential } from "./credentials.ts";
import type { Flaw } from "./expect/refusal.ts";
import { briefly, eventually } from "./patience.ts";
import { byMethods, changed, link } from "./providers.ts";
import { openShop, type Shop } from "./routing.ts";
import { Blocked, NotServed, Violation } from "./violation.ts";
import type { World } from "./world.ts";

const whereItIs =
  "set `target.paths.paymentMethods` to the path of the operation, which is documented nowhere";

/** Listing payment methods, where the target is known to serve it. */
export async function arrangeListing(world: World): Promise<Arranged> {
  const call = await world.call("listPaymentMethods");
  served(await world.send(call));
  return { call, sibling: () => arrangeListing(world) };
}

/** What the target lists for a shop, whatever that may be; the run's own application unless told. */
export async function listingOf({ payments }: World, shop?: Pick<Shop, "apiKey">): Promise<Answer> {
  const lister = shop === undefined ? payments : payments.as(shop.apiKey);
  const answer = await lister.listPaymentMethods();
  served(answer);
  return answer;
}

function served(answer: Answer): void {
  if ([404, 405, 501].includes(answer.status))
    throw new NotServed(`listing payment methods (${summary(answer)}); ${whereItIs}`);
}

/** Credentials that are none. */
export function noApiKeys({ given }: World): readonly Flaw[] {
  const keys = { "a key nobody was issued": `ks_test_${given.values.word(48)}`, "a word": "guest" };
  const wrong = Object.entries(keys).map(([name, key]) => ({
    name,
    apply: (call: Call) => withAuthorization(call, bearer(key)),
  }));
  return [withoutCredential, ...wrong];
}

/** The list of a shop that is to be looked into. */
async function offerOf(world: World, shop: Shop): Promise<Answer> {
  const answer = await listingOf(world, shop);
  if (isSuccess(answer)) return answer;
  throw new Blocked(`listing payment methods was not accepted: ${summary(answer)}`, answer);
}

/** The form of the list is open: a method is offered if its name stands anywhere, as a name or a value. */
export function offers({ json }: Answer, method: string): boolean {
  return textsIn(json).some((text) => text.toLowerCase() === method.toLowerCase());
}

/** Waits for a shop to offer a method, without which nothing can be said of its absence. */
export async function offered(world: World, shop: Shop, method: string): Promise<void> {
  const last = await eventually(
    () => offerOf(world, shop),
    (answer) => offers(answer, method),
    briefly,
  );
  if (offers(last, method)) return;
  throw new NotServed(
    `a list in which the payment methods of active providers stand by name: ${method} is missing`,
  );
}

/** Judges whether a shop offers a method; looks again for a moment, should the list lag behind. */
export async function expectOffered(
  world: World,
  shop: Shop,
  method: string,
  wanted: boolean,
): Promise<void> {
  const isRight = (answer: Answer) => offers(answer, method) === wanted;
  const last = await eventually(() => offerOf(world, shop), isRight, briefly);
  if (isRight(last)) return;
  throw new Violation({
    where: "body",
    expected: wanted ? `${method} among the payment methods` : `no ${method} among the payment methods`,
    actual: summary(last),
    hint: "only what active providers of the application support can be paid by",
    answer: last,
  });
}

/** A shop that offers a payment method by one provider alone, beside another method of another provider's. */
export interface Offer {
  readonly shop: Shop;
  readonly provider: ProviderSettings;
  readonly method: string;
  /** Offered by the other provider from first to last. */
  readonly other: string;
}

export async function openOffer(world: World): Promise<Offer> {
  const { provider, method, beside } = rareMethod(world);
  const other = beside.paymentMethods.find((name) => name !== method) ?? "";
  const shop = await openShop(world, { ...beside, paymentMethods: [other] });
  await link(world, shop.applicationId, { ...provider, paymentMethods: [method] });
  await offered(world, shop, other);
  await offered(world, shop, method);
  return { shop, provider, method, other };
}

function rareMethod({ facts: { providers } }: World) {
  const found = providers
    .toSorted(byMethods)
    .flatMap((provider) => provider.paymentMethods.map((method) => ({ provider, method })))
    .flatMap(({ provider, method }) => providers.map((beside) => ({ provider, method, beside })))
    .find(
      ({ provider, method, beside }) =>
        beside !== provider && beside.paymentMethods.some((name) => name !== method),
    );
  if (found !== undefined) return found;
  throw new NotServed("this takes two providers with different payment methods, under `providers`");
}

/** A change after which a method is offered no more, and the one that brings it back. */
export interface Withdrawal {
  readonly name: string;
  readonly withdraw: (world: World, offer: Offer) => Promise<Answer>;
  readonly restore: (world: World, offer: Offer) => Promise<Answer>;
}

export const deactivation: Withdrawal = {
  name: "its provider is deactivated",
  withdraw: ({ management }, { shop, provider }) =>
    management.deactivateProvider(shop.applicationId, provider.name),
  restore: ({ management }, { shop, provider }) =>
    management.activateProvider(shop.applicationId, provider.name),
};

export const withdrawals: readonly Withdrawal[] = [
  deactivation,
  {
    name: "its provider no longer has it",
    withdraw: ({ management }, { shop, provider, other }) =>
      management.setPaymentMethods(shop.applicationId, provider.name, {
        paymentMethods: [provider.paymentMethods.find((name) => name === other) ?? withoutSubstitute()],
      }),
    restore: ({ management }, { shop, provider, method }) =>
      management.setPaymentMethods(shop.applicationId, provider.name, { paymentMethods: [method] }),
  },
];

function withoutSubstitute(): never {
  throw new NotServed("this takes a provider with two payment methods; configure one under `providers`");
}

/** Carries out what takes a method from the offer. */
export function withdrawn(world: World, offer: Offer, { name, withdraw }: Withdrawal): Promise<void> {
  return changed(withdraw(world, offer), name);
}

export function restored(world: World, offer: Offer, { restore }: Withdrawal): Promise<void> {
  return changed(restore(world, offer), "bringing it back");
}
