import { ConfigurationError } from "../config/index.ts";
import { UnknownFaultError } from "../reference/index.ts";
import { LiveTargetError, SelectionError } from "../runner/index.ts";
import { OutputError } from "./output-error.ts";

/**
 * Why there is no report: `configuration`, the options say what can't be; `selection`, they leave no requirement to
 * judge, or name one that does not exist; `live-target`, real money would have moved; `unwritable`, `out` can't be
 * written; `unknown-fault`, the reference server knows no such fault or dialect; `defect`, an error of this package.
 */
export type ConformanceErrorCode =
  "configuration" | "selection" | "live-target" | "unwritable" | "unknown-fault" | "defect";

/**
 * The only error that this package throws. A target that breaks the contract, can't be reached or lets nobody in is
 * no error: the report says so. Neither message nor hint holds a secret.
 */
export class ConformanceError extends Error {
  override readonly name = "ConformanceError";
  /** What kind of error it is. */
  readonly code: ConformanceErrorCode;
  /** What to do about it, in a sentence. */
  readonly hint: string;

  /** @internal */
  constructor(code: ConformanceErrorCode, message: string, hint: string, options: ErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}

type Kind = readonly [
  thrown: new (...args: never[]) => Error,
  code: Exclude<ConformanceErrorCode, "defect">,
  hint: string,
];

const kinds: readonly Kind[] = [
  [
    ConfigurationError,
    "configuration",
    "the options are the keys of kadosei-conformance.yaml; fixtures/kadosei-conformance.example.yaml shows each",
  ],
  [SelectionError, "selection", "listRequirements() tells every requirement with its id and suite"],
  [LiveTargetError, "live-target", "use a sandbox merchant, or set `target.live: true` if it is meant"],
  [OutputError, "unwritable", "give another folder as `out`"],
  [UnknownFaultError, "unknown-fault", "faultNames() and dialectNames() tell what the server knows"],
];

/** Whatever was thrown, as the one error that callers have to know. */
export function conformanceErrorFrom(cause: unknown): ConformanceError {
  if (cause instanceof ConformanceError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const [, code, hint] = kinds.find(([thrown]) => cause instanceof thrown) ?? [];
  if (code !== undefined && hint !== undefined) return new ConformanceError(code, message, hint, { cause });
  const report = "this is a defect of kadosei-conformance, not of the target; please report it";
  return new ConformanceError("defect", message, report, { cause });
}
