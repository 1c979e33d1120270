import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { configurationFileName } from "../config/index.ts";
import type { Context } from "./context.ts";
import { answersFrom, type InitAnswers } from "./init-answers.ts";
import { configurationText } from "./init-text.ts";
import { quote } from "../library/invocation.ts";
import { UsageError } from "./usage-error.ts";

/** The flags of `init`, as commander hands them over. */
export interface InitFlags {
  readonly url?: string;
  readonly email?: string;
  readonly secondEmail?: string;
  readonly claims?: readonly string[];
  readonly without?: readonly string[];
  readonly config?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** Writes a configuration to start from, and says what comes next. */
export async function initCommand(flags: InitFlags, context: Context): Promise<number> {
  const file = resolve(context.cwd, flags.config ?? configurationFileName);
  const name = flags.config ?? configurationFileName;
  if (flags.force !== true && existsSync(file)) throw alreadyThere(name);
  const answers = await answersFrom(flags, context);
  write(file, name, configurationText(answers, file), flags.force === true);
  context.print(nextSteps(name, answers, flags));
  return 0;
}

/** As a whole or not at all, and never over what came to lie there meanwhile. */
function write(file: string, name: string, text: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? "w" : "wx" });
  } catch (cause) {
    const { code = "unknown" } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") throw alreadyThere(name);
    throw new UsageError(`cannot write ${name} (${code})`, "give another place with --config", { cause });
  }
}

function alreadyThere(name: string): UsageError {
  return new UsageError(
    `${name} is there already`,
    "--force overwrites it; --config <file> writes another one",
  );
}

function nextSteps(name: string, { secondEmail }: InitAnswers, { config }: InitFlags): string {
  const flag = config === undefined ? "" : ` --config ${quote(config)}`;
  const second = secondEmail === undefined ? [] : ["export KADOSEI_SECOND_PASSWORD=…"];
  return [
    `Wrote ${name}. Next:`,
    "",
    ...["export KADOSEI_PASSWORD=…", ...second].map((line) => `  ${line}`),
    `  npx kadosei-conformance doctor${flag}   # looks at the target, and says what is missing`,
    `  npx kadosei-conformance${flag}          # judges it`,
    "",
  ].join("\n");
}
