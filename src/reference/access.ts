import type { Call } from "./call.ts";
import type { Use } from "./parts.ts";
import type { ApiKey, Application, Provider, Session, Webhook } from "./records.ts";
import { Refusal } from "./refusal.ts";

/** From the ids of a path to the things they name. What is missing and what belongs to others is the same 404. */
export interface Access {
  merchantId(call: Call): string;
  applicationId(call: Call): string;
  /** The application of the path, owned by the calling merchant. */
  application(call: Call): Application;
  apiKey(call: Call): ApiKey;
  provider(call: Call): Provider;
  webhook(call: Call): Webhook;
  /** The session of the path, of the calling application, expired if its hour is over. */
  session(call: Call): Session;
}

const notFound = (what: string): Refusal => new Refusal(404, `No such ${what}`);

export const createAccess = (use: Use): Access => ({
  merchantId: ({ principal }) => {
    if (principal.kind !== "merchant") throw new Refusal(401, "The credentials are missing or invalid");
    return principal.merchantId;
  },
  applicationId: ({ principal }) => {
    if (principal.kind !== "application") throw new Refusal(401, "The credentials are missing or invalid");
    return principal.applicationId;
  },
  application: (call) => {
    const merchantId = use().access.merchantId(call);
    const id = use().validate.id(call.params["applicationId"], "applicationId");
    const application = use().applications.find(id);
    if (application?.merchantId !== merchantId) throw notFound("application");
    return application;
  },
  apiKey: (call) => {
    const id = use().validate.id(call.params["keyId"], "keyId");
    const application = use().access.application(call);
    const key = use()
      .keyRing.of(application.id)
      .find((candidate) => candidate.id === id);
    if (key === undefined) throw notFound("API key");
    return key;
  },
  provider: (call) => {
    const application = use().access.application(call);
    const provider = use()
      .providers.of(application.id)
      .find((candidate) => candidate.name === call.params["providerName"]);
    if (provider === undefined) throw notFound("provider");
    return provider;
  },
  webhook: (call) => {
    const id = use().validate.id(call.params["webhookId"], "webhookId");
    const application = use().access.application(call);
    const webhook = use().webhooks.find(id);
    if (webhook?.applicationId !== application.id) throw notFound("webhook");
    return webhook;
  },
  session: (call) => {
    const applicationId = use().access.applicationId(call);
    const id = use().validate.id(call.params["sessionId"], "sessionId");
    const session = use().sessions.find(id);
    if (session?.applicationId !== applicationId) throw notFound("session");
    return use().sessionStates.refresh(session);
  },
});
