/** The command line asks for something that cannot be. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code = "usage";
  readonly hint: string;

  constructor(message: string, hint: string, options: ErrorOptions = {}) {
    super(message, options);
    this.hint = hint;
  }
}
