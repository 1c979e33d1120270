import { isUtf8 } from "node:buffer";
import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Loses its worker, and the connection with it, over bytes that are no UTF-8",
  breaks: "request-format/survives-hostile-json",
  wrap: (parts) => ({
    ...parts,
    finisher: {
      ...parts.finisher,
      write: (answer, response, incoming) => {
        if (incoming.rawBody === undefined || isUtf8(incoming.rawBody))
          parts.finisher.write(answer, response, incoming);
        else response.destroy();
      },
    },
  }),
});
