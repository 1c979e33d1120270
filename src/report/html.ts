import { createHash } from "node:crypto";
import type { RunReport } from "../model/index.ts";
import { chaptersMarkup, filtersMarkup, requirementsMarkup } from "./html-chapters.ts";
import { headMarkup } from "./html-head.ts";
import { html, Markup } from "./html-markup.ts";
import { type PageExtent, requirementMarkup } from "./html-requirement.ts";
import { script } from "./html-script.ts";
import { style } from "./html-style.ts";
import { outcomeWords } from "./outcome-words.ts";
import { cut } from "./text.ts";

/** A page that is mailed and opened on a telephone: bytes that its requirements may take. */
const mostBytes = 900_000;

/** From all the evidence to little of it; the first that fits is taken. */
const extents: readonly PageExtent[] = [
  { findings: 20, body: 4500, sentence: 2000, variants: 100 },
  { findings: 5, body: 2000, sentence: 1000, variants: 50 },
  { findings: 2, body: 800, sentence: 400, variants: 20 },
  { findings: 1, body: 200, sentence: 200, variants: 5 },
];

const leastExtent: PageExtent = { findings: 0, body: 0, sentence: 100, variants: 0 };

/** `report.html`: the whole run on one page that loads nothing from anywhere. */
export function renderHtml(report: RunReport): string {
  return page(report, extents.find((extent) => fits(report, extent)) ?? leastExtent);
}

/** Counts no further than it must: the evidence of a target that breaks everything is large. */
function fits({ requirements }: RunReport, extent: PageExtent): boolean {
  let bytes = 0;
  return requirements.every((result) => {
    bytes += Buffer.byteLength(requirementMarkup(result, { extent, open: false }).text);
    return bytes <= mostBytes;
  });
}

function page(report: RunReport, extent: PageExtent): string {
  const title = `${outcomeWords(report)}: ${report.target.url}`;
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${cut(title, 200)}</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#requirements">To the requirements</a>
        ${headMarkup(report)}
        <main>
          ${chaptersMarkup(report)}
          <h2 id="requirements">Requirements</h2>
          ${filtersMarkup(report)} ${requirementsMarkup(report, extent)}
        </main>
        <footer>
          ${report.tool.name} ${report.tool.version} · run ${report.runId} · what is shortened here is whole
          in report.json, beside this page
        </footer>
        ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `;
  return document.text;
}

/** The page runs its own script and style, and nothing that a target might have slipped in. */
const policy = [
  "default-src 'none'",
  `script-src '${hashOf(script)}'`,
  `style-src '${hashOf(style)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
