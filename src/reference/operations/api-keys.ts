import { created, ok } from "../call.ts";
import type { Operations } from "../call.ts";
import type { Use } from "../parts.ts";

type ApiKeyOperations = Pick<Operations, "createApiKey" | "listApiKeys" | "revokeApiKey">;

export const apiKeyOperations = (use: Use): ApiKeyOperations => ({
  createApiKey: async (call) => {
    const application = use().access.application(call);
    const { description } = use().validate.createApiKey(call.body);
    return created(use().views.issuedKey(use().keyRing.issue(application.id, description)));
  },

  listApiKeys: async (call) => {
    const application = use().access.application(call);
    return ok(use().pager.page(call, use().keyRing.of(application.id), use().views.apiKey));
  },

  revokeApiKey: async (call) => {
    use().keyRing.revoke(use().access.apiKey(call));
    return ok({});
  },
});
