import { join, resolve } from "node:path";
import { nearest } from "../config/index.ts";
import type { RunReport } from "../model/index.ts";
import { type FormatName, formatNames, formats, isFormatName } from "../report/index.ts";
import { prepareFile, writePrivately } from "./run-folder.ts";
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

/** Writes every format into the run's folder, and the copies asked for. Says what could not be written. */
export function writeReports(report: RunReport, folder: string, copies: readonly Copy[]): readonly string[] {
  const usual = formatNames.map((format): Copy => ({ format, file: join(folder, formats[format].file) }));
  return [...usual, ...copies].flatMap(({ format, file }) => {
    try {
      writePrivately(file, formats[format].render(report));
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
