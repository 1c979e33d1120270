import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers errors as problem details, with fields of other names",
  breaks: "error-envelope/has-the-three-fields",
  wrap: (parts) => ({
    ...parts,
    errors: {
      ...parts.errors,
      answer: (error, incoming) => {
        const answer = parts.errors.answer(error, incoming);
        return { ...answer, body: { title: parts.errors.reason(answer.status), status: answer.status } };
      },
    },
  }),
});
