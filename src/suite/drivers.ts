import type { Session } from "./given.ts";

/** Moves the target's time. Every method blocks the check when the driver fails or is not configured. */
export interface Clock {
  advance(seconds: number): Promise<void>;
}

/** Does on the hosted checkout page what a shopper would. */
export interface Checkout {
  pay(session: Session): Promise<void>;
  decline(session: Session): Promise<void>;
  cancel(session: Session): Promise<void>;
}
