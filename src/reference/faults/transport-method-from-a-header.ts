import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Takes a GET for the method that X-HTTP-Method-Override names",
  breaks: "transport/get-stays-get",
  wrap: (parts) => ({
    ...parts,
    front: {
      ...parts.front,
      serve: (incoming) => {
        const named = incoming.method === "GET" ? incoming.headers.get("x-http-method-override") : undefined;
        return parts.front.serve(
          named === undefined ? incoming : { ...incoming, method: named.toUpperCase() },
        );
      },
    },
  }),
});
