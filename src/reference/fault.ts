import type { Answer, Call, Incoming, Operation, OperationName } from "./call.ts";
import type { ErrorBody } from "./errors.ts";
import type { Parts } from "./parts.ts";

/** A lawful choice the contract leaves open, made differently. */
export interface Dialect {
  /** One sentence: what this server does. */
  readonly title: string;
  /** Gives the parts back with some of them wrapped or replaced. Called once per server. */
  readonly wrap: (parts: Parts) => Parts;
}

/** A named defect. */
export interface Fault extends Dialect {
  /** The requirement, `suite/slug`, that must notice it. */
  readonly breaks: string;
  /** Shows only where the server speaks TLS. */
  readonly over?: "tls";
  /** Breaks a MUST only in a variant that is no more than a SHOULD. */
  readonly level?: "SHOULD";
}

export const defineFault = (fault: Fault): Fault => fault;
export const defineDialect = (dialect: Dialect): Dialect => dialect;

/** The parts with one operation done differently; `next` is the operation as it was. */
export const replaceOperation = (
  parts: Parts,
  name: OperationName,
  operation: (call: Call, next: Operation) => Promise<Answer>,
): Parts => {
  const next = parts.operations[name];
  return { ...parts, operations: { ...parts.operations, [name]: (call: Call) => operation(call, next) } };
};

/** The parts with the JSON of one operation's successes changed. */
export const changeBody = (
  parts: Parts,
  name: OperationName,
  change: (body: Readonly<Record<string, unknown>>, call: Call) => unknown,
): Parts =>
  replaceOperation(parts, name, async (call, next) => {
    const answer = await next(call);
    return { ...answer, body: change({ ...Object(answer.body) }, call) };
  });

/** The parts with the envelope of every error changed. */
export const changeErrors = (
  parts: Parts,
  change: (body: ErrorBody, incoming: Incoming) => unknown,
): Parts => ({
  ...parts,
  errors: {
    ...parts.errors,
    answer: (error, incoming) => {
      const answer = parts.errors.answer(error, incoming);
      return { ...answer, body: change(answer.body as ErrorBody, incoming) };
    },
  },
});
