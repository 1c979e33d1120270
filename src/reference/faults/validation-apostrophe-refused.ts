import { defineFault } from "../fault.ts";
import { Refusal } from "../refusal.ts";

export const fault = defineFault({
  title: "Takes only letters, blanks and hyphens for an administrator's last name",
  breaks: "validation/valid-is-accepted",
  wrap: (parts) => ({
    ...parts,
    validate: {
      ...parts.validate,
      signUp: (body) => {
        const order = parts.validate.signUp(body);
        if (!/^[\p{L} -]+$/u.test(order.admin.lastName)) throw new Refusal(400, "lastName must be a name");
        return order;
      },
    },
  }),
});
