import type { Session } from "./given.ts";
import type { Receiver } from "./inbox.ts";

/** What a run is given beyond the target's own API. */
export interface Drivers {
  readonly clock: Clock;
  readonly checkout: Checkout;
  readonly refunds: Refunds;
  readonly invites: Invites;
  readonly handshakes: Handshakes;
  readonly receiver: Receiver;
}

/** Moves the target's time. Every method blocks the check when the driver fails or is not configured. */
export interface Clock {
  advance(seconds: number): Promise<void>;
}

/** Issues the tokens that sign-ups need. Blocks the check when there are none to be had. */
export interface Invites {
  issue(): Promise<Invite>;
  /** Made a moment ago, so that its whole life is before it; those of a list may be of any age, and are soon used up. */
  issueNew(): Promise<Invite>;
}

export interface Invite {
  readonly token: string;
}

/** TLS handshakes with the target, aside from what its requests need. */
export interface Handshakes {
  /** Whether the target lets a client in that speaks this version of TLS and no other. */
  speaks(version: TlsVersion): Promise<boolean>;
}

export type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

/** Does on the hosted checkout page what a shopper would. */
export interface Checkout {
  pay(session: Session): Promise<void>;
  decline(session: Session): Promise<void>;
  cancel(session: Session): Promise<void>;
}

/** Brings a refund that is on its way to an end, as its provider would. */
export interface Refunds {
  complete(refund: RefundOnItsWay): Promise<void>;
  fail(refund: RefundOnItsWay): Promise<void>;
  /** Whether failing is decided for a session, before its refund is made. */
  readonly failsBeforehand: boolean;
}

export interface RefundOnItsWay {
  readonly id: string;
  readonly sessionId: string;
}
