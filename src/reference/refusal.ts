/** A request turned down: what the handler throws and the error envelope renders. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** One sentence, or one per failing field. */
  readonly reasons: string | readonly string[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    reasons: string | readonly string[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    const { stackTraceLimit } = Error;
    // Nobody reads where a refusal came from, and to trace it takes longer than to answer it.
    Error.stackTraceLimit = 0;
    super(typeof reasons === "string" ? reasons : reasons.join("; "));
    Error.stackTraceLimit = stackTraceLimit;
    this.status = status;
    this.reasons = reasons;
    this.headers = headers;
  }
}
