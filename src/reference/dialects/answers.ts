import type { Answer } from "../call.ts";
import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";

/** How answers look from the outside: status, spelling, headers. */
export const answers: Readonly<Record<string, Dialect>> = {
  "creations-answer-200": defineDialect({
    title: "Answers creations with 200",
    wrap: (parts) => ({
      ...parts,
      finisher: {
        ...parts.finisher,
        finish: (answer, incoming) =>
          parts.finisher.finish(answer.status === 201 ? { ...answer, status: 200 } : answer, incoming),
      },
    }),
  }),

  "answers-carry-an-id": defineDialect({
    title: "Puts an id of its own and the time into every answer",
    wrap: (parts) => ({
      ...parts,
      finisher: {
        ...parts.finisher,
        finish: (answer, incoming) =>
          parts.finisher.finish(
            answer.text === undefined ? { ...answer, body: marked(answer.body, parts.secrets.id()) } : answer,
            incoming,
          ),
      },
    }),
  }),

  "json-indented": defineDialect({
    title: "Indents its JSON and names no charset",
    wrap: (parts) => ({
      ...parts,
      finisher: {
        ...parts.finisher,
        finish: (answer, incoming) => indent(parts.finisher.finish(answer, incoming)),
      },
    }),
  }),

  "headers-of-a-gateway": defineDialect({
    title: "Sends headers of a gateway, a cookie among them, and lets every origin read without credentials",
    wrap: (parts) => ({
      ...parts,
      finisher: {
        ...parts.finisher,
        finish: (answer, incoming) =>
          parts.finisher.finish({ ...answer, headers: { ...gateway, ...answer.headers } }, incoming),
      },
    }),
  }),

  "answers-in-chunks": defineDialect({
    title: "Sends answers in chunks and closes the connection behind each",
    wrap: (parts) => ({
      ...parts,
      finisher: {
        ...parts.finisher,
        write: ({ status, headers, body, text }, response) => {
          response.writeHead(status, { ...headers, connection: "close" });
          response.write(" ");
          response.end(text ?? JSON.stringify(body ?? {}));
        },
      },
    }),
  }),

  "instants-in-whole-seconds": defineDialect({
    title: "Writes timestamps without milliseconds and +00:00 instead of Z",
    wrap: (parts) => ({
      ...parts,
      views: {
        ...parts.views,
        instant: (milliseconds) => parts.views.instant(milliseconds).replace(/\.\d+Z$/, "+00:00"),
      },
    }),
  }),

  "retry-after-is-a-date": defineDialect({
    title: "Says when to come back as an HTTP date",
    wrap: (parts) => ({
      ...parts,
      errors: {
        ...parts.errors,
        headers: (refusal) => dated(parts.errors.headers(refusal)),
      },
    }),
  }),
};

const marked = (body: unknown, requestId: string): unknown =>
  Array.isArray(body) ? body : { ...Object(body), requestId, meta: { answeredAt: performance.now() } };

const gateway = {
  "cache-control": "private, no-cache, no-store, max-age=0",
  pragma: "no-cache",
  vary: "Origin, Accept-Encoding",
  "access-control-allow-origin": "*",
  "set-cookie": "lb=node-2; Path=/; HttpOnly",
  "x-request-id": "5f0c7a1e",
  "referrer-policy": "no-referrer",
};

const indent = (answer: Answer): Answer => {
  if (answer.text !== undefined) return answer;
  const headers = { ...answer.headers, "content-type": "application/json" };
  return { ...answer, headers, text: `${JSON.stringify(answer.body ?? {}, null, 2)}\n` };
};

const dated = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const seconds = headers["retry-after"];
  if (seconds === undefined) return headers;
  // Real time, as the limit itself; a date has no fractions, so the next full second.
  const at = Math.ceil(Date.now() / 1000 + Number(seconds)) * 1000;
  return { ...headers, "retry-after": new Date(at).toUTCString() };
};
