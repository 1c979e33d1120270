import { created, ok } from "../call.ts";
import type { Answer, Call, Operations } from "../call.ts";
import type { Use } from "../parts.ts";
import type { Webhook } from "../records.ts";
import { Refusal } from "../refusal.ts";

type WebhookOperations = Pick<
  Operations,
  "createWebhook" | "listWebhooks" | "updateWebhook" | "deleteWebhook" | "testWebhook"
>;

const checkUrl = (use: Use, url: string): void => {
  const objection = use().urlGuard.objection(new URL(url));
  if (objection !== undefined) throw new Refusal(400, [`url ${objection}`]);
};

const create = async (use: Use, call: Call): Promise<Answer> => {
  const applicationId = use().access.application(call).id;
  const { url, subscribedEvents = use().events.defaults } = use().validate.createWebhook(call.body);
  checkUrl(use, url);
  const webhook: Webhook = {
    id: use().secrets.id(),
    applicationId,
    url,
    isActive: true,
    signingSecret: use().secrets.signingSecret(),
    subscribedEvents,
    lastTestAt: null,
    lastTestStatus: null,
    createdAt: use().clock.now(),
    updatedAt: null,
  };
  use().webhooks.add(webhook);
  return created(use().views.createdWebhook(webhook));
};

export const webhookOperations = (use: Use): WebhookOperations => ({
  createWebhook: (call) => create(use, call),

  listWebhooks: async (call) => {
    const application = use().access.application(call);
    return ok(use().pager.page(call, use().webhooks.of(application.id), use().views.webhook));
  },

  updateWebhook: async (call) => {
    const webhook = use().access.webhook(call);
    const changes = use().validate.updateWebhook(call.body);
    if (changes.url !== undefined) checkUrl(use, changes.url);
    Object.assign(webhook, changes, { updatedAt: use().clock.now() });
    return ok(use().views.webhook(webhook));
  },

  deleteWebhook: async (call) => {
    use().webhooks.remove(use().access.webhook(call).id);
    return ok({});
  },

  testWebhook: async (call) => ok(await use().sender.test(use().access.webhook(call))),
});
