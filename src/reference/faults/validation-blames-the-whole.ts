import { defineFault, changeErrors } from "../fault.ts";

export const fault = defineFault({
  title: "Blames the credentials for the key that is missing in them",
  breaks: "validation/names-the-field",
  wrap: (parts) =>
    changeErrors(parts, (body) => ({
      ...body,
      message: JSON.parse(JSON.stringify(body.message).replaceAll("credentials.apiKey", "credentials")),
    })),
});
