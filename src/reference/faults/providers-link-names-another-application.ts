import { randomUUID } from "node:crypto";
import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Gives the link a new id where the id of its application belongs",
  breaks: "providers/links",
  wrap: (parts) => changeBody(parts, "linkProvider", (body) => ({ ...body, applicationId: randomUUID() })),
});
