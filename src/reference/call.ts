export type Credential = "none" | "merchant" | "application";

export type Principal =
  | { readonly kind: "none" }
  | { readonly kind: "merchant"; readonly merchantId: string }
  | { readonly kind: "application"; readonly applicationId: string; readonly keyId: string };

export type OperationName =
  | "login"
  | "signUp"
  | "createApplication"
  | "listApplications"
  | "readApplication"
  | "setApplicationStatus"
  | "createApiKey"
  | "listApiKeys"
  | "revokeApiKey"
  | "linkProvider"
  | "listProviders"
  | "setPaymentMethods"
  | "activateProvider"
  | "deactivateProvider"
  | "rotateProviderKey"
  | "createWebhook"
  | "listWebhooks"
  | "updateWebhook"
  | "deleteWebhook"
  | "testWebhook"
  | "createSession"
  | "readSession"
  | "createRefund"
  | "listPaymentMethods"
  | "showCheckout"
  | "submitCheckout";

export interface RequestHeaders {
  get(name: string): string | undefined;
  /** Every value of a header sent more than once. */
  all(name: string): readonly string[];
}

/** A request as it came in, before anybody knows which operation it means. */
export interface Incoming {
  readonly method: string;
  /** The request target as sent: path and query, undecoded. */
  readonly target: string;
  readonly headers: RequestHeaders;
  /** Undefined when the body was larger than the server reads. */
  readonly rawBody: Buffer | undefined;
}

/** A request that was understood. */
export interface Call extends Incoming {
  readonly operation: OperationName;
  readonly path: string;
  /** Path parameters, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly principal: Principal;
  /** The parsed JSON, not yet validated; undefined for operations without a body. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON … */
  readonly body?: unknown;
  /** … unless there is text, which goes out as it is (the checkout page). */
  readonly text?: string;
}

export type Operation = (call: Call) => Promise<Answer>;
export type Operations = Readonly<Record<OperationName, Operation>>;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
