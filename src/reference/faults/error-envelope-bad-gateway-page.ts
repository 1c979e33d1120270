import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Breaks down over a null amount, and leaves the answer to the proxy in front",
  breaks: "error-envelope/no-server-error",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      answer: async (incoming) => {
        if (incoming.rawBody?.includes('"amount":null') !== true) return parts.front.answer(incoming);
        const headers = { "content-type": "text/html" };
        return parts.finisher.finish({ status: 502, headers, text: "<h1>502 Bad Gateway</h1>" }, incoming);
      },
    },
  }),
});
