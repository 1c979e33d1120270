import type { SessionOrder } from "./validation-session.ts";

/** What the stores hold. Instants are milliseconds, amounts are minor units (cents). */
export interface Merchant {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly createdAt: number;
}

export interface Invite {
  readonly token: string;
  readonly expiresAt: number;
  usedAt: number | null;
}

export interface Application {
  readonly id: string;
  readonly merchantId: string;
  readonly name: string;
  readonly description: string | null;
  isEnabled: boolean;
  readonly createdAt: number;
}

export interface ApiKey {
  readonly id: string;
  readonly applicationId: string;
  readonly keyPrefix: string;
  readonly description: string;
  readonly createdAt: number;
  revokedAt: number | null;
}

export interface Provider {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  paymentMethods: readonly string[];
  apiKey: string;
  isActive: boolean;
  readonly createdAt: number;
  updatedAt: number;
}

export interface Webhook {
  readonly id: string;
  readonly applicationId: string;
  url: string;
  isActive: boolean;
  readonly signingSecret: string;
  readonly subscribedEvents: readonly string[];
  lastTestAt: number | null;
  lastTestStatus: "SUCCESS" | "FAILED" | null;
  readonly createdAt: number;
  updatedAt: number | null;
}

export type SessionStatus = "PENDING" | "SUCCEEDED" | "FAILED" | "PARTIALLY_REFUNDED" | "REFUNDED";
export type FailureReason = "DECLINED" | "CANCELLED" | "EXPIRED";

export interface Session {
  readonly id: string;
  readonly applicationId: string;
  /** What of the order is ever needed again: its items and its customer are looked at and forgotten. */
  readonly order: Pick<
    SessionOrder,
    "orderReference" | "paymentMethod" | "currency" | "amount" | "redirectUrls"
  >;
  readonly total: number;
  readonly providerName: string;
  readonly score: number;
  status: SessionStatus;
  failureReason: FailureReason | null;
  readonly expiresAt: number;
  readonly createdAt: number;
  updatedAt: number;
  readonly refunds: Refund[];
}

export interface Refund {
  readonly id: string;
  readonly sessionId: string;
  readonly amount: number;
  readonly currency: string;
  status: "PENDING" | "COMPLETED" | "FAILED";
  failureReason: string | null;
  readonly reason: string | null;
  readonly lineItems: unknown;
  readonly createdAt: number;
  updatedAt: number;
}
