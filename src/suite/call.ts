import {
  header as headerIn,
  type HeaderFields,
  type HttpRequest,
  operations,
  type OperationName,
} from "../model/index.ts";

/** A request to the API as data: checks take a lawful one and change exactly one thing in it. */
export interface Call {
  readonly operation: OperationName | undefined;
  readonly method: string;
  /** Below the base path, percent-encoded as it is to be sent. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: HeaderFields;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, instead of `json`. */
  readonly raw?: string | Uint8Array;
  /** Carries the run's own credential: sent again with the newest one, should that have replaced it meanwhile. */
  readonly renewable?: boolean;
  /** Something in front of the API may answer instead of it. */
  readonly odd: boolean;
  /** The path is below the origin instead of the base path. */
  readonly atOrigin?: true;
}

export interface CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly json?: unknown;
  readonly headers?: HeaderFields;
}

/** A lawful call of an operation, but for its credential. */
export function callOf(operation: OperationName, path: string, options: CallOptions = {}): Call {
  const { params = {}, query = {}, headers = [] } = options;
  const contentType: HeaderFields = options.json === undefined ? [] : [["content-type", "application/json"]];
  return {
    operation,
    method: operations[operation].method,
    path: filled(path, params),
    query: Object.entries(query).map(([name, value]) => [name, String(value)] as const),
    headers: [["accept", "application/json"], ...contentType, ...headers],
    ...(options.json === undefined ? {} : { json: options.json }),
    odd: false,
  };
}

function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(params[name] ?? ""));
}

/** Generated texts may be half of a pair, and what a target calls a text may be none. */
function encoded(text: unknown): string {
  return encodeURIComponent(String(text).toWellFormed());
}

/** The request that goes over the wire. */
export function requestOf(call: Call, baseUrl: string, extra: HeaderFields = []): HttpRequest {
  const query = call.query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
  const body = call.raw ?? (call.json === undefined ? undefined : JSON.stringify(call.json));
  const base = call.atOrigin === true ? new URL(baseUrl).origin : baseUrl;
  return {
    method: call.method,
    url: `${base}${call.path}${query === "" ? "" : `?${query}`}`,
    headers: [...extra, ...call.headers],
    ...(body === undefined ? {} : { body }),
  };
}

export function withHeader(call: Call, name: string, ...values: readonly string[]): Call {
  const added = values.map((value) => [name, value] as const);
  return { ...call, headers: [...withoutHeader(call, name).headers, ...added] };
}

export function withoutHeader(call: Call, name: string): Call {
  return { ...call, headers: call.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()) };
}

export function withJson(call: Call, json: unknown): Call {
  const { raw: _, ...rest } = call;
  return { ...rest, json };
}

/** Sends these bytes or this text as the body, under the same headers. */
export function withRaw(call: Call, raw: string | Uint8Array): Call {
  const { json: _, ...rest } = call;
  return { ...rest, raw };
}

export function withQuery(call: Call, name: string, value: string): Call {
  return { ...call, query: [...call.query.filter(([key]) => key !== name), [name, value]] };
}

export function authorizationOf(call: Call): string {
  return headerIn(call, "authorization") ?? "";
}

export function withAuthorization(call: Call, value: string): Call {
  return withHeader(withoutAuthorization(call), "authorization", value);
}

export function withoutAuthorization(call: Call): Call {
  const { renewable: _, ...rest } = call;
  return withoutHeader(rest, "authorization");
}

export function bearer(token: string): string {
  return `Bearer ${token}`;
}

export const idempotencyKeyHeader = "Idempotency-Key";

/** Repeats of one operation must not meet each other's idempotency record unless the check wants it. */
export function withFreshKey(call: Call, uuid: () => string): Call {
  const hasKey = call.headers.some(([name]) => name === idempotencyKeyHeader);
  return hasKey ? withHeader(call, idempotencyKeyHeader, uuid()) : call;
}
