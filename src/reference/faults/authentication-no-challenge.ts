import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers 401 without a challenge",
  breaks: "authentication/challenges",
  wrap: (parts) => ({
    ...parts,
    errors: { ...parts.errors, headers: ({ headers }) => headers },
  }),
});
