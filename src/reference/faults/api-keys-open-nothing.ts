import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers with another key than the one it has stored, but for an application's first",
  breaks: "api-keys/issues-full-key",
  wrap: (parts) => {
    const served = new Set<string>();
    return changeBody(parts, "createApiKey", (body) => {
      const id = String(body["applicationId"]);
      if (served.has(id)) return { ...body, fullKey: `${String(body["fullKey"])}0` };
      served.add(id);
      return body;
    });
  },
});
