import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Asks the body itself whether it has a member",
  breaks: "request-format/survives-hostile-json",
  wrap: (parts) => ({
    ...parts,
    bodyReader: {
      ...parts.bodyReader,
      parse: (bytes) => {
        const body = parts.bodyReader.parse(bytes) as object;
        // oxlint-disable-next-line no-prototype-builtins -- the defect
        body.hasOwnProperty("name");
        return body;
      },
    },
  }),
});
