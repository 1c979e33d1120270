import type { ProviderSettings } from "../model/index.ts";
import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import { masking } from "./masking.ts";
import { briefly, eventually } from "./patience.ts";
import { premise } from "./premises.ts";
import { isCalled } from "./provider-name.ts";
import { Blocked, NotServed } from "./violation.ts";
import type { World } from "./world.ts";

/** Which provider on which application. */
export interface Linked {
  readonly applicationId: string;
  readonly provider: ProviderSettings;
}

/** A provider on an application of the check's own. */
export interface Link extends Linked {
  /** What linking it answered. */
  readonly answer: Answer;
}

/** What the list of providers should say of one. */
export interface ProviderState {
  readonly isActive?: boolean;
  readonly paymentMethods?: readonly string[];
  /** The credential that the fingerprint stands for. */
  readonly credential?: string;
}

/** Links a provider to an application. Blocks the check when the target does not. */
export async function link(
  { management }: World,
  applicationId: string,
  provider: ProviderSettings,
): Promise<Link> {
  const answer = await management.linkProvider(applicationId, provider);
  premise("linking a provider", answer, "/provider");
  // Whether a link is active from the start is not stated.
  if (valueAt(answer.json, "/isActive") === false)
    premise("activating", await management.activateProvider(applicationId, provider.name), "/provider");
  return { applicationId, provider, answer };
}

/** The provider, the run's first one unless told, on a fresh application. */
export async function linked(
  world: World,
  provider: ProviderSettings = world.given.provider(),
): Promise<Link> {
  return link(world, (await world.given.application()).id, provider);
}

/** All the run's providers on one fresh application. */
export async function linkedAll(world: World): Promise<readonly [Link, ...Link[]]> {
  const { providers } = world.facts;
  const [first = providers[0], ...others] = providers.toSorted(byMethods);
  const one = await linked(world, first);
  const more: Link[] = [];
  for (const provider of others) more.push(await link(world, one.applicationId, provider));
  return [one, ...more];
}

/** Those with most payment methods first. */
export function byMethods(one: ProviderSettings, other: ProviderSettings): number {
  return other.paymentMethods.length - one.paymentMethods.length;
}

/** A provider with two payment methods or more, so that there is something to choose from. */
export function versatileProvider({ facts }: World): ProviderSettings {
  const [most] = facts.providers.toSorted(byMethods);
  if (most !== undefined && most.paymentMethods.length > 1) return most;
  throw new NotServed("this takes a provider with two payment methods; configure one under `providers`");
}

/** The providers of an application. */
export function listOf(
  { management }: World,
  { applicationId }: Pick<Linked, "applicationId">,
): Promise<Answer> {
  return management.listProviders(applicationId, { page: 1, limit: 20 });
}

/** JSON pointer to a provider's entry on a page; it leads nowhere where there is none. */
export function entryOf(page: Answer, { provider }: Pick<Linked, "provider">): string {
  const items = valueAt(page.json, "/items");
  const place = Array.isArray(items)
    ? items.findIndex((item) => isCalled(valueAt(item, "/provider"), provider.name))
    : -1;
  return `/items/${place < 0 ? "the provider" : place}`;
}

/** Judges what linking answered. */
export function expectLinked({ expect }: World, links: readonly Link[]): void {
  for (const { answer, applicationId, provider } of links) {
    expect(answer).toBeAccepted().at("/applicationId").toEqual(applicationId);
    expect(answer)
      .at("/provider")
      .toSatisfy((value) => isCalled(value, provider.name), provider.name);
    expect(answer)
      .at("/paymentMethods")
      .toHoldExactly(...provider.paymentMethods);
  }
}

/** Replaces a provider's payment methods, and judges it. */
async function expectMethodsSet(world: World, one: Link, paymentMethods: readonly string[]): Promise<void> {
  const { applicationId, provider } = one;
  const answer = await world.management.setPaymentMethods(applicationId, provider.name, { paymentMethods });
  world
    .expect(answer)
    .toBeAccepted()
    .at("/paymentMethods")
    .toHoldExactly(...paymentMethods);
  await expectListed(world, one, { paymentMethods });
}

/** One set of payment methods takes the place of another. */
export async function expectMethodsReplaced(world: World): Promise<void> {
  const one = await linked(world, versatileProvider(world));
  const { paymentMethods: all } = one.provider;
  await expectMethodsSet(world, one, all.slice(1));
  await expectMethodsSet(world, one, all.slice(0, 1));
  await expectMethodsSet(world, one, all);
}

/** Whether there may be none is stated nowhere: a target that does not refuse it leaves none. */
export async function expectMethodsCleared(world: World): Promise<void> {
  const one = await linked(world);
  const { applicationId, provider } = one;
  const answer = await world.management.setPaymentMethods(applicationId, provider.name, {
    paymentMethods: [],
  });
  if (!isSuccess(answer)) throw new NotServed(`a provider without payment methods (${summary(answer)})`);
  await expectListed(world, one, { paymentMethods: [] });
}

/** Judges that the list holds these providers of the application, each once and as it was linked, and no others. */
export async function expectListedOnce(world: World, links: readonly [Link, ...Link[]]): Promise<void> {
  const names = links.map(({ provider }) => provider.name);
  const isComplete = (page: Answer) => namesOn(page).length >= names.length;
  const page = await eventually(() => listOf(world, links[0]), isComplete, briefly);
  const spelled = (name: unknown) => names.find((one) => isCalled(name, one)) ?? name;
  world.expect
    .value(namesOn(page).map(spelled), "names of the providers listed", page)
    .toHoldExactly(...names);
  for (const one of links) await expectListed(world, one, { paymentMethods: one.provider.paymentMethods });
}

function namesOn(page: Answer): readonly unknown[] {
  const items = valueAt(page.json, "/items");
  return Array.isArray(items) ? items.map((item) => valueAt(item, "/provider")) : [];
}

/** Every answer there is that shows a provider. */
export async function shownBy({ management }: World, one: Link): Promise<readonly Answer[]> {
  const { applicationId, provider } = one;
  const { name, paymentMethods } = provider;
  return [
    one.answer,
    await management.deactivateProvider(applicationId, name),
    await management.activateProvider(applicationId, name),
    await management.setPaymentMethods(applicationId, name, { paymentMethods }),
  ];
}

/** Judges that the list shows a provider as it should be; looks again for a moment, should the list lag behind. */
export async function expectListed(world: World, one: Linked, state: ProviderState): Promise<void> {
  await expectEachListed(world, one.applicationId, [{ ...one, state }]);
}

/** Judges the same of several providers of an application. */
export async function expectEachListed(
  world: World,
  applicationId: string,
  links: readonly (Linked & { readonly state: ProviderState })[],
): Promise<void> {
  let seen: unknown;
  const judge = (page: Answer) =>
    links.forEach((one) => judgeEntry(world, page, entryOf(page, one), one.state));
  const last = await eventually(
    () => listOf(world, { applicationId }),
    (page) => {
      seen = thrownBy(() => judge(page));
      return seen === undefined;
    },
    briefly,
  );
  if (seen !== undefined) judge(last);
}

function thrownBy(judge: () => void): unknown {
  try {
    judge();
    return undefined;
  } catch (error) {
    return error;
  }
}

function judgeEntry({ expect }: World, page: Answer, entry: string, state: ProviderState): void {
  const { isActive, paymentMethods, credential } = state;
  const at = (member: string) => expect(page).at(`${entry}/${member}`);
  at("provider").toBeText();
  if (isActive !== undefined) at("isActive").toEqual(isActive);
  if (paymentMethods !== undefined) at("paymentMethods").toHoldExactly(...paymentMethods);
  if (credential !== undefined) at("keyFingerprint").toSatisfy(...masking(credential));
}

/** Carries out a change of a provider that the check builds upon. */
export async function changed(change: Promise<Answer>, what: string): Promise<void> {
  const answer = await change;
  if (!isSuccess(answer)) throw new Blocked(`${what} was not accepted: ${summary(answer)}`, answer);
}
