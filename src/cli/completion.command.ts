import type { Command } from "commander";
import type { Context } from "./context.ts";
import { UsageError } from "./usage-error.ts";

/** The flags of `completion`, as commander hands them over. */
export interface CompletionFlags {
  readonly words?: boolean;
}

const name = "kadosei-conformance";

/** What each shell is told: to ask the command itself, which knows best. */
const scripts: Readonly<Record<string, string>> = {
  bash: `_kadosei_conformance() {
  local IFS=$'\\n'
  COMPREPLY=($(${name} completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _kadosei_conformance ${name}
`,
  zsh: `#compdef ${name}
_kadosei_conformance() {
  local -a found
  found=(\${(f)"$(${name} completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -Q -- "\${found[@]}"; else _files; fi
}
compdef _kadosei_conformance ${name}
`,
  fish: `complete -c ${name} -a '(${name} completion --words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
};

/** Prints what a shell needs to complete our words; with `--words`, what the last of some words can become. */
export async function completionCommand(
  program: Command,
  given: readonly string[],
  { words }: CompletionFlags,
  { print }: Pick<Context, "print">,
): Promise<number> {
  if (words === true) {
    print((await continuations(program, given)).map((word) => `${word}\n`).join(""));
    return 0;
  }
  const [shell = ""] = given;
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (script === undefined)
    throw new UsageError(
      shell === "" ? "completion needs a shell" : `there is no completion for ${shell}`,
      `known: ${shells.join(", ")}; such as: source <(${name} completion bash)`,
    );
  print(script);
  return 0;
}

export const shells: readonly string[] = Object.keys(scripts);

async function continuations(program: Command, given: readonly string[]): Promise<readonly string[]> {
  const word = given.at(-1) ?? "";
  const before = given.slice(0, -1);
  const chosen = commandsOf(program).find((one) => before.includes(one.name()));
  const command = chosen ?? commandsOf(program).find((one) => one.name() === "run") ?? program;
  const option = command.options.find(({ long, required }) => required && long === before.at(-1));
  if (option !== undefined) return valuesFor(option.long ?? "", word);
  if (word.startsWith("-")) return starting(optionsOf(command), word);
  if (chosen === undefined)
    return starting(
      commandsOf(program).map((one) => one.name()),
      word,
    );
  return starting(await wordsAfter(chosen.name()), word);
}

function commandsOf(program: Command): readonly Command[] {
  return program.createHelp().visibleCommands(program);
}

function optionsOf(command: Command): readonly string[] {
  return command.options.filter(({ hidden }) => !hidden).flatMap(({ long }) => long ?? []);
}

async function wordsAfter(command: string): Promise<readonly string[]> {
  if (command === "explain") return ids();
  return command === "completion" ? shells : [];
}

type Source = () => Promise<readonly string[]>;

/** Loaded only when they are asked for. */
const ids: Source = async () => {
  const { listRequirements } = await import("../library/requirements.ts");
  return listRequirements().map(({ id }) => id);
};

const values: Readonly<Record<string, Source>> = {
  "--only": ids,
  "--skip": ids,
  "--suite": async () => [...new Set((await ids()).map((id) => id.split("/")[0] ?? id))],
  "--claims": async () => (await import("../model/index.ts")).claims,
  "--without": async () => (await import("../model/index.ts")).means,
  "--report": async () => (await import("../report/index.ts")).formatNames,
  "--fault": async () => (await import("../reference/index.ts")).faultNames(),
  "--dialect": async () => (await import("../reference/index.ts")).dialectNames(),
};

/** Of a list with commas, the last name is completed. */
async function valuesFor(option: string, word: string): Promise<readonly string[]> {
  const known = (await values[option]?.()) ?? [];
  const comma = word.lastIndexOf(",") + 1;
  return starting(known, word.slice(comma)).map((value) => word.slice(0, comma) + value);
}

function starting(words: readonly string[], beginning: string): readonly string[] {
  return words.filter((word) => word.startsWith(beginning));
}
