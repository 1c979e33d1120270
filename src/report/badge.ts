import type { Outcome, RunReport } from "../model/index.ts";
import { outcomeName } from "./outcome-words.ts";
import { tallyWords } from "./tally.ts";
import { element, xmlDocument } from "./xml.ts";

const label = "Kadosei";

const colours: Readonly<Record<Outcome, string>> = {
  conformant: "#1f7a45",
  "conformant-in-part": "#4b7a1f",
  "non-conformant": "#b3261e",
  "not-judged": "#6b6f76",
};

/** `badge.svg`: the outcome in a line, to be put into a page. */
export function renderBadge(report: RunReport): string {
  const message = messageOf(report);
  const title = `${label} ${report.edition}: ${outcomeName(report)}: ${tallyWords(report.summary)}`;
  const left = widthOf(label);
  const width = left + widthOf(message);
  const words = (text: string, middle: number) =>
    element("text", { x: middle, y: 14, "text-anchor": "middle", fill: "#fff" }, text);
  const root = element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height: 20, role: "img", "aria-label": title },
    [
      element("title", {}, title),
      element("rect", { width, height: 20, rx: 3, fill: colours[report.outcome] }),
      element("path", { d: `M3 0h${left - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z`, fill: "#3d444d" }),
      element("g", { "font-family": "Verdana,DejaVu Sans,sans-serif", "font-size": 11 }, [
        words(label, left / 2),
        words(message, (left + width) / 2),
      ]),
    ],
  );
  return xmlDocument(root);
}

/** `badge.json`: what shields.io draws a badge of, given its address (shields.io/badges/endpoint-badge). */
export function renderShields(report: RunReport): string {
  const document = {
    schemaVersion: 1,
    label,
    message: messageOf(report),
    color: colours[report.outcome],
    isError: report.outcome === "non-conformant",
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function messageOf(report: RunReport): string {
  const { failed, passed } = report.summary;
  const amount = failed > 0 ? `${failed} failed` : `${passed} passed`;
  return `${outcomeName(report)}, ${amount}`;
}

/** Verdana's letters at 11 pixels are about 6.6 wide. */
function widthOf(text: string): number {
  return Math.round(text.length * 6.6 + 12);
}
