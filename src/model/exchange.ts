/** Header fields in the order they are sent or came; a name may occur more than once. */
export type HeaderFields = readonly (readonly [name: string, value: string])[];

export interface HttpRequest {
  readonly method: string;
  /** Absolute URL as sent; its path is never normalised. */
  readonly url: string;
  readonly headers: HeaderFields;
  readonly body?: string | Uint8Array;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  /** The body decoded as UTF-8; bytes that are no UTF-8 become U+FFFD. */
  readonly body: string;
  /** Only where the bytes of the body are no UTF-8. */
  readonly garbled?: true;
}

/**
 * Why an exchange has no response. `refused` and `unresolved` are known not to have reached the target; `unsendable` is
 * a request made of something the target gave that HTTP can't carry, such as a token with a line break.
 */
export const failureKinds = [
  "refused",
  "unresolved",
  "tls",
  "timeout",
  "closed",
  "unreadable",
  "too-large",
  "unsendable",
] as const;
/** One of the ways in which an exchange ends without a response. */
export type FailureKind = (typeof failureKinds)[number];

/** The reason that an exchange has no response. */
export interface NetworkFailure {
  readonly kind: FailureKind;
  readonly message: string;
}

/** One HTTP request with its response, or with the reason there is none. */
export interface Exchange {
  /** Unix time in milliseconds: to spell the instants of thousands of exchanges that nobody looks at takes long. */
  readonly at: number;
  readonly durationMs: number;
  readonly request: HttpRequest;
  readonly response?: HttpResponse;
  readonly failure?: NetworkFailure;
}

/** An exchange as reports show it: secrets masked, long bodies cut, with a curl line that repeats it. */
export interface ExchangeRecord {
  readonly at: string;
  readonly durationMs: number;
  readonly request: { method: string; url: string; headers: HeaderFields; body?: string };
  readonly response?: { status: number; headers: HeaderFields; body: string };
  readonly failure?: NetworkFailure;
  readonly curl: string;
}

/** First value of a header, whatever the case of its name. */
export function header(message: { readonly headers: HeaderFields }, name: string): string | undefined {
  return message.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** How a request is to be sent. */
export interface Manner {
  /** Repeating the request can't do anything twice, so a network failure is tried again. */
  readonly repeatable?: boolean;
  /** Part of a burst that has its turns already. */
  readonly inBurst?: boolean;
  /** Hangs up that many milliseconds after sending began, so that the answer is lost. */
  readonly hangUpAfterMs?: number;
}
