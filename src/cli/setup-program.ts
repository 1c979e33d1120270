import { type Command, Option } from "commander";
import type { CompletionFlags } from "./completion.command.ts";
import type { Context } from "./context.ts";
import { collect } from "./flags.ts";
import type { InitFlags } from "./init.command.ts";

type Ended = (exitCode: number) => void;

export function addInit(program: Command, context: Context, ended: Ended): void {
  program
    .command("init")
    .summary("write a configuration to start from")
    .description(
      "Writes a commented kadosei-conformance.yaml. On a terminal it asks for what flags don't say.",
    )
    .option("--url <url>", "the API to judge")
    .option("--email <address>", "the merchant that logs in; its password is never asked for")
    .option("--second-email <address>", "another merchant, for isolation")
    .option("--claims <names>", "core,providers,webhooks,refunds,onboarding", collect)
    .option("--without <means>", "means that a run lacks: clock,checkout,receiver,…", collect)
    .option("--config <file>", "instead of kadosei-conformance.yaml")
    .option("--yes", "ask nothing")
    .option("--force", "overwrite the file")
    .action(async (flags: InitFlags) => {
      const { initCommand } = await import("./init.command.ts");
      ended(await initCommand(flags, context));
    });
}

export function addCompletion(program: Command, context: Context, ended: Ended): void {
  program
    .command("completion")
    .summary("complete commands, flags and ids in a shell")
    .description("Prints what a shell needs: source <(kadosei-conformance completion bash), zsh or fish.")
    .argument("[shell...]", "bash, zsh or fish")
    .addOption(new Option("--words", "what the last of some words can become").hideHelp())
    .action(async (words: readonly string[], flags: CompletionFlags) => {
      const { completionCommand } = await import("./completion.command.ts");
      ended(await completionCommand(program, words, flags, context));
    });
}
