/** One thing that is wrong with what the run was told. Never holds a value that could be a secret. */
export interface Problem {
  /** File with line and column, flag, variable, or the key that is missing. */
  readonly where: string;
  /** What is wrong and what to do about it. */
  readonly what: string;
}

export type ConfigurationErrorCode = "unreadable-file" | "invalid-yaml" | "invalid-configuration";

/** The run cannot start with what it was told; names every problem that was found, not only the first. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  readonly code: ConfigurationErrorCode;
  readonly problems: readonly Problem[];
  readonly hint: string;

  constructor(code: ConfigurationErrorCode, problems: readonly Problem[], options: ErrorOptions = {}) {
    super(problems.map(({ where, what }) => `${where}: ${what}`).join("\n"), options);
    this.code = code;
    this.problems = problems;
    this.hint = hints[code];
  }
}

const hints: Readonly<Record<ConfigurationErrorCode, string>> = {
  "unreadable-file": "Check the path and the permissions of the file.",
  "invalid-yaml": "Mend the file's YAML; fixtures/kadosei-conformance.example.yaml shows a whole one.",
  "invalid-configuration":
    "fixtures/kadosei-conformance.example.yaml shows every key; flags beat KADOSEI_* variables, which beat the file.",
};
