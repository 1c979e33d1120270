import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { Agent, ProxyAgent, type Dispatcher } from "undici";
import type { HeaderFields, HttpRequest, HttpResponse, TargetSettings } from "../model/index.ts";
import { unpacked } from "./body.ts";
import { type Collected, Collector, type Patience } from "./collector.ts";
import { connectOptions, connectorFor } from "./connector.ts";
import { failureOf } from "./failure.ts";

/** Sends one request as it is: no redirect is followed, no path normalised, no header added but `host` and lengths. */
export type Transport = (request: HttpRequest, patience: Patience) => Promise<HttpResponse>;

export interface OpenTransport {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** Requests that get a connection each, after one died: it may have been closed by a target that keeps none alive. */
const wary = 50;

/** Opens connections to the target with its TLS and proxy settings. */
export function openTransport(target: Pick<TargetSettings, "tls" | "proxy">): OpenTransport {
  const dispatcher = dispatcherFor(target);
  let freshFor = 0;
  const transport: Transport = async (request, patience) => {
    const isFresh = freshFor > 0;
    freshFor -= isFresh ? 1 : 0;
    try {
      return await exchange(dispatcher, request, patience, isFresh);
    } catch (error) {
      if (patience.signal?.aborted !== true && failureOf(error).kind === "closed") freshFor = wary;
      throw error;
    }
  };
  return { transport, close: () => dispatcher.destroy() };
}

function dispatcherFor({ tls, proxy }: Pick<TargetSettings, "tls" | "proxy">): Agent | ProxyAgent {
  const connect = connectOptions(tls, tls.ca === undefined ? undefined : readFileSync(tls.ca, "utf8"));
  const options = { pipelining: 1, maxHeaderSize: 64 * 1024 };
  return proxy === undefined
    ? new Agent({ ...options, connect: connectorFor(connect) })
    : new ProxyAgent({ ...options, connect, uri: proxy, requestTls: connect });
}

async function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  patience: Patience,
  isFresh: boolean,
): Promise<HttpResponse> {
  const { origin, path } = splitUrl(request.url);
  // No spread: members that follow one are defined one by one, which takes a tenth of a request's time.
  const options = {
    origin,
    path,
    method: request.method as Dispatcher.HttpMethod,
    headers: flattened(request.headers),
    body: request.body ?? null,
    // The collector's deadline stands for all of it.
    headersTimeout: 0,
    bodyTimeout: 0,
    reset: isFresh,
  };
  const { status, headers, bytes } = await new Promise<Collected>((resolve, reject) => {
    dispatcher.dispatch(options, new Collector(patience, { resolve, reject }));
  });
  const body = unpacked(bytes, headers, patience.maxBodyBytes);
  const text = body.toString("utf8");
  return isUtf8(body) ? { status, headers, body: text } : { status, headers, body: text, garbled: true };
}

/** Names and values, one after the other. As a loop, because `flat` takes twenty times as long. */
function flattened(fields: HeaderFields): string[] {
  const flat: string[] = [];
  for (const [name, value] of fields) flat.push(name, value);
  return flat;
}

/** Splits without `new URL`, which would tidy up the odd paths that some checks send on purpose. */
export function splitUrl(url: string): { origin: string; path: string } {
  const [origin] = /^https?:\/\/[^/?#]+/.exec(url) ?? [];
  if (origin === undefined) throw new TypeError("only absolute http and https URLs can be requested");
  return { origin, path: url.slice(origin.length) || "/" };
}
