import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { prepareFile } from "../library/run-folder.ts";
import { attempt, type Copy, writeCopies } from "../library/run-reports.ts";
import { nearest, type RunReport } from "../model/index.ts";
import { formatNames, formats, isFormatName } from "../report/index.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./usage-error.ts";

/** Reads `--report junit=out/junit.xml`; a format alone is written to the run's folder like the usual ones. */
export function copiesFrom(asked: readonly string[], cwd: string): readonly Copy[] {
  return asked.map(copyFrom).map(({ format, file }) => ({
    format,
    ...(file === undefined ? {} : { file: prepareFile(resolve(cwd, file)) }),
  }));
}

/** Reads them, and touches no file. */
export function refuseUnknownFormats(asked: readonly string[]): void {
  asked.forEach(copyFrom);
}

function copyFrom(text: string): Copy {
  const [format = "", ...rest] = text.split("=");
  if (!isFormatName(format)) throw unknownFormat(format);
  if (rest.length === 0) return { format };
  const file = rest.join("=");
  if (file === "")
    throw new UsageError(`--report ${format}= names no file`, `such as --report ${format}=report`);
  return { format, file };
}

export interface Place {
  readonly folder: string;
  readonly copies: readonly Copy[];
  readonly context: Context;
}

/** Writes reports, those without a place of their own into the run's folder. Says what could not be written. */
export function writeReports(report: RunReport, { folder, copies, context }: Place): readonly string[] {
  const forGithub = copies.filter(({ format, file }) => format === "github" && file === undefined);
  return [
    ...writeCopies(
      report,
      folder,
      copies.filter((copy) => !forGithub.includes(copy)),
    ),
    ...(forGithub.length > 0 ? tellGithub(report, context) : []),
  ];
}

/** GitHub reads annotations from the output of a step, and its summary from a file that it names. */
function tellGithub(report: RunReport, { print, env }: Context): readonly string[] {
  print(formats.github.render(report));
  const file = env["GITHUB_STEP_SUMMARY"] ?? "";
  if (file === "") return [];
  return attempt(`the job summary could not be written to ${file}`, () =>
    appendFileSync(file, formats.markdown.render(report)),
  );
}

function unknownFormat(name: string): UsageError {
  const meant = nearest(name, formatNames);
  const hint = meant === undefined ? `known: ${formatNames.join(", ")}` : `did you mean ${meant}?`;
  return new UsageError(`there is no report format "${name}"`, hint);
}
