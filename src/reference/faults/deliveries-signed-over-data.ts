import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs the data of an event without what is around it",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => ({
    ...parts,
    signer: {
      ...parts.signer,
      headers: (body, secret) =>
        parts.signer.headers(JSON.stringify((JSON.parse(body) as { data: unknown }).data), secret),
    },
  }),
});
