import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { nearest } from "../config/index.ts";
import type { RunReport } from "../model/index.ts";
import { type FormatName, formatNames, formats, isFormatName } from "../report/index.ts";
import { prepareFile } from "./run-folder.ts";
import { UsageError } from "./usage-error.ts";

/** One report to write: in which format, and where. */
export interface Copy {
  readonly format: FormatName;
  readonly file: string;
}

/** Reads `--report junit=out/junit.xml`; a format alone is written to the run's folder like every other. */
export function copiesFrom(asked: readonly string[], cwd: string): readonly Copy[] {
  return asked.flatMap((text) => {
    const [format = "", ...rest] = text.split("=");
    if (!isFormatName(format)) throw unknownFormat(format);
    if (rest.length === 0) return [];
    const file = rest.join("=");
    if (file === "")
      throw new UsageError(`--report ${format}= names no file`, `such as --report ${format}=report`);
    return [{ format, file: prepareFile(resolve(cwd, file)) }];
  });
}

/** The places of formats, by their names, in a run's folder. */
export function usualCopies(folder: string, names: readonly string[] = formatNames): readonly Copy[] {
  return names.filter(isFormatName).map((format) => ({ format, file: join(folder, formats[format].file) }));
}

/** Writes reports. Says what could not be written. */
export function writeReports(report: RunReport, copies: readonly Copy[]): readonly string[] {
  return copies.flatMap(({ format, file }) => {
    try {
      writeFileSync(file, formats[format].render(report));
      return [];
    } catch (error) {
      return [`the ${format} report could not be written to ${file}: ${(error as Error).message}`];
    }
  });
}

function unknownFormat(name: string): UsageError {
  const meant = nearest(name, formatNames);
  const hint = meant === undefined ? `known: ${formatNames.join(", ")}` : `did you mean ${meant}?`;
  return new UsageError(`there is no report format "${name}"`, hint);
}
