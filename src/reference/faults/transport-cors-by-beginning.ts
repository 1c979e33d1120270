import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Trusts every origin that begins like its own",
  breaks: "transport/cors-is-not-wide-open",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      finish: (answer, incoming) => {
        const finished = parts.finisher.finish(answer, incoming);
        const origin = incoming.headers.get("origin");
        const host = incoming.headers.get("host") ?? "-";
        return origin?.startsWith(`https://${host}`) !== true
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
