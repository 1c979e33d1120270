import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Leaves `error` out of a 401 that was thrown without a message, as a framework does",
  breaks: "error-envelope/has-the-three-fields",
  wrap: (parts) => ({
    ...parts,
    errors: {
      ...parts.errors,
      answer: (error, incoming) => {
        const answer = parts.errors.answer(error, incoming);
        return answer.status === 401
          ? { ...answer, body: { message: "Unauthorized", statusCode: 401 } }
          : answer;
      },
    },
  }),
});
