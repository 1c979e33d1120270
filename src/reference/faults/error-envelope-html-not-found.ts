import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Answers 404 with a page",
  breaks: "error-envelope/is-json",
  wrap: (parts) => ({
    ...parts,
    errors: {
      ...parts.errors,
      answer: (error, incoming) => {
        const answer = parts.errors.answer(error, incoming);
        if (answer.status !== 404) return answer;
        return { status: 404, headers: { "content-type": "text/html" }, text: "<h1>Not Found</h1>" };
      },
    },
  }),
});
