import { changeBody, defineFault } from "../fault.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const fault = defineFault({
  title: "Answers a new key with its description escaped for HTML",
  breaks: "api-keys/issues-full-key",
  wrap: (parts) =>
    changeBody(parts, "createApiKey", (body) => ({
      ...body,
      description: String(body["description"]).replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign),
    })),
});
