import type { HeaderFields } from "../model/index.ts";
import type { Answer } from "./answer.ts";

/** One request that reached the receiver, byte for byte. */
export interface Delivery {
  /** When it had arrived whole; milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** In the order and spelling they came. */
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
  /** Status it was answered with; 0 when the connection was dropped. */
  readonly answered: number;
}

/** How the receiver answers a delivery. 200 and a text of its own unless told. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly delayMs?: number;
  /** Hangs up instead. */
  readonly drop?: boolean;
}

/** Where the deliveries of one webhook arrive, and nobody else's. */
export interface Inbox {
  readonly url: string;
  /** The same place by another origin of this machine. */
  readonly urlAt: (host: string) => string;
  /** Text that only this inbox answers with. */
  readonly token: string;
  deliveries(): readonly Delivery[];
  /** Waits until that many deliveries are there, or patience is over; gives what has come. */
  waitFor(count: number, withinMs?: number): Promise<readonly Delivery[]>;
}

/** How the public URL leads to the receiver, as a request of our own has shown. */
export type Way = "direct" | "forwarded" | "unknown";

/** Listens for webhook deliveries. Blocks the check when it can't listen or is not configured. */
export interface Receiver {
  /** Answers one reply after the other; the last one stays. */
  open(...replies: readonly Reply[]): Promise<Inbox>;
  way(): Promise<Way>;
  /** What went wrong with connections that brought no delivery. */
  troubles(): Promise<readonly string[]>;
}

/** A delivery as reports show an exchange: the target asked, and we answered. */
export function exchangeOf(delivery: Delivery): Answer {
  const { at, method, url, headers, body, answered } = delivery;
  const request = { method, url, headers, body: textOf(delivery) };
  const response = { status: answered, headers: [], body: "" };
  return {
    exchange: { at, durationMs: 0, request, response },
    operation: undefined,
    odd: true,
    status: answered,
    json: undefined,
    text: Buffer.from(body).toString("utf8"),
  };
}

export function textOf({ body }: Delivery): string {
  return Buffer.from(body).toString("utf8");
}
