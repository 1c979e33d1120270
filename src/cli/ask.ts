import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Context } from "./context.ts";
import { UsageError } from "./usage-error.ts";

/** Asks line by line. Ctrl-C and the end of the input leave a question unanswered, which is an error. */
export function createAsk(
  input: Readable,
  { print, signal }: Pick<Context, "print" | "signal">,
): NonNullable<Context["ask"]> {
  let lines: AsyncIterator<string> | undefined;
  return async (question) => {
    lines ??= createInterface({ input })[Symbol.asyncIterator]();
    print(question);
    const interrupted = once(signal, "abort").then(() => ({ done: true, value: undefined }));
    const { done, value } = signal.aborted
      ? { done: true, value: "" }
      : await Promise.race([lines.next(), interrupted]);
    if (done !== true) return String(value);
    print("\n");
    throw new UsageError("left unanswered", "nothing was written");
  };
}
