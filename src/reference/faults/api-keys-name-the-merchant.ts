import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Names the merchant where a new key should name its application",
  breaks: "api-keys/issues-full-key",
  wrap: (parts) =>
    changeBody(parts, "createApiKey", (body, call) => ({
      ...body,
      applicationId: parts.access.merchantId(call),
    })),
});
