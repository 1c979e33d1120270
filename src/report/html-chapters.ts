import {
  type RequirementResult,
  type RunReport,
  type Summary,
  type Verdict,
  verdicts,
} from "../model/index.ts";
import { bySuite, occurring, summaryOf } from "./fold.ts";
import { html, type Markup } from "./html-markup.ts";
import { type PageExtent, isOfInterest, requirementMarkup } from "./html-requirement.ts";
import { chapterName } from "./text.ts";
import { plainSign } from "./verdict-style.ts";

/** Failures that are unfolded when the page opens; a reader of a hundred wants to see their names first. */
const mostOpen = 3;

/** Each chapter with a bar of its verdicts. */
export function chaptersMarkup({ requirements }: RunReport): Markup {
  const rows = [...bySuite(requirements)].map(([suite, results]) => chapterRow(suite, summaryOf(results)));
  if (rows.length === 0) return html``;
  return html`<h2>Chapters</h2>
    <table class="chapters">
      <thead>
        <tr>
          <th scope="col">Chapter</th>
          <th scope="col">Verdicts</th>
          <th scope="col">Counts</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

function chapterRow(suite: string, summary: Summary): Markup {
  const tallies = occurring(summary);
  const counts = tallies.map(
    ([verdict, amount]) => html`<span class="${verdict}">${amount} ${verdict}</span> `,
  );
  return html`<tr>
    <th scope="row"><a href="#${encodeURI(suite)}">${chapterName(suite)}</a></th>
    <td class="wide">${bar(tallies)}</td>
    <td class="counts">${counts}</td>
  </tr> `;
}

/** The passed ones first, so that a full bar and a broken one begin alike. */
function bar(tallies: readonly (readonly [Verdict, number])[]): Markup {
  const total = tallies.reduce((sum, [, amount]) => sum + amount, 0);
  let from = 0;
  const parts = tallies.toReversed().map(([verdict, amount]) => {
    const width = (amount / total) * 100;
    const part = html`<rect
      class="${verdict}"
      x="${from.toFixed(2)}"
      width="${width.toFixed(2)}"
      height="10"
    />`;
    from += width;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    ${parts}
  </svg>`;
}

/** Every requirement, folded up, below its chapter. */
export function requirementsMarkup(report: RunReport, extent: PageExtent): Markup {
  const ofInterest = report.requirements.filter((result) => isOfInterest(report, result));
  const open = new Set(ofInterest.slice(0, mostOpen).map(({ id }) => id));
  return html`${[...bySuite(report.requirements)].map(([suite, results]) => chapterMarkup(suite, results, { extent, open }))}`;
}

interface Manner {
  readonly extent: PageExtent;
  readonly open: ReadonlySet<string>;
}

function chapterMarkup(
  suite: string,
  results: readonly RequirementResult[],
  { extent, open }: Manner,
): Markup {
  return html`<section class="chapter" id="${suite}">
    <h3>${chapterName(suite)} <span class="tally">${results.length}</span></h3>
    ${results.map((result) => requirementMarkup(result, { extent, open: open.has(result.id) }))}
  </section> `;
}

/** Shown by the script, which is what makes it do something. */
export function filtersMarkup({ summary, requirements }: RunReport): Markup {
  const occurringVerdicts = verdicts.filter((verdict) => summary[verdict] > 0);
  const levels = (["MUST", "SHOULD", "MAY"] as const).filter((level) =>
    requirements.some((one) => one.level === level),
  );
  const suites = [...bySuite(requirements).keys()];
  return html`<form id="filters" hidden>
    <label class="field"
      >Search <input type="search" id="search" placeholder="id, title or evidence" autocomplete="off"
    /></label>
    <label class="field"
      >Chapter
      <select id="chapter">
        <option value="">All chapters</option>
        ${suites.map((suite) => html`<option value="${suite}">${chapterName(suite)}</option>`)}
      </select></label
    >
    <fieldset>
      <legend>Level</legend>
      ${levels.map((level) => checkbox("level", level, level))}
    </fieldset>
    <fieldset>
      <legend>Verdict</legend>
      ${occurringVerdicts.map((verdict) =>
        checkbox(
          "verdict",
          verdict,
          html`<span class="verdict ${verdict}">${plainSign(verdict)} ${verdict}</span> ${summary[verdict]}`,
        ),
      )}
    </fieldset>
    <button type="reset">Show all</button>
    <p class="found">
      <output id="found"></output> · <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous,
      <kbd>Enter</kbd> opens, <kbd>Esc</kbd> shows all
    </p>
  </form>`;
}

function checkbox(name: string, value: string, label: Markup | string): Markup {
  return html`<label><input type="checkbox" name="${name}" value="${value}" checked /> ${label}</label> `;
}
