import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Forgets earlier refunds of sessions once a provider of the application is inactive",
  breaks: "lifecycle/obeys-model",
  wrap: (parts) => ({
    ...parts,
    ledger: {
      ...parts.ledger,
      remaining: (session) => {
        const linked = parts.providers.of(session.applicationId);
        const isAnyIdle = linked.some(({ isActive }) => !isActive);
        return isAnyIdle ? session.total : parts.ledger.remaining(session);
      },
    },
  }),
});
