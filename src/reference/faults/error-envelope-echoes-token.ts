import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Repeats the credential that it did not accept",
  breaks: "error-envelope/leaks-nothing",
  wrap: (parts) =>
    changeErrors(parts, (body, incoming) => {
      const credential = incoming.headers.get("authorization");
      return body.statusCode === 401 && credential !== undefined
        ? { ...body, message: `${credential} is not valid` }
        : body;
    }),
});
