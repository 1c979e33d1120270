import type { RunReport } from "../model/index.ts";
import { renderBadge, renderShields } from "./badge.ts";
import { renderCtrf } from "./ctrf.ts";
import { renderGithub } from "./github.ts";
import { renderHar } from "./har.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderSarif } from "./sarif.ts";
import { renderTap } from "./tap.ts";

/** A report that is a file: what it is called unless the user says otherwise, and how it is written. */
export interface Format {
  readonly file: string;
  /** Written for every run; the others only when they are asked for. */
  readonly usual?: true;
  render(report: RunReport): string;
}

/** Every format that `--report` knows. */
export const formats: Readonly<Record<FormatName, Format>> = {
  json: { file: "report.json", usual: true, render: renderJson },
  html: { file: "report.html", usual: true, render: renderHtml },
  junit: { file: "junit.xml", usual: true, render: renderJunit },
  markdown: { file: "report.md", render: renderMarkdown },
  github: { file: "annotations.txt", render: renderGithub },
  ctrf: { file: "ctrf-report.json", render: renderCtrf },
  sarif: { file: "report.sarif", render: renderSarif },
  har: { file: "failures.har", render: renderHar },
  tap: { file: "report.tap", render: renderTap },
  badge: { file: "badge.svg", render: renderBadge },
  shields: { file: "badge.json", render: renderShields },
};

export const formatNames = [
  "json",
  "html",
  "junit",
  "markdown",
  "github",
  "ctrf",
  "sarif",
  "har",
  "tap",
  "badge",
  "shields",
] as const;

/** One of the formats that a report can be written in. */
export type FormatName = (typeof formatNames)[number];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
