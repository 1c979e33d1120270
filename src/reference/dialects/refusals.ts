import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import { Refusal } from "../refusal.ts";
import { validated } from "./validated.ts";

/** What is refused with which status and which words. */
export const refusals: Readonly<Record<string, Dialect>> = {
  "messages-in-one-string": defineDialect({
    title: "Joins all messages of a failed validation to one string",
    wrap: (parts) => ({
      ...parts,
      errors: {
        ...parts.errors,
        body: (refusal) => {
          const { message, ...body } = parts.errors.body(refusal);
          return { ...body, message: typeof message === "string" ? message : message.join("; ") };
        },
      },
    }),
  }),

  "malformed-ids-are-404": defineDialect({
    title: "Knows nothing of malformed ids and says 404",
    wrap: (parts) => ({
      ...parts,
      validate: { ...parts.validate, id: (text, name) => found(() => parts.validate.id(text, name)) },
    }),
  }),

  "other-methods-are-404": defineDialect({
    title: "Answers methods that a path does not know with 404, and OPTIONS with an empty 204",
    wrap: (parts) => ({
      ...parts,
      front: {
        ...parts.front,
        otherMethod: (method, allowed) => {
          if (method === "OPTIONS") return { status: 204, headers: { allow: allowed.join(", ") }, text: "" };
          throw new Refusal(404, "There is nothing at this path");
        },
      },
    }),
  }),

  "bodies-before-credentials": defineDialect({
    title: "Reads the body before it looks at credentials",
    wrap: (parts) => ({
      ...parts,
      authenticator: {
        ...parts.authenticator,
        authenticate: async (call, credential) => {
          parts.bodyReader.read(call, parts.routes[call.operation].body);
          return parts.authenticator.authenticate(call, credential);
        },
      },
    }),
  }),

  "bodies-before-resources": defineDialect({
    title: "Validates bodies before it looks for what the path names",
    wrap: (parts) => ({ ...parts, operations: validated(parts) }),
  }),

  "challenges-with-an-error": defineDialect({
    title: "Names an error instead of a realm in its challenge",
    wrap: (parts) => ({
      ...parts,
      errors: {
        ...parts.errors,
        headers: (refusal) => ({
          ...parts.errors.headers(refusal),
          ...(refusal.status === 401 ? { "www-authenticate": 'Bearer error="invalid_token"' } : {}),
        }),
      },
    }),
  }),
};

const found = <Result>(work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(404, "There is no such thing") : error;
  }
};
