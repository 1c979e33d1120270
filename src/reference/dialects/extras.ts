import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import type { Views } from "../views.ts";

type Json = Readonly<Record<string, unknown>>;

/** More members than the documentation names, or other ones where it leaves them open. */
export const extras: Readonly<Record<string, Dialect>> = {
  "views-say-more": defineDialect({
    title: "Adds properties of its own to everything it shows",
    wrap: (parts) => ({ ...parts, views: richer(parts.views) }),
  }),

  "pages-say-more": defineDialect({
    title: "Adds properties of its own to every page of a list",
    wrap: (parts) => ({
      ...parts,
      pager: {
        ...parts.pager,
        page: (call, items, show) => ({
          ...parts.pager.page(call, items, show),
          object: "list",
          nextCursor: null,
        }),
      },
    }),
  }),

  "logins-say-more": defineDialect({
    title: "Names the type and the scope of a token at login",
    wrap: (parts) => ({
      ...parts,
      tokens: {
        ...parts.tokens,
        issue: async (merchantId) => {
          const issued = await parts.tokens.issue(merchantId);
          return { tokenType: "Bearer", scope: "management", ...issued };
        },
      },
    }),
  }),

  "empty-answers-say-more": defineDialect({
    title: "Says what it did where an empty object would do",
    wrap: (parts) => ({
      ...parts,
      finisher: {
        ...parts.finisher,
        finish: (answer, incoming) => {
          const isEmpty = answer.status === 200 && JSON.stringify(answer.body) === "{}";
          return parts.finisher.finish(isEmpty ? { ...answer, body: { success: true } } : answer, incoming);
        },
      },
    }),
  }),

  "errors-say-more": defineDialect({
    title: "Adds a code, a time, the path and an id to every error",
    wrap: (parts) => ({
      ...parts,
      errors: {
        ...parts.errors,
        answer: (error, incoming) => {
          const { body, ...answer } = parts.errors.answer(error, incoming);
          const path = incoming.target.split("?")[0];
          return { ...answer, body: { ...Object(body), ...marks(parts.secrets.id()), path } };
        },
      },
    }),
  }),
};

const marks = (requestId: string): Json => ({
  code: "KDS-1000",
  timestamp: new Date().toISOString(),
  requestId,
});

const more = {
  object: "resource",
  version: 3,
  metadata: { region: "eu-1", tags: ["a", "b"] },
  archivedAt: null,
};

const enriched =
  <Thing>(view: (thing: Thing) => Json) =>
  (thing: Thing): Json => ({ ...more, ...view(thing) });

/** Views that build on another are left as they are: they show its additions. */
const richer = (views: Views): Views => ({
  ...views,
  signUp: enriched(views.signUp),
  application: enriched(views.application),
  apiKey: (key) => ({ lastUsedAt: null, ...enriched(views.apiKey)(key) }),
  provider: (provider) => ({ id: provider.id, name: provider.name, ...enriched(views.provider)(provider) }),
  webhook: enriched(views.webhook),
  createdSession: (session) => ({ id: session.id, ...enriched(views.createdSession)(session) }),
  session: (session) => ({
    sessionId: session.id,
    amount: { total: session.total / 100, currency: session.order.currency },
    ...enriched(views.session)(session),
  }),
  createdRefund: (refund) => ({
    id: refund.id,
    lineItems: refund.lineItems,
    ...enriched(views.createdRefund)(refund),
  }),
  listedRefund: (refund) => ({ refundId: refund.id, ...enriched(views.listedRefund)(refund) }),
});
