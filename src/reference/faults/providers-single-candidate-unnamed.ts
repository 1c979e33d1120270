import { changeBody, defineFault } from "../fault.ts";

export const fault = defineFault({
  title: "Does not name the provider where there was no choice",
  breaks: "providers/routes-to-the-only-candidate",
  wrap: (parts) =>
    changeBody(parts, "createSession", (body) => {
      const { score } = Object(body["routing"]);
      return score === 1 ? { ...body, routing: { selectedProvider: "default", score } } : body;
    }),
});
