import { Command, Option } from "commander";
import { nearest } from "../model/nearest.ts";
import { addCertificates } from "./certificate-program.ts";
import type { Context } from "./context.ts";
import type { DiffFlags } from "./diff.command.ts";
import type { DoctorFlags } from "./doctor.command.ts";
import type { FaultsFlags } from "./faults.command.ts";
import { collect, shard, whole } from "./flags.ts";
import type { ListFlags } from "./list.command.ts";
import type { MergeFlags } from "./merge.command.ts";
import { referenceThread } from "./reference-thread.ts";
import type { ReplayFlags } from "./replay.command.ts";
import type { ReportFlags } from "./report.command.ts";
import { type RunFlags, declareReach, declareRunOptions } from "./run-options.ts";
import type { ServeFlags } from "./serve.command.ts";
import { addCompletion, addInit } from "./setup-program.ts";
import { tool } from "../library/tool.ts";

export interface Program {
  readonly command: Command;
  /** The exit code of the command that ran. */
  readonly exitCode: () => number;
}

/** The command line. Commands are loaded when they run, so that `--version` and usage errors are quick. */
export function createProgram(context: Context): Program {
  let exitCode = 0;
  const command = new Command(tool.name)
    .description("Tells, requirement by requirement, whether an API conforms to Kadosei.")
    .usage("[command] [options]")
    .version(tool.version)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: context.print, writeErr: (text) => context.warn(text.trimEnd()) })
    .configureHelp({ subcommandTerm: (subcommand) => subcommand.name() })
    .addHelpText("after", examples);
  const ended = (code: number) => {
    exitCode = code;
  };
  command.commandsGroup("Judge a target:");
  addRun(command, context, ended);
  addInit(command, context, ended);
  addDoctor(command, context, ended);
  addList(command, context, ended);
  addExplain(command, context, ended);
  command.commandsGroup("Afterwards:");
  addReplay(command, context, ended);
  addReport(command, context, ended);
  addMerge(command, context, ended);
  addDiff(command, context, ended);
  addCertificates(command, context, ended);
  command.commandsGroup("Besides:");
  addServe(command, context, ended);
  addFaults(command, context, ended);
  addCompletion(command, context, ended);
  addHelp(command);

  return { command, exitCode: () => exitCode };
}

type Ended = (exitCode: number) => void;

function addRun(program: Command, context: Context, ended: Ended): void {
  declareRunOptions(program.command("run", { isDefault: true }))
    .summary("judge a target, as without a command")
    .description("Judges a target. Flags beat KADOSEI_* variables, which beat the file.")
    .argument("[command]", "", refuseUnknown(program))
    .usage("[options]")
    .addHelpOption(new Option("-h, --help").hideHelp())
    .configureHelp({ visibleArguments: () => [] })
    .addHelpText("after", "\nExit: 0 conformant, 1 non-conformant, 2 wrong usage, 3 not judged.")
    .action(async (_: unknown, flags: RunFlags) => {
      // The server's modules are loaded on one core while those of a run are on another.
      const thread = flags.self === true ? referenceThread() : undefined;
      const { runCommand } = await import("./run.command.ts");
      ended(await runCommand(flags, context, thread));
    });
}

function addDoctor(program: Command, context: Context, ended: Ended): void {
  declareReach(program.command("doctor"))
    .summary("say what a run would need and what is missing")
    .description(
      "Looks at a target before a run: what it serves, what is missing, and the line that supplies it.",
    )
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      "\nExit: 0 ready for a run, 2 wrong usage, 3 something is missing or does not work.",
    )
    .action(async (flags: DoctorFlags) => {
      const { doctorCommand } = await import("./doctor.command.ts");
      ended(await doctorCommand(flags, context));
    });
}

function addReplay(program: Command, context: Context, ended: Ended): void {
  declareReach(program.command("replay").optionsGroup("Where, unless the report says it:"))
    .summary("repeat what failed in a run")
    .description("Repeats what failed in a run, generated cases by their smallest input.")
    .argument("<report>", "a report.json, a journal.ndjson or the folder of a run")
    .argument("[id]", "one requirement; everything that failed unless told")
    .addOption(new Option("--quiet", "the outcome only").conflicts("verbose"))
    .option("--verbose", "every violation at full length")
    .addHelpText(
      "after",
      "\nTarget and settings come from the report, credentials from where a run has them.\nExit: 0 no longer fails, 1 still fails, 2 wrong usage, 3 not judged.",
    )
    .action(async (run: string, id: string | undefined, flags: ReplayFlags) => {
      const { replayCommand } = await import("./replay.command.ts");
      ended(await replayCommand(run, id, flags, context));
    });
}

function addReport(program: Command, context: Context, ended: Ended): void {
  program
    .command("report")
    .summary("render the journal of a run again")
    .description("Renders the journal of a run again, of one that was killed or still goes on too.")
    .argument("<run>", "its folder, or its id in the reports folder")
    .option("--report <format[=file]>", "only these formats: junit=out/junit.xml, json=…", collect)
    .option("--out <folder>", "where the folders of runs are", "reports")
    .addOption(new Option("--quiet", "the outcome only").conflicts("verbose"))
    .option("--verbose", "every requirement and every exchange of a failure")
    .addHelpText("after", "\nExit: as the run, by what it judged; 2 if there is no such run.")
    .action(async (run: string, flags: ReportFlags) => {
      const { reportCommand } = await import("./report.command.ts");
      ended(reportCommand(run, flags, context));
    });
}

function addServe(program: Command, context: Context, ended: Ended): void {
  program
    .command("serve")
    .summary("start the reference server")
    .description("Starts the reference server, with a control listener, and prints what it takes to use it.")
    .option("--port <number>", "any free one unless told", whole(0, 65_535))
    .option("--control-port <number>", "any free one unless told", whole(0, 65_535))
    .option("--dialect <names>", "lawful choices made otherwise: contrary is all", collect)
    .option("--fault <names>", "defects to serve with", collect)
    .option("--latency <ms>", "added to every answer", whole(0, 600_000))
    .option("--rate-limit <number>", "requests per second before a 429", whole(1, 1_000_000))
    .option("--json", "one line of JSON for scripts")
    .action(async (flags: ServeFlags) => {
      const { serveCommand } = await import("./serve.command.ts");
      ended(await serveCommand(flags, context));
    });
}

function addList(program: Command, context: Context, ended: Ended): void {
  program
    .command("list")
    .summary("list the requirements")
    .description("Lists the requirements that a run with the same selection would judge.")
    .option("--suite <names>", "only these suites", collect)
    .option("--only <globs>", "only these requirements", collect)
    .option("--skip <globs>", "all but these requirements", collect)
    .addOption(new Option("--json", "as JSON").conflicts("markdown"))
    .option("--markdown", "as a page, by chapter, with sources")
    .action(async (flags: ListFlags) => {
      const { listCommand } = await import("./list.command.ts");
      ended(listCommand(flags, context));
    });
}

function addExplain(program: Command, context: Context, ended: Ended): void {
  program
    .command("explain")
    .argument("<id>", "such as idempotency/replay-creates-nothing")
    .summary("explain a requirement, with an exchange that breaks it")
    .description("Explains a requirement: source, weight, how it is checked, usual causes, a real violation.")
    .action(async (id: string) => {
      const { explainCommand } = await import("./explain.command.ts");
      ended(await explainCommand(id, context));
    });
}

function addFaults(program: Command, context: Context, ended: Ended): void {
  program
    .command("faults")
    .summary("run every fault of that server against the suites")
    .description("Runs every fault of the reference server against the suites, and tells which are noticed.")
    .option("--only <globs>", "only these faults: 'idempotency-*'", collect)
    .option("--own", "fast: judge only what each fault was written to break")
    .option("--jobs <number>", "trials at once (one per core; with --own three)", whole(1, 256))
    .option("--seed <number>", "other values in every trial", whole(0, 2 ** 32 - 1), 42)
    .option("--shard <i/n>", "every n-th fault, from the i-th on", shard)
    .addOption(
      new Option("--join <runs...>", "try nothing: join the folders of all shards into one matrix").conflicts(
        ["only", "shard", "jobs"],
      ),
    )
    .option("--out <folder>", "where faults.json and faults.md get a folder", "reports")
    .addHelpText("after", "\nExit: 0 all killed by their own requirement, 1 not all, 2 wrong usage.")
    .action(async (flags: FaultsFlags) => {
      const { faultsCommand } = await import("./faults.command.ts");
      ended(await faultsCommand(flags, context));
    });
}

function addMerge(program: Command, context: Context, ended: Ended): void {
  program
    .command("merge")
    .summary("join shards into one run")
    .description("Joins the journals of all shards of a run into one run with one set of reports.")
    .argument("<run...>", "the folders, or the journals, of all shards")
    .option("--report <format[=file]>", "a further copy: junit=out/junit.xml, json=…", collect)
    .option("--out <folder>", "where the run gets its folder", "reports")
    .option("--quiet", "the outcome only")
    .addHelpText(
      "after",
      "\nExit: that of the whole run: 0 conformant, 1 non-conformant, 3 not judged.\n2 for a shard that is missing, given twice, or of another run (seed, edition,\ntarget, version, claims, means).",
    )
    .action(async (shards: readonly string[], flags: MergeFlags) => {
      const { mergeCommand } = await import("./merge.command.ts");
      ended(mergeCommand(shards, flags, context));
    });
}

function addDiff(program: Command, context: Context, ended: Ended): void {
  program
    .command("diff")
    .summary("tell what two runs differ in")
    .description("Says what became better and what worse from one run to the next.")
    .argument("<old>", "the earlier run: its folder, journal or report.json")
    .argument("<new>", "the later one")
    .option("--strict", "a verdict that is lost is a regression too")
    .addOption(new Option("--json", "as JSON").conflicts("markdown"))
    .option("--markdown", "as a comment for a pull request")
    .addHelpText("after", "\nExit: 0 nothing became worse, 1 something did, 2 wrong usage.")
    .action(async (old: string, young: string, flags: DiffFlags) => {
      const { diffCommand } = await import("./diff.command.ts");
      ended(diffCommand(old, young, flags, context));
    });
}

/** As `<command> --help`; not listed, because whoever types it knows it. */
function addHelp(program: Command): void {
  program
    .command("help", { hidden: true })
    .argument("[command]")
    .action((name?: string) => {
      (program.commands.find((command) => command.name() === name) ?? program).help();
    });
}

/** A word that is no command ends up as an argument of the default one. */
function refuseUnknown(program: Command): (word: string) => never {
  return (word) => {
    const names = program.commands.map((command) => command.name());
    const meant = nearest(word, names);
    const hint = meant === undefined ? `(Commands: ${names.join(", ")})` : `(Did you mean ${meant}?)`;
    return program.error(`error: unknown command '${word}'\n${hint}`, { code: "commander.unknownCommand" });
  };
}

const examples = `
<command> --help tells more. Examples:
  $ kadosei-conformance --self
  $ kadosei-conformance --url https://staging.example.com --email me@example.com`;
