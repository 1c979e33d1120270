import type { Step } from "../../generate/index.ts";
import { valueAt } from "../answer.ts";
import { freshUrl } from "../webhooks.ts";
import { chosen, type Command, type Planned, real, type Run } from "./command.ts";
import type { HookModel, Model } from "./model.ts";

const mostHooks = 3;

/** Registered addresses. */
export const hookCommands: readonly Command[] = [
  {
    name: "register a webhook",
    capability: "webhooks",
    plan({ applications }, step) {
      const owner = chosen(applications, step);
      if (owner === undefined || owner.hooks.length >= mostHooks) return undefined;
      const hook: HookModel = { number: owner.hooks.length + 1, isActive: true };
      return {
        text: `register webhook ${hook.number} of application ${owner.number}`,
        async carryOut({ world, applications: known, hooks }) {
          const url = freshUrl(world);
          const answer = await world.management.createWebhook(real(known, owner).id, { url });
          world.expect(answer).toBeAccepted().at("/url").toEqual(url);
          world.expect(answer).at("/isActive").toEqual(true);
          world.expect(answer).at("/id").toBeText();
          hooks.set(hook, { id: String(valueAt(answer.json, "/id")), url });
        },
        record: () => void owner.hooks.push(hook),
      };
    },
  },
  {
    name: "move a webhook",
    capability: "webhooks",
    plan: (model, step) =>
      planUpdate(model, step, {
        text: "give another address to",
        changes: (run) => ({ url: freshUrl(run.world) }),
      }),
  },
  {
    name: "switch a webhook off or on",
    capability: "webhooks",
    plan: (model, step) =>
      planUpdate(model, step, {
        text: "switch off or on",
        changes: (_, hook) => ({ isActive: !hook.isActive }),
        record: (hook) => void (hook.isActive = !hook.isActive),
      }),
  },
];

interface Update {
  readonly text: string;
  readonly changes: (run: Run, hook: HookModel) => { readonly url?: string; readonly isActive?: boolean };
  readonly record?: (hook: HookModel) => void;
}

function planUpdate({ applications }: Model, step: Step, update: Update): Planned | undefined {
  const found = chosen(
    applications.flatMap((owner) => owner.hooks.map((hook) => ({ owner, hook }))),
    step,
  );
  if (found === undefined) return undefined;
  const { owner, hook } = found;
  return {
    text: `${update.text} webhook ${hook.number} of application ${owner.number}`,
    async carryOut(run) {
      const known = real(run.hooks, hook);
      const changes = update.changes(run, hook);
      const { id } = real(run.applications, owner);
      run.world.expect(await run.world.management.updateWebhook(id, known.id, changes)).toBeAccepted();
      run.hooks.set(hook, { ...known, url: changes.url ?? known.url });
    },
    record: () => update.record?.(hook),
  };
}
