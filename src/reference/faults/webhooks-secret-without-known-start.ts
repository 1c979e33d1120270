import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Makes signing secrets without whsec_ in front",
  breaks: "webhooks/creates",
  wrap: (parts) => ({
    ...parts,
    secrets: { ...parts.secrets, signingSecret: () => parts.secrets.signingSecret().replace("whsec_", "") },
  }),
});
