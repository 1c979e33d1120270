import { chosen, type Command, type Planned, real, type Run } from "./command.ts";
import { type ApplicationModel, linkedModel, type Model, type ProviderModel, type Terms } from "./model.ts";
import type { Step } from "../../generate/index.ts";
import type { Answer } from "../answer.ts";
import { isCalled } from "../provider-name.ts";

/** Links a provider; whether it is active from the start is not stated. */
export async function linkProvider(
  { world, applications }: Run,
  application: ApplicationModel,
  provider: Terms["providers"][number],
): Promise<void> {
  const { management, expect } = world;
  const { id } = real(applications, application);
  const answer = await management.linkProvider(id, provider);
  expect(answer)
    .toBeAccepted()
    .at("/provider")
    .toSatisfy((value) => isCalled(value, provider.name), provider.name);
  expect(await management.activateProvider(id, provider.name)).toBeAccepted();
}

interface Change {
  readonly text: string;
  /** Whether it would change anything: what does not is judged elsewhere. */
  readonly isDue: (provider: ProviderModel) => boolean;
  readonly send: (run: Run, applicationId: string, provider: ProviderModel) => Promise<Answer>;
  readonly record?: (provider: ProviderModel) => void;
}

/** A change of one provider that some application has linked. */
function planChange({ applications }: Model, step: Step, change: Change): Planned | undefined {
  const linked = applications.flatMap((owner) =>
    owner.providers.filter(change.isDue).map((provider) => ({ owner, provider })),
  );
  const found = chosen(linked, step);
  if (found === undefined) return undefined;
  const { owner, provider } = found;
  return {
    text: `${change.text} ${provider.name} of application ${owner.number}`,
    async carryOut(run) {
      const { id } = real(run.applications, owner);
      run.world.expect(await change.send(run, id, provider)).toBeAccepted();
    },
    record: () => change.record?.(provider),
  };
}

/** Payment methods that a provider could have instead of those it has: all, or one of them. */
function otherMethods(
  provider: ProviderModel,
  { size }: Step,
  { providers }: Terms,
): readonly string[] | undefined {
  const all = providers.find(({ name }) => name === provider.name)?.paymentMethods ?? [];
  const others = [all, ...all.map((method) => [method])].filter(
    (methods) => methods.join(",") !== provider.paymentMethods.join(","),
  );
  return all.length < 2 ? undefined : others[size % others.length];
}

/** Providers, and who of them is in use. */
export const routingCommands: readonly Command[] = [
  {
    name: "deactivate a provider",
    capability: "providers",
    plan: (model, step) =>
      planChange(model, step, {
        text: "deactivate",
        isDue: ({ isActive }) => isActive,
        send: ({ world }, id, { name }) => world.management.deactivateProvider(id, name),
        record: (provider) => void (provider.isActive = false),
      }),
  },
  {
    name: "activate a provider",
    capability: "providers",
    plan: (model, step) =>
      planChange(model, step, {
        text: "activate",
        isDue: ({ isActive }) => !isActive,
        send: ({ world }, id, { name }) => world.management.activateProvider(id, name),
        record: (provider) => void (provider.isActive = true),
      }),
  },
  {
    name: "set a provider's payment methods",
    capability: "providers",
    plan(model, step, terms) {
      const methods = (provider: ProviderModel) => otherMethods(provider, step, terms);
      return planChange(model, step, {
        text: "set the payment methods of",
        isDue: (provider) => methods(provider) !== undefined,
        send: ({ world }, id, provider) =>
          world.management.setPaymentMethods(id, provider.name, { paymentMethods: methods(provider) }),
        record: (provider) => void (provider.paymentMethods = methods(provider) ?? []),
      });
    },
  },
  {
    name: "rotate a provider's key",
    capability: "providers",
    plan(model, step, { providers }) {
      const keyOf = (name: string) => providers.find((one) => one.name === name)?.credentials.apiKey;
      return planChange(model, step, {
        text: "rotate the key of",
        isDue: () => true,
        send: ({ world }, id, { name }) =>
          world.management.rotateProviderKey(id, name, { apiKey: keyOf(name) }),
      });
    },
  },
  {
    name: "link a provider",
    capability: "providers",
    plan({ applications }, step, { providers }) {
      const free = applications.flatMap((owner) =>
        providers
          .filter(({ name }) => owner.providers.every((linked) => linked.name !== name))
          .map((provider) => ({ owner, provider })),
      );
      const found = chosen(free, step);
      if (found === undefined) return undefined;
      const { owner, provider } = found;
      return {
        text: `link ${provider.name} to application ${owner.number}`,
        carryOut: (run) => linkProvider(run, owner, provider),
        record: () => void owner.providers.push(linkedModel(provider)),
      };
    },
  },
];
