import { STATUS_CODES } from "node:http";
import type { Answer, Incoming } from "./call.ts";
import type { Use } from "./parts.ts";
import { Refusal } from "./refusal.ts";

export interface ErrorBody {
  readonly statusCode: number;
  readonly message: string | readonly string[];
  readonly error: string;
}

/** The error envelope. */
export interface Errors {
  /** Turns whatever a handler threw into an answer; what is no refusal is our own fault and says nothing more. */
  answer(error: unknown, incoming: Incoming): Answer;
  body(refusal: Refusal): ErrorBody;
  headers(refusal: Refusal): Readonly<Record<string, string>>;
  reason(status: number): string;
}

const challenge = { "www-authenticate": 'Bearer realm="kadosei"' };
const comeBack = { "retry-after": "1" };

export const createErrors = (use: Use): Errors => ({
  answer: (error) => {
    const refusal = error instanceof Refusal ? error : new Refusal(500, "Something went wrong on our side");
    const { errors } = use();
    return { status: refusal.status, headers: errors.headers(refusal), body: errors.body(refusal) };
  },
  body: (refusal) => ({
    statusCode: refusal.status,
    message: refusal.reasons,
    error: use().errors.reason(refusal.status),
  }),
  headers: ({ status, headers }) => ({
    ...(status === 401 ? challenge : {}),
    ...(status === 429 || status === 503 ? comeBack : {}),
    ...headers,
  }),
  reason: (status) => STATUS_CODES[status] ?? "Error",
});
