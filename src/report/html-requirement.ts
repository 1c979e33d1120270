import type { GeneratedCase, RequirementResult, VariantResult } from "../model/index.ts";
import { type Finding, expectation, findings, isAgainstTarget, reasonOf, sourceName } from "./evidence.ts";
import { jsonMarkup } from "./html-json.ts";
import { command, exchangeMarkup } from "./html-exchange.ts";
import { type Content, html, type Markup } from "./html-markup.ts";
import { count, cut, duration } from "./text.ts";
import { plainSign } from "./verdict-style.ts";

/** How much of the evidence a page holds; all of it is in report.json. */
export interface PageExtent {
  /** Violations of one requirement that are shown. */
  readonly findings: number;
  /** Characters of one body. */
  readonly body: number;
  /** Characters of one sentence. */
  readonly sentence: number;
  /** Variants of one requirement that are listed. */
  readonly variants: number;
}

/** A requirement, folded up; `open` shows its evidence at once. */
export function requirementMarkup(
  result: RequirementResult,
  { extent, open }: { readonly extent: PageExtent; readonly open: boolean },
): Markup {
  const { id, verdict, level, suite, title } = result;
  const slug = id.slice(suite.length + 1) || id;
  return html`<details
    class="requirement"
    data-verdict="${verdict}"
    data-level="${level}"
    data-suite="${suite}"
    ${open ? html` open` : ""}
  >
    <summary>
      <span class="verdict ${verdict}">${plainSign(verdict)} ${verdict}</span>
      <span class="level">${level}</span> <span class="slug">${slug}</span>
      <span class="title">${title}</span>
    </summary>
    <div class="evidence" id="${id}">
      <p class="sentence">
        The API <b>${level}</b> ${title}.
        <a class="anchor" href="#${encodeURI(id)}" aria-label="Link to ${id}">${id}</a>
      </p>
      ${facts(result, extent)} ${findingsMarkup(result, extent)} ${variantsMarkup(result.variants, extent)}
      ${command("Judge it again", cut(result.reproduce, 2000))}
    </div>
  </details> `;
}

function facts(result: RequirementResult, { sentence }: PageExtent): Markup {
  const reason = reasonOf(result);
  const rows: readonly (readonly [string, Content])[] = [
    ["Source", sourceMarkup(result)],
    ["Took", duration(result.durationMs)],
    ...(reason === undefined ? [] : [["Reason", cut(reason, sentence)] as const]),
    ...(result.expected === undefined ? [] : [["Declared", expectation(result.expected)] as const]),
    ...(result.verdict === "errored"
      ? [["Note", "The check itself broke. That is a bug of this tool, not of the target."] as const]
      : []),
    ...result.notes.map((note) => ["Observed", cut(note, sentence)] as const),
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([label, text]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Only what is an address on the web becomes a link. */
function sourceMarkup({ source }: RequirementResult): Markup {
  const words = sourceName(source);
  if (source.url === undefined || !/^https?:\/\//.test(source.url)) return html`${words}`;
  return html`<a href="${source.url}" rel="noreferrer">${words}</a>`;
}

function findingsMarkup(result: RequirementResult, extent: PageExtent): Markup {
  const all = findings(result);
  const left = all.length - extent.findings;
  return html`${all.slice(0, extent.findings).map((finding, index) => findingMarkup(finding, index === 0, extent))}${
    left > 0 ? html`<p class="more">${count(left, "violation")} more, all in report.json.</p>` : ""
  }`;
}

function findingMarkup({ variant, violation }: Finding, open: boolean, extent: PageExtent): Markup {
  const { expected, actual, where, hint, alike = 0, exchange, generated } = violation;
  const { sentence, body } = extent;
  return html`<details class="finding" ${open ? html` open` : ""}>
    <summary>${variant === undefined ? "" : html`<b>${cut(variant, 200)}</b> · `}${cut(where, 300)}</summary>
    <div class="compared">
      <div class="expected">
        <p class="label">Expected</p>
        <pre tabindex="0">${cut(expected, sentence)}</pre>
      </div>
      <div class="actual">
        <p class="label">Actual</p>
        <pre tabindex="0">${cut(actual, sentence)}</pre>
      </div>
    </div>
    ${generated === undefined ? "" : generatedMarkup(generated, extent)}
    ${hint === undefined ? "" : html`<p class="hint"><b>Hint</b> ${cut(hint, sentence)}</p>`}
    ${alike > 0 ? html`<p class="more">${alike} more with the same cause.</p>` : ""}
    ${exchange === undefined ? "" : exchangeMarkup(violation, exchange, body)}
  </details>`;
}

function generatedMarkup(
  { input, seed, path, stopped }: GeneratedCase,
  { body, sentence }: PageExtent,
): Markup {
  return html`<p class="label">Smallest input (seed ${seed}, case ${path})</p>
    <pre tabindex="0">${jsonMarkup(cut(input, body))}</pre>
    ${stopped === undefined ? "" : html`<p class="more">${cut(stopped, sentence)}</p>`}`;
}

function variantsMarkup(
  variants: readonly VariantResult[],
  { variants: most, sentence }: PageExtent,
): Markup {
  if (variants.length === 0) return html``;
  const left = variants.length - most;
  return html`<details class="variants">
    <summary>${count(variants.length, "variant")}</summary>
    <ul>
      ${variants.slice(0, most).map((variant) => variantMarkup(variant, sentence))}
    </ul>
    ${left > 0 ? html`<p class="more">${left} more, all in report.json.</p>` : ""}
  </details>`;
}

function variantMarkup({ name, verdict, reason }: VariantResult, sentence: number): Markup {
  const told = reason === undefined ? "" : html` <span class="reason">${cut(reason, sentence)}</span>`;
  return html`<li>
    <span class="verdict ${verdict}">${plainSign(verdict)} ${verdict}</span> ${cut(name, 200)}${told}
  </li>`;
}

/** What a reader opens the page for: what speaks against the target, and our own errors. */
export function isOfInterest(report: { readonly strict: boolean }, result: RequirementResult): boolean {
  return isAgainstTarget(report, result) || result.verdict === "errored";
}
