import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lists providers without the number of pages",
  breaks: "pagination/has-envelope",
  wrap: (parts) => changeBody(parts, "listProviders", (page) => ({ ...page, totalPages: undefined })),
});
