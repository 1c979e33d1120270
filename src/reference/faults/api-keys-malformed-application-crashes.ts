import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Hands an application's id to the database unchecked when a key is issued",
  breaks: "api-keys/malformed-id",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      application: (call) => {
        const id = call.params["applicationId"] ?? "";
        if (call.operation === "createApiKey" && !/^[\da-f]{8}-/i.test(id))
          throw new Error(`invalid input syntax for type uuid: "${id}"`);
        return parts.access.application(call);
      },
    },
  }),
});
