import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Counts signing secrets up",
  breaks: "webhooks/secrets-are-unpredictable",
  wrap: (parts) => {
    let count = 0;
    const signingSecret = () => `whsec_${String((count += 1)).padStart(64, "0")}`;
    return { ...parts, secrets: { ...parts.secrets, signingSecret } };
  },
});
