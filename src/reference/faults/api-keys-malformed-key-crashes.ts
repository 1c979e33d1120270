import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Checks that a key's id is long enough, and leaves the rest to the database",
  breaks: "api-keys/malformed-id",
  wrap: (parts) => ({
    ...parts,
    access: {
      ...parts.access,
      apiKey: (call) => {
        const id = call.params["keyId"] ?? "";
        if (id.length === 36 && !/^[\da-f-]{36}$/i.test(id))
          throw new Error(`invalid input syntax for type uuid: "${id}"`);
        return parts.access.apiKey(call);
      },
    },
  }),
});
