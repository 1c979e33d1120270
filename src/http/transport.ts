import { readFileSync } from "node:fs";
import { Agent, ProxyAgent, type Dispatcher } from "undici";
import type { HeaderFields, HttpRequest, HttpResponse, TargetSettings } from "../model/index.ts";
import { textOf } from "./body.ts";
import { connectOptions, connectorFor } from "./connector.ts";
import { AnswerCutOff, failureOf } from "./failure.ts";

/** Sends one request as it is: no redirect is followed, no path normalised, no header added but `host` and lengths. */
export type Transport = (request: HttpRequest, patience: Patience) => Promise<HttpResponse>;

export interface Patience {
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
  /** Gives the request up from outside: an interrupted run, or an answer that is lost on purpose. */
  readonly signal?: AbortSignal | undefined;
}

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
  const deadline = AbortSignal.timeout(patience.timeoutMs);
  const signal = patience.signal === undefined ? deadline : AbortSignal.any([deadline, patience.signal]);
  const { origin, path } = splitUrl(request.url);
  let status: number | undefined;
  try {
    const response = await dispatcher.request({
      origin,
      path,
      method: request.method as Dispatcher.HttpMethod,
      headers: request.headers.flat(),
      body: request.body ?? null,
      signal,
      headersTimeout: patience.timeoutMs,
      bodyTimeout: patience.timeoutMs,
      responseHeaders: "raw",
      reset: isFresh,
    });
    status = response.statusCode;
    const headers = rawHeaders(response.headers as unknown as readonly (string | Buffer)[]);
    return { status, headers, body: await textOf(response.body, headers, patience.maxBodyBytes) };
  } catch (error) {
    if (!deadline.aborted || patience.signal?.aborted === true) throw error;
    throw new AnswerCutOff("ETIMEDOUT", tooLate(status, patience.timeoutMs), error);
  }
}

function tooLate(status: number | undefined, timeoutMs: number): string {
  const within = `within ${timeoutMs / 1000} s`;
  return status === undefined
    ? `no answer ${within}`
    : `an answer with status ${status} began, but was not complete ${within}`;
}

/** Splits without `new URL`, which would tidy up the odd paths that some checks send on purpose. */
export function splitUrl(url: string): { origin: string; path: string } {
  const match = /^(https?:\/\/[^/?#]+)([^]*)$/.exec(url);
  if (match === null) throw new TypeError("only absolute http and https URLs can be requested");
  return { origin: match[1] ?? "", path: match[2] === "" ? "/" : (match[2] ?? "/") };
}

function rawHeaders(raw: readonly (string | Buffer)[]): HeaderFields {
  const text = raw.map((part) => (typeof part === "string" ? part : part.toString("latin1")));
  return text.flatMap((name, i) => (i % 2 === 0 ? [[name.toLowerCase(), text[i + 1] ?? ""] as const] : []));
}
