import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes letters and blanks only for a customer's last name",
  breaks: "validation/valid-is-accepted",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      createSession: (body) => {
        const order = parts.validate.createSession(body);
        if (/[^\p{L} ]/u.test(order.customer.lastName ?? ""))
          throw new Refusal(400, ["customer.lastName must be a name"]);
        return order;
      },
    },
  }),
});
