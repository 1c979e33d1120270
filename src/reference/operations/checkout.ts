import type { Answer, Call, Operations } from "../call.ts";
import type { Use } from "../parts.ts";
import type { Session } from "../records.ts";
import { Refusal } from "../refusal.ts";

type CheckoutOperations = Pick<Operations, "showCheckout" | "submitCheckout">;

const page = (status: number, text: string): Answer => ({
  status,
  text,
  headers: {
    "content-type": "text/html; charset=utf-8",
    // Without form-action: browsers would apply it to the redirect back to the merchant, too.
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "no-referrer",
  },
});

const find = (use: Use, call: Call): Session | undefined => {
  const session = use().sessions.find((call.params["sessionId"] ?? "").toLowerCase());
  return session === undefined ? undefined : use().sessionStates.refresh(session);
};

const missing = (use: Use): Answer => page(404, use().checkoutPage.missing());

const act = (use: Use, session: Session, action: string | undefined): string => {
  const { sessionStates } = use();
  const { success, failure } = session.order.redirectUrls;
  if (action === "pay") sessionStates.pay(session);
  else if (action === "decline") sessionStates.decline(session);
  else if (action === "cancel") sessionStates.cancel(session);
  else throw new Refusal(404, "There is nothing at this path");
  return action === "pay" ? success : failure;
};

export const checkoutOperations = (use: Use): CheckoutOperations => ({
  showCheckout: async (call) => {
    const session = find(use, call);
    if (session === undefined) return missing(use);
    const { checkoutPage } = use();
    return page(
      200,
      session.status === "PENDING" ? checkoutPage.open(session) : checkoutPage.closed(session),
    );
  },

  submitCheckout: async (call) => {
    const session = find(use, call);
    if (session === undefined) return missing(use);
    if (session.status !== "PENDING") return page(409, use().checkoutPage.closed(session));
    // URL.href percent-encodes what must not stand in a header.
    const location = new URL(act(use, session, call.params["action"])).href;
    return { status: 303, headers: { location }, body: {} };
  },
});
