import { join } from "node:path";
import type { RunReport } from "../model/index.ts";
import { type FormatName, formatNames, formats } from "../report/index.ts";
import { writePrivately } from "./run-folder.ts";

/** One report to write: in which format, and where, if not into the run's folder. */
export interface Copy {
  readonly format: FormatName;
  readonly file?: string;
}

/** What every run writes into its folder. */
export const usualCopies: readonly Copy[] = formatNames
  .filter((format) => formats[format].usual === true)
  .map((format) => ({ format }));

/** Writes reports, those without a place of their own into the run's folder. Says what could not be written. */
export function writeCopies(report: RunReport, folder: string, copies: readonly Copy[]): readonly string[] {
  const alone = new Set(copies.filter(({ file }) => file === undefined).map(({ format }) => format));
  const here = [...alone].map((format) => ({ format, file: join(folder, formats[format].file) }));
  const elsewhere = copies.flatMap(({ format, file }) => (file === undefined ? [] : [{ format, file }]));
  return [...here, ...elsewhere].flatMap(({ format, file }) =>
    attempt(`the ${format} report could not be written to ${file}`, () =>
      writePrivately(file, formats[format].render(report)),
    ),
  );
}

/** Writes something; says so if it can't. */
export function attempt(complaint: string, write: () => void): readonly string[] {
  try {
    write();
    return [];
  } catch (error) {
    return [`${complaint}: ${(error as Error).message}`];
  }
}
