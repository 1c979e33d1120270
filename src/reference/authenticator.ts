import type { Call, Credential, Principal, RequestHeaders } from "./call.ts";
import type { Use } from "./parts.ts";
import { Refusal } from "./refusal.ts";

export type Candidate = Omit<Call, "principal" | "body">;

/** From the Authorization header to the one who is calling, or 401. */
export interface Authenticator {
  authenticate(call: Candidate, credential: Credential): Promise<Principal>;
  merchant(call: Candidate): Promise<Principal>;
  application(call: Candidate): Promise<Principal>;
  /** The bearer token, or undefined when the header is missing or malformed. */
  bearer(headers: RequestHeaders): string | undefined;
}

const bearerPattern = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

const bearer = (headers: RequestHeaders): string | undefined => {
  const values = headers.all("authorization");
  if (values.length !== 1) return undefined;
  return bearerPattern.exec(values[0] ?? "")?.[1];
};

const unauthorized = (): Refusal => new Refusal(401, "The credentials are missing or invalid");

export const createAuthenticator = (use: Use): Authenticator => ({
  bearer,
  authenticate: async (call, credential) => {
    if (credential === "none") return { kind: "none" };
    const { authenticator } = use();
    return credential === "merchant" ? authenticator.merchant(call) : authenticator.application(call);
  },
  merchant: async ({ headers }) => {
    const token = use().authenticator.bearer(headers);
    const claims = token === undefined ? undefined : await use().tokens.verify(token);
    const merchant = claims === undefined ? undefined : use().merchants.find(claims.sub);
    if (merchant === undefined) throw unauthorized();
    return { kind: "merchant", merchantId: merchant.id };
  },
  application: async ({ headers }) => {
    const token = use().authenticator.bearer(headers);
    const key = token === undefined ? undefined : use().keyRing.find(token);
    const application = key === undefined ? undefined : use().applications.find(key.applicationId);
    if (key === undefined || application === undefined) throw unauthorized();
    if (!application.isEnabled) throw new Refusal(403, "The application is disabled");
    return { kind: "application", applicationId: application.id, keyId: key.id };
  },
});
