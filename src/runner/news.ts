import type { RunNews } from "../model/index.ts";
import type { Answer } from "../suite/index.ts";
import { masked } from "./masked.ts";
import type { RunOptions } from "./run.ts";

/** Hears of a run while it goes on. */
export interface Listener {
  readonly hear: (news: RunNews) => void;
  /** Whether it wants every exchange. */
  readonly exchanges: boolean;
}

export interface NewsParts {
  readonly mask: (text: string) => string;
  readonly requests: () => number;
  readonly cases: () => number;
  readonly now?: () => number;
}

/** A status line that is written more often is read no better. */
const betweenMs = 200;

/** Tells a listener how far the run is, now and then; is itself told of every answer. */
export function createNews(
  { listener, settings: { soakMs } }: Pick<RunOptions, "listener" | "settings">,
  { mask, requests, cases, now = () => performance.now() }: NewsParts,
): (answer: Answer, place: string) => void {
  if (listener === undefined) return () => undefined;
  const began = now();
  let toldAt = began;
  const soak = soakMs === undefined ? {} : { soakMs };
  return ({ exchange }, during) => {
    if (listener.exchanges)
      listener.hear(masked({ type: "exchanged", during, exchange: lineOf(exchange) }, mask));
    const instant = now();
    if (instant - toldAt < betweenMs) return;
    toldAt = instant;
    listener.hear({
      type: "progress",
      elapsedMs: instant - began,
      ...soak,
      requests: requests(),
      cases: cases(),
    });
  };
}

/** Without the query: a token that a check has cut is no secret that could be masked, and gives most of one away. */
function lineOf({ request, response, failure, durationMs }: Answer["exchange"]) {
  const { method } = request;
  const url = request.url.replace(/\?.*$/s, "?…");
  return {
    request: { method, url },
    ...(response === undefined ? {} : { response: { status: response.status } }),
    ...(failure === undefined ? {} : { failure }),
    durationMs,
  };
}
