import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets earlier refunds of a session once its provider is inactive",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      remaining: (session) => {
        const linked = parts.providers.of(session.applicationId);
        const provider = linked.find(({ name }) => name === session.providerName);
        return provider?.isActive === false ? session.total : parts.ledger.remaining(session);
      },
    },
  }),
});
