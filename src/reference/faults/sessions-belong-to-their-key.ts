import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Shows a session to the API key alone that created it",
  breaks: "sessions/outlives-its-key",
  wrap: (parts) => {
    const owners = new Map<unknown, string>();
    const keyOf = (principal: object) => ("keyId" in principal ? String(principal.keyId) : "");
    return {
      ...parts,
      operations: {
        ...parts.operations,
        createSession: async (call) => {
          const answer = await parts.operations.createSession(call);
          const id: unknown = Object(answer.body).sessionId;
          if (!owners.has(id)) owners.set(id, keyOf(call.principal));
          return answer;
        },
        readSession: async (call) => {
          const owner = owners.get(call.params["sessionId"]);
          if (owner !== undefined && owner !== keyOf(call.principal))
            throw new Refusal(404, "No such session");
          return parts.operations.readSession(call);
        },
      },
    };
  },
});
