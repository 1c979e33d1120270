import { defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Lets the framework answer unknown paths below a session, with its page",
  breaks: "error-envelope/unknown-route",
  wrap: (parts) => ({
    ...parts,
    errors: {
      ...parts.errors,
      answer: (error, incoming) => {
        const answer = parts.errors.answer(error, incoming);
        if (answer.status !== 404 || !/\/sessions\/[^/]+\/./.test(incoming.target)) return answer;
        const text = `<pre>Cannot ${incoming.method} this</pre>`;
        return { status: 404, headers: { "content-type": "text/html" }, text };
      },
    },
  }),
});
