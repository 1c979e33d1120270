import { type Answer, summary, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { anotherCredential } from "./masking.ts";
import { entryOf, expectListed, type Linked, listOf } from "./providers.ts";
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
    carryOut: ({ management }, { applicationId, provider }) =>
      management.setPaymentMethods(applicationId, provider.name, {
        paymentMethods: provider.paymentMethods.slice(0, 1),
      }),
    changes: ["paymentMethods"],
  },
  {
    name: "rotating its credential",
    carryOut: (world, one) => rotate(world, one, anotherCredential(world, one.provider.credentials.apiKey)),
    changes: ["keyFingerprint"],
  },
];

/** Hands another credential over for a linked provider. */
export function rotate(
  { management }: World,
  { applicationId, provider }: Linked,
  apiKey: string,
): Promise<Answer> {
  return management.rotateProviderKey(applicationId, provider.name, { apiKey });
}

/** Credentials to rotate to, one after the other. */
export const rotations: readonly (Variant & { readonly renewals: readonly boolean[] })[] = [
  { name: "the same one again", renewals: [false] },
  { name: "another one", renewals: [true] },
  { name: "another one, twice", renewals: [true, true] },
];

/**
 * Rotates as told, and judges each time. A target that asks the provider about a credential may refuse one that was
 * made up, and then there is nothing to judge.
 */
export async function expectRotated(world: World, one: Linked, renewals: readonly boolean[]): Promise<void> {
  let credential = one.provider.credentials.apiKey;
  for (const renewed of renewals) {
    if (renewed) credential = anotherCredential(world, credential);
    const answer = await rotate(world, one, credential);
    if (renewed && [400, 422].includes(answer.status))
      throw new NotServed(`rotating to a credential that was made up (${summary(answer)})`);
    world.expect(answer).toBeAccepted();
    await expectListed(world, one, { credential });
  }
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

export function deactivate({ management }: World, { applicationId, provider }: Linked): Promise<Answer> {
  return management.deactivateProvider(applicationId, provider.name);
}
