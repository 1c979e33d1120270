import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes signing secrets of 40 bits",
  breaks: "webhooks/secrets-are-unpredictable",
  wrap: (parts) => ({
    ...parts,
    secrets: { ...parts.secrets, signingSecret: () => parts.secrets.signingSecret().slice(0, 16) },
  }),
});
