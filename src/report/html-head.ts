import type { RunReport } from "../model/index.ts";
import { liveWords } from "./console-lines.ts";
import { isOfInterest } from "./html-requirement.ts";
import { html, type Markup } from "./html-markup.ts";
import { outcomeWords } from "./outcome-words.ts";
import { plainSign } from "./verdict-style.ts";
import { tallyWords } from "./tally.ts";
import { count, cut, duration } from "./text.ts";

/** What the run says of its target, and what was run. */
export function headMarkup(report: RunReport): Markup {
  const { target, reasons, outcome, tool, edition } = report;
  return html`<header>
    <p class="tool">${tool.name} ${tool.version} · edition ${edition}</p>
    ${target.live ? html`<p class="live">${liveWords}</p>` : ""}
    <section class="outcome ${outcome}" aria-labelledby="outcome">
      <h1 id="outcome">${outcomeWords(report)}</h1>
      <p class="target"><code>${cut(target.url, 500)}</code></p>
      <ul>
        ${[tallySentence(report), ...reasons].map((line) => html`<li>${cut(line, 1000)}</li>`)}
      </ul>
      <dl class="about">
        ${about(report).map(
          ([label, text]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${cut(text, 500)}</dd>
            </div>`,
        )}
      </dl>
    </section>
    ${foundMarkup(report)} ${leftOverMarkup(report)}
  </header>`;
}

function tallySentence({ summary, requirements }: RunReport): string {
  return `${count(requirements.length, "requirement")}: ${tallyWords(summary)}`;
}

function about(report: RunReport): readonly (readonly [label: string, text: string])[] {
  const { startedAt, durationMs, summary, seed, claims, unclaimed, given, without, strict, runId } = report;
  const names = (words: readonly string[]) => words.join(", ") || "nothing";
  return [
    ["Started", startedAt.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC")],
    ["Took", duration(durationMs)],
    ["Requests", String(summary.requests)],
    ["Seed", String(seed)],
    ["Claims", names(claims)],
    ...(unclaimed.length === 0 ? [] : [["Served, not claimed", names(unclaimed)] as const]),
    ["Given", names(given)],
    ["Without", names(without)],
    ["Strict", strict ? "yes: a violated SHOULD fails the target" : "no"],
    ["Run", runId],
  ];
}

function leftOverMarkup({ leftOver }: RunReport): Markup {
  if (leftOver.length === 0) return html``;
  const shown = leftOver.slice(0, 50);
  const left = leftOver.length - shown.length;
  return html`<details class="left-over">
    <summary>${count(leftOver.length, "thing")} left on the target</summary>
    <ul>
      ${shown.map(
        ({ kind, id, reason }) =>
          html`<li>${cut(kind, 100)} <code>${cut(id, 200)}</code>: ${cut(reason, 300)}</li>`,
      )}
    </ul>
    ${left > 0 ? html`<p class="more">${left} more, all in report.json.</p>` : ""}
  </details>`;
}

/** What to read first: the requirements that speak against the target, each a link to its evidence. */
function foundMarkup(report: RunReport): Markup {
  const found = report.requirements.filter((result) => isOfInterest(report, result));
  if (found.length === 0) return html``;
  const left = found.length - mostListed;
  return html`<nav class="found-list" aria-labelledby="found-heading">
    <h2 id="found-heading">What was found</h2>
    <ul>
      ${found.slice(0, mostListed).map(
        ({ id, verdict, title, level }) =>
          html`<li>
            <span class="verdict ${verdict}">${plainSign(verdict)}</span>
            <a href="#${encodeURI(id)}">${id}</a> <span class="title">${level} ${title}</span>
          </li>`,
      )}
    </ul>
    ${left > 0 ? html`<p class="more">${left} more below.</p>` : ""}
  </nav>`;
}

const mostListed = 30;
