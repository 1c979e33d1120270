import { isDeepStrictEqual } from "node:util";
import type { ProviderSettings } from "../model/index.ts";
import { type Answer, isSuccess, summary, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { anotherCredential } from "./masking.ts";
import {
  byMethods,
  changed,
  entryOf,
  expectListed,
  expectListedOnce,
  type Link,
  type Linked,
  linked,
  linkedAll,
  listOf,
} from "./providers.ts";
import { NotServed } from "./violation.ts";
import type { World } from "./world.ts";

/** One change of a linked provider, with the members of its entry that it may change. */
export interface ProviderChange extends Variant {
  readonly carryOut: (world: World, one: Linked) => Promise<Answer>;
  readonly changes: readonly string[];
}

export const providerChanges: readonly ProviderChange[] = [
  {
    name: "activating",
    carryOut: ({ management }, { applicationId, provider }) =>
      management.activateProvider(applicationId, provider.name),
    changes: ["isActive"],
  },
  {
    name: "deactivating",
    carryOut: (world, one) => deactivate(world, one),
    changes: ["isActive"],
  },
  {
    name: "setting its payment methods",
    carryOut: ({ management, facts }, { applicationId, provider }) =>
      management.setPaymentMethods(applicationId, provider.name, {
        paymentMethods: unlikeNeighbours(provider, facts.providers),
      }),
    changes: ["paymentMethods"],
  },
  {
    name: "rotating its credential",
    carryOut: (world, one) => rotate(world, one, anotherCredential(world, one.provider.credentials.apiKey)),
    changes: ["keyFingerprint"],
  },
];

/** Some of a provider's payment methods that no other provider has as they are: set for all, they would show. */
function unlikeNeighbours(
  { name, paymentMethods }: ProviderSettings,
  providers: readonly ProviderSettings[],
): readonly string[] {
  const neighbours = providers.filter((other) => other.name !== name);
  const choices = [...paymentMethods.map((method) => [method]), paymentMethods];
  const isNew = (choice: readonly string[]) =>
    neighbours.every((other) => !isDeepStrictEqual(new Set(other.paymentMethods), new Set(choice)));
  return choices.find(isNew) ?? paymentMethods.slice(0, 1);
}

/** Hands another credential over for a linked provider. */
export function rotate(
  { management }: World,
  { applicationId, provider }: Linked,
  apiKey: string,
): Promise<Answer> {
  return management.rotateProviderKey(applicationId, provider.name, { apiKey });
}

/** How often a credential is rotated, of the first of which providers. */
interface Rotation extends Variant {
  readonly times: number;
  readonly open: (world: World) => Promise<readonly [Link, ...Link[]]>;
}

export const rotations: readonly Rotation[] = [
  { name: "once", times: 1, open: async (world) => [await linked(world)] },
  { name: "twice", times: 2, open: async (world) => [await linked(world)] },
  { name: "of the provider that was linked second", times: 1, optional: true, open: secondFirst },
];

/** All providers on one application, the one that was linked second in front. */
async function secondFirst(world: World): Promise<readonly [Link, ...Link[]]> {
  const [first, second, ...others] = await linkedAll(world);
  if (second === undefined) throw new NotServed("this takes two providers, under `providers`");
  return [second, first, ...others];
}

/** Judges that these providers show the credentials that they were linked with. */
export async function expectCredentialsKept(world: World, links: readonly Link[]): Promise<void> {
  for (const one of links) await expectListed(world, one, { credential: one.provider.credentials.apiKey });
}

/** Rotates so many times, and judges each time. */
export async function expectRotated(world: World, one: Link, times: number): Promise<void> {
  let credential = one.provider.credentials.apiKey;
  for (let i = 0; i < times; i += 1) {
    credential = anotherCredential(world, credential);
    const answer = await rotate(world, one, credential);
    await requireTaken(world, one, answer);
    world.expect(answer).toBeAccepted();
    await expectListed(world, one, { credential });
  }
}

/**
 * A target that asks the provider about a credential may refuse one that was made up, and then there is nothing to
 * judge; but the one that it took before has to be good still.
 */
async function requireTaken(world: World, one: Link, answer: Answer): Promise<void> {
  if (answer.status !== 400 && answer.status !== 422) return;
  const known = await rotate(world, one, one.provider.credentials.apiKey);
  if (isSuccess(known)) throw new NotServed(`rotating to a credential that was made up (${summary(answer)})`);
}

const members = ["applicationId", "provider", "isActive", "paymentMethods", "keyFingerprint", "createdAt"];

/** What the list says of a provider, but for what may change and for when it changed. */
export async function stateOf(world: World, one: Linked, except: readonly string[] = []): Promise<unknown> {
  const page = await listOf(world, one);
  const entry = entryOf(page, one);
  const kept = members.filter((member) => !except.includes(member));
  return Object.fromEntries(kept.map((member) => [member, valueAt(page.json, `${entry}/${member}`)]));
}

/** The same of several, where only the first one may change. */
export async function statesOf(
  world: World,
  [first, ...others]: readonly [Linked, ...Linked[]],
  except: readonly string[],
): Promise<readonly unknown[]> {
  const all = [await stateOf(world, first, except)];
  for (const other of others) all.push(await stateOf(world, other));
  return all;
}

/** One provider on two applications; the one with most payment methods, so that there is something to change. */
export async function linkedTwice(world: World): Promise<readonly [Link, Link]> {
  const [provider] = world.facts.providers.toSorted(byMethods);
  return [await linked(world, provider), await linked(world, provider)];
}

export function deactivate({ management }: World, { applicationId, provider }: Linked): Promise<Answer> {
  return management.deactivateProvider(applicationId, provider.name);
}

export interface SecondLink extends Variant {
  readonly judge: (world: World) => Promise<void>;
}

/** A provider that is linked already, as it was linked and in another way. */
export const secondLinks: readonly SecondLink[] = [
  { name: "just as before", judge: refuseSecondLink },
  { name: "otherwise, while it is inactive", judge: refuseOtherLink },
];

async function refuseSecondLink(world: World): Promise<void> {
  const [one, ...others] = await linkedAll(world);
  const again = await world.management.linkProvider(one.applicationId, one.provider);
  world.expect(again).toBeRefusedWith(409);
  await expectListedOnce(world, [one, ...others]);
}

/** A target that asks the provider about a credential may refuse this one for its own sake. */
async function refuseOtherLink(world: World): Promise<void> {
  const links = await linkedAll(world);
  const [{ applicationId, provider }] = links;
  await changed(deactivate(world, links[0]), "deactivating");
  const before = await statesOf(world, links, []);
  const apiKey = anotherCredential(world, provider.credentials.apiKey);
  const other = { ...provider, paymentMethods: provider.paymentMethods.slice(0, 1), credentials: { apiKey } };
  const again = await world.management.linkProvider(applicationId, other);
  world.expect(again).toBeRefusedWith(409, 400, 422);
  world.expect.value(await statesOf(world, links, []), "the providers afterwards").toEqual(before);
}
