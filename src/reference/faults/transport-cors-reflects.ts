import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Trusts whatever origin asks before it sends",
  breaks: "transport/cors-is-not-wide-open",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        const origin = incoming.headers.get("origin");
        return origin === undefined || incoming.method !== "OPTIONS"
          ? finished
          : {
              ...finished,
              headers: {
                ...finished.headers,
                "access-control-allow-origin": origin,
                "access-control-allow-credentials": "true",
              },
            };
      },
    },
  }),
});
