/** What a run is asked to write can't be written where it is asked to. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  readonly code = "unwritable";
  readonly hint = "give another place with --out or --report";

  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}
