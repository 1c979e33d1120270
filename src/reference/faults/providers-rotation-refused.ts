import { defineFault, replaceOperation } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Refuses every new credential",
  breaks: "providers/rotates-key",
  wrap: (parts) =>
    replaceOperation(parts, "rotateProviderKey", async (call) => {
      parts.access.provider(call);
      throw new Refusal(400, ["apiKey is not a credential of this provider"]);
    }),
});
