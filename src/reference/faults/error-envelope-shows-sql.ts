import { changeErrors, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Passes the database's own words on when a name is taken",
  breaks: "error-envelope/leaks-nothing",
  wrap: (parts) =>
    changeErrors(parts, (body) => {
      const message = 'duplicate key value violates unique constraint "applications_merchant_id_name_key"';
      return body.statusCode === 409 ? { ...body, message } : body;
    }),
});
