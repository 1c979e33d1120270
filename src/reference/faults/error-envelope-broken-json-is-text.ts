import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets the body parser answer for itself, in plain text",
  breaks: "error-envelope/is-json",
  wrap: (parts) => ({
    ...parts,
    errors: {
      ...parts.errors,
      answer: (error, incoming) => {
        const answer = parts.errors.answer(error, incoming);
        const isParser = error instanceof Error && error.message === "The body is not valid JSON";
        if (!isParser) return answer;
        return {
          status: 400,
          headers: { "content-type": "text/plain" },
          text: "Unexpected end of JSON input",
        };
      },
    },
  }),
});
