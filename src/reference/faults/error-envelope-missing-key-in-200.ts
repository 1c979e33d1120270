import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers the revocation of what is not there with 200, and tells of it in the body only",
  breaks: "error-envelope/success-is-no-error",
  wrap: (parts) => ({
    ...parts,
    errors: {
      ...parts.errors,
      answer: (error, incoming) => {
        const answer = parts.errors.answer(error, incoming);
        return answer.status === 404 && incoming.method === "DELETE" ? { ...answer, status: 200 } : answer;
      },
    },
  }),
});
