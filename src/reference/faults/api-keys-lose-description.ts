import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers a new key with an empty description",
  breaks: "api-keys/issues-full-key",
  wrap: (parts) => changeBody(parts, "createApiKey", (body) => ({ ...body, description: "" })),
});
