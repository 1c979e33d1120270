import { about, apiKeyLists, growingLists, reference, should, webhookLists } from "../src/suite/index.ts";

const webhookList = reference("get applications/{applicationId}/webhooks");

/** The rows of the chapter about lists that change while they are read. */
export const changingRequirements = {
  "follows-deletion": should("leave out what was deleted, and close the gap", {
    source: webhookList,
    fault: ["pagination-counts-deleted", "pagination-deleted-leave-gaps"],
    variants: webhookLists,
    async check({ given, expect }, listing) {
      const list = await given.freshList(listing);
      await list.add(6);

      const gone = await list.removeEveryOther();

      expect(await list.settled())
        .at("/totalItems")
        .toEqual(list.due());
      const walk = await list.walk(2);
      expect.pages(walk.pages).toBeFull();
      expect.walks([walk]).toHoldEachOnce(list.ids).toHoldNone(gone);
    },
  }),

  "revoked-keys-leave-no-gaps": should("keep the pages of API keys full when some were revoked", {
    source: about("pagination"),
    fault: "pagination-revoked-keys-leave-gaps",
    variants: apiKeyLists,
    async check({ given, expect }, listing) {
      const list = await given.freshList(listing);
      await list.add(6);

      await list.removeEveryOther();

      const walk = await list.walk(2);
      expect.pages(walk.pages).toBeFull();
      expect.walks([walk]).toHoldEachOnce(list.ids);
    },
  }),

  "steady-under-writes": should("lose no item while others are added", {
    source: about("pagination"),
    fault: "pagination-writes-hide-items",
    variants: growingLists,
    async check({ given, expect }, { old, limit, ...listing }) {
      const list = await given.freshList(listing);
      const before = await list.add(old);

      const walk = await list.walkDuring(limit, () => list.add());

      expect.walks([walk]).toHold(before);
    },
  }),
};
