import { suites } from "../../suites/index.ts";
import type { Flags } from "../config/index.ts";
import { examinationLines, openScreen } from "../report/index.ts";
import { examine } from "../runner/index.ts";
import { type Context, notJudgedExitCode } from "./context.ts";
import { invocationOf } from "../library/invocation.ts";
import { settingsOf } from "./run.command.ts";
import { createRunId } from "../library/run-folder.ts";
import { startSelf } from "../library/self.ts";
import { hideSecrets } from "./shown-secrets.ts";
import { edition, tool } from "../library/tool.ts";

export interface DoctorFlags extends Flags {
  readonly self?: boolean;
  readonly json?: boolean;
}

/** Looks at a target before a run, and says what is missing. */
export async function doctorCommand(flags: DoctorFlags, context: Context): Promise<number> {
  hideSecrets(flags, context);
  const self = flags.self === true ? await startSelf(flags.without) : undefined;
  try {
    const settings = settingsOf(flags, context, self);
    const runId = createRunId(new Date());
    const invocation = invocationOf(flags);
    const { signal } = context;
    const examination = await examine({ suites, settings, tool, edition, runId, invocation, signal });
    if (flags.json === true) context.print(`${JSON.stringify(examination, undefined, 2)}\n`);
    else {
      const screen = openScreen(context.print, context.terminal);
      screen.print(...examinationLines(screen.paint, examination));
    }
    return examination.ready ? 0 : notJudgedExitCode;
  } finally {
    await self?.close();
  }
}
