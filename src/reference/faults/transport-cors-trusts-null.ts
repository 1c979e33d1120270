import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Trusts the origin null",
  breaks: "transport/cors-is-not-wide-open",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        return incoming.headers.get("origin") !== "null"
          ? finished
          : {
              ...finished,
              headers: {
                ...finished.headers,
                "access-control-allow-origin": "null",
                "access-control-allow-credentials": "true",
              },
            };
      },
    },
  }),
});
