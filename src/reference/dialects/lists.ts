import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import type { RouteEntry } from "../routes.ts";

/** Lists, pages, and the operations that need not be. */
export const lists: Readonly<Record<string, Dialect>> = {
  "lists-newest-first": defineDialect({
    title: "Lists what is newest first",
    wrap: (parts) => ({
      ...parts,
      pager: {
        ...parts.pager,
        page: (call, items, show) => parts.pager.page(call, items.toReversed(), show),
      },
    }),
  }),

  "pages-of-25": defineDialect({
    title: "Makes pages of 25 unless told otherwise",
    wrap: (parts) => ({ ...parts, limits: { ...parts.limits, defaultPageLimit: 25 } }),
  }),

  "empty-lists-have-a-page": defineDialect({
    title: "Counts one page, empty as it is, for an empty list",
    wrap: (parts) => ({
      ...parts,
      pager: {
        ...parts.pager,
        describe: (totalItems, request, call) => {
          const facts = parts.pager.describe(totalItems, request, call);
          return { ...facts, totalPages: Math.max(1, facts.totalPages) };
        },
      },
    }),
  }),

  "payment-methods-unpaged": defineDialect({
    title: "Answers payment methods as a plain array, by provider",
    wrap: (parts) => ({
      ...parts,
      operations: {
        ...parts.operations,
        listPaymentMethods: async (call) => ({
          status: 200,
          body: parts.providers
            .of(parts.access.applicationId(call))
            .filter(({ isActive }) => isActive)
            .map(({ name, paymentMethods }) => ({ provider: name, methods: paymentMethods })),
        }),
      },
    }),
  }),

  "documented-operations-only": defineDialect({
    title: "Serves no operation that the documentation only implies",
    wrap: (parts) => ({
      ...parts,
      routes: {
        ...parts.routes,
        listApplications: nowhere(parts.routes.listApplications),
        readApplication: nowhere(parts.routes.readApplication),
        listApiKeys: nowhere(parts.routes.listApiKeys),
        deleteWebhook: nowhere(parts.routes.deleteWebhook),
      },
    }),
  }),

  "slash-at-the-end": defineDialect({
    title: "Overlooks a slash at the end of a path",
    wrap: (parts) => ({
      ...parts,
      front: {
        ...parts.front,
        serve: (incoming) =>
          parts.front.serve({ ...incoming, target: incoming.target.replace(/(?<=[^/])\/(?=$|\?)/, "") }),
      },
    }),
  }),
};

/** Without a slash in front no request target is like it. */
const nowhere = (route: RouteEntry): RouteEntry => ({ ...route, path: "nowhere" });
