import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Mentions, with a new key, the one that the application had before",
  breaks: "api-keys/shows-full-key-once",
  wrap: (parts) => {
    const previous = new Map<string, unknown>();
    return changeBody(parts, "createApiKey", (body, call) => {
      const id = call.params["applicationId"] ?? "";
      const before = previous.get(id);
      previous.set(id, body["fullKey"]);
      return before === undefined ? body : { ...body, replaces: before };
    });
  },
});
