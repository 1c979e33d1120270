import type { Terminal } from "../report/index.ts";

/** What a command knows of the process it runs in. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** Aborted when the user wants to stop. */
  readonly signal: AbortSignal;
  /** Standard output: what was asked for. */
  readonly print: (text: string) => void;
  /** Standard error: everything else, line by line. */
  readonly warn: (line: string) => void;
  /** Asks the user, where there is one: absent without a terminal. Rejects when the user would rather not. */
  readonly ask?: (question: string) => Promise<string>;
}

export const usageExitCode = 2;
/** Nothing was found out about the target: interrupted, or an error of our own. */
export const notJudgedExitCode = 3;
