import type { RunReport } from "../model/index.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";

/** A report that is a file: what it is called unless the user says otherwise, and how it is written. */
export interface Format {
  readonly file: string;
  render(report: RunReport): string;
}

/** Every format that `--report` knows. */
export const formats = {
  json: { file: "report.json", render: renderJson },
  html: { file: "report.html", render: renderHtml },
  junit: { file: "junit.xml", render: renderJunit },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats).filter(isFormatName);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
