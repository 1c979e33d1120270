import { readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { Agent, ProxyAgent, type Dispatcher } from "undici";
import type { HeaderFields, HttpRequest, HttpResponse, TargetSettings } from "../model/index.ts";
import { type Collected, Collector, type Patience } from "./collector.ts";

/** Sends one request as it is: no redirect is followed, no path normalised, no header added but `host` and lengths. */
export type Transport = (request: HttpRequest, patience: Patience) => Promise<HttpResponse>;

export interface OpenTransport {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** Opens connections to the target with its TLS and proxy settings. */
export function openTransport(target: Pick<TargetSettings, "tls" | "proxy">): OpenTransport {
  const dispatcher = dispatcherFor(target);
  return {
    transport: (request, patience) => exchange(dispatcher, request, patience),
    close: () => dispatcher.destroy(),
  };
}

function dispatcherFor({ tls, proxy }: Pick<TargetSettings, "tls" | "proxy">): Agent | ProxyAgent {
  const connect = {
    rejectUnauthorized: !tls.insecure,
    ...(tls.ca === undefined ? {} : { ca: readFileSync(tls.ca, "utf8") }),
  };
  const options = { connect: { ...connect, timeout: 10_000 }, pipelining: 1, maxHeaderSize: 64 * 1024 };
  return proxy === undefined
    ? new Agent(options)
    : new ProxyAgent({ ...options, uri: proxy, requestTls: connect });
}

async function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  patience: Patience,
): Promise<HttpResponse> {
  const options = {
    ...splitUrl(request.url),
    method: request.method as Dispatcher.HttpMethod,
    headers: request.headers.flat(),
    body: request.body ?? null,
    // The collector's deadline stands for all of it.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const { status, headers, bytes } = await new Promise<Collected>((resolve, reject) => {
    dispatcher.dispatch(options, new Collector(patience, { resolve, reject }));
  });
  return { status, headers, body: decode(bytes, headers, patience.maxBodyBytes) };
}

/** Splits without `new URL`, which would tidy up the odd paths that some checks send on purpose. */
export function splitUrl(url: string): { origin: string; path: string } {
  const match = /^(https?:\/\/[^/?#]+)([^]*)$/.exec(url);
  if (match === null) throw new TypeError("only absolute http and https URLs can be requested");
  return { origin: match[1] ?? "", path: match[2] === "" ? "/" : (match[2] ?? "/") };
}

/** No encoding is asked for, but a target may compress all the same. */
function decode(bytes: Buffer, headers: HeaderFields, maxOutputLength: number): string {
  const encoding = headers.find(([name]) => name === "content-encoding")?.[1].toLowerCase();
  const unzip = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[encoding ?? ""];
  return (unzip === undefined || bytes.length === 0 ? bytes : unzip(bytes, { maxOutputLength })).toString(
    "utf8",
  );
}
