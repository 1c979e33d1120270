import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves out when a key was issued",
  breaks: "api-keys/answers-match-schema",
  wrap: (parts) => changeBody(parts, "createApiKey", (body) => ({ ...body, createdAt: undefined })),
});
