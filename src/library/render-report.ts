import type { RunReport } from "../model/index.ts";
import { type FormatName, formatNames, formats, isFormatName } from "../report/index.ts";
import { ConformanceError } from "./conformance-error.ts";

/**
 * Renders a report as the command does with `--report`.
 *
 * @param report - What a run came to.
 * @param format - `json`, `html`, `junit`, `markdown`, `github`, `ctrf`, `sarif`, `har`, `tap`, `badge` or `shields`.
 * @returns The text of the file.
 * @throws {@link ConformanceError} `configuration` for a format that there is not.
 */
export function renderReport(report: RunReport, format: FormatName): string {
  if (isFormatName(format)) return formats[format].render(report);
  const message = `there is no report format "${String(format)}"`;
  throw new ConformanceError("configuration", message, `known: ${formatNames.join(", ")}`);
}
