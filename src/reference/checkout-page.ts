import type { Use } from "./parts.ts";
import type { Session } from "./records.ts";

/** What the shopper sees, as whole HTML documents. */
export interface CheckoutPage {
  open(session: Session): string;
  closed(session: Session): string;
  missing(): string;
  escape(text: string): string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");

const style = `
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 10vh auto; padding: 0 1rem; color: #1b1b1f; background: #fff }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere }
button { font: inherit; width: 100%; padding: .75rem; margin-top: .75rem; border: 2px solid #1d4ed8; border-radius: .5rem; color: #1d4ed8; background: #fff }
button.main { color: #fff; background: #1d4ed8 }
button:focus-visible { outline: 3px solid #b45309; outline-offset: 2px }`;

const layout = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

const button = (id: string, action: string, label: string, look: string): string =>
  `<form method="post" action="/checkout/${id}/${action}"><button type="submit"${look}>${label}</button></form>`;

const summary = (use: Use, session: Session): string => {
  const { checkoutPage, money } = use();
  const { orderReference, currency } = session.order;
  return `<dl>
<dt>Order</dt><dd>${checkoutPage.escape(orderReference)}</dd>
<dt>Amount</dt><dd>${money.toMajor(session.total).toFixed(2)} ${checkoutPage.escape(currency)}</dd>
</dl>`;
};

const open = (use: Use, session: Session): string =>
  layout(
    "Checkout",
    [
      summary(use, session),
      button(session.id, "pay", "Pay", ' class="main"'),
      button(session.id, "decline", "Decline", ""),
      button(session.id, "cancel", "Cancel", ""),
    ].join("\n"),
  );

const outcome = ({ status, failureReason }: Session): string => {
  if (failureReason === "EXPIRED") return "This checkout has expired. Nothing was charged.";
  if (status === "FAILED") return "This payment did not go through. Nothing was charged.";
  return "This payment is complete.";
};

export const createCheckoutPage = (use: Use): CheckoutPage => ({
  escape,
  open: (session) => open(use, session),
  closed: (session) =>
    layout("Checkout closed", `<p role="status">${outcome(session)}</p>\n${summary(use, session)}`),
  missing: () => layout("Checkout not found", "<p>There is no checkout at this address.</p>"),
});
