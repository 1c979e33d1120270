import type { ExchangeRecord, HeaderFields, ViolationRecord } from "../model/index.ts";
import { exchangeLine } from "./evidence.ts";
import { hasMember, jsonMarkup } from "./html-json.ts";
import { html, type Markup } from "./html-markup.ts";
import { cut } from "./text.ts";

/** What a violation points at inside an exchange. */
interface Pointed {
  readonly pointer: string | undefined;
  readonly words: string;
}

/** The exchange of a violation: what was sent, what came, with the offending part marked, and the line that repeats it. */
export function exchangeMarkup(violation: ViolationRecord, exchange: ExchangeRecord, most: number): Markup {
  const pointed = pointedAt(violation.where);
  const { request, response } = exchange;
  const inResponse = pointed.pointer !== undefined && hasMember(response?.body ?? "", pointed.pointer);
  const inRequest = !inResponse && hasMember(request.body ?? "", pointed.pointer ?? "");
  const unmarked = { pointer: undefined, words: "" };
  return html`<details class="exchange" open>
      <summary>${cut(exchangeLine(exchange), 300)}</summary>
      <div class="messages">
        ${[
          message("Request", `${request.method} ${cut(request.url, most)}`, request.headers, request.body, {
            marks: inRequest ? pointed : unmarked,
            most,
          }),
          answer(exchange, inRequest ? { ...pointed, pointer: undefined } : pointed, most),
        ]}
      </div>
    </details>
    ${command("Run it yourself", cut(exchange.curl, 4 * most))}`;
}

/** A line to be copied into a shell. */
export function command(label: string, line: string): Markup {
  return html`<div class="command">
    <p class="label">${label}</p>
    <pre tabindex="0"><code>${line}</code></pre>
  </div>`;
}

function answer({ response, failure }: ExchangeRecord, marks: Pointed, most: number): Markup {
  if (response === undefined)
    return html`<section class="message">
      <p class="label">No answer</p>
      <p>${failure?.kind}: ${failure?.message}</p>
    </section>`;
  const isStatus = /\bstatus\b/i.test(marks.words) && marks.pointer === undefined;
  const line = isStatus ? html`<mark>${response.status}</mark>` : response.status;
  return message("Answer", line, response.headers, response.body, { marks, most });
}

interface Manner {
  readonly marks: Pointed;
  readonly most: number;
}

function message(
  title: string,
  line: Markup | string | number,
  headers: HeaderFields,
  body: string | undefined,
  { marks, most }: Manner,
): Markup {
  return html`<section class="message">
    <p class="label">${title} <code>${line}</code></p>
    <pre tabindex="0" class="headers">${headers.map((field) => headerLine(field, marks))}</pre>
    ${
      body === undefined || body === ""
        ? html`<p class="none">no body</p>`
        : html`<pre tabindex="0">${jsonMarkup(cut(body, most), marks.pointer)}</pre>`
    }
  </section>`;
}

function headerLine([name, value]: readonly [string, string], { words }: Pointed): Markup {
  const line = html`<span class="key">${name}</span>: ${cut(value, 400)}`;
  const isMeant = words
    .toLowerCase()
    .split(/[\s`:]+/)
    .includes(name.toLowerCase());
  return html`${isMeant ? html`<mark>${line}</mark>` : line}${"\n"}`;
}

/** `twice: /sessionId` points at a member; everything else is words. */
function pointedAt(where: string): Pointed {
  return { pointer: /(?:^|: )(\/\S*)$/.exec(where)?.[1], words: where };
}
