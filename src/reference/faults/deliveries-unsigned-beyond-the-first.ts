import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Signs an event for the first webhook that is told of it only",
  breaks: "webhook-delivery/signs",
  wrap: (parts) => {
    const sent = new Set<string>();
    const headers = (body: string, secret: string) => {
      const { id } = JSON.parse(body) as { id: string };
      // Each try of the same delivery is signed.
      const isFirst = !sent.has(id) || sent.has(`${id} ${secret}`);
      sent.add(id);
      if (!isFirst) return {};
      sent.add(`${id} ${secret}`);
      return parts.signer.headers(body, secret);
    };
    return { ...parts, signer: { ...parts.signer, headers } };
  },
});
