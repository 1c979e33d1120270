import {
  addressEnds,
  afterMoves,
  arrived,
  countWhenStill,
  delivered,
  expectNothingOf,
  expectWholeAddress,
  guide,
  heardTest,
  movedHook,
  must,
  openStore,
  payIn,
  rfc,
  should,
  toldNoMore,
  toldOfCompleted,
} from "../src/suite/index.ts";

const ofSessions = { needs: ["receiver", "checkout"], source: guide("WH") } as const;

/** The rows of the chapter about sessions that a webhook must not be told of. */
export const silenceRequirements = {
  "delivers-to-its-application": must("tell no webhook of another application's sessions", {
    ...ofSessions,
    fault: "deliveries-to-the-whole-merchant",
    async check(world) {
      const [store, sibling] = [
        await openStore(world, toldOfCompleted),
        await openStore(world, toldOfCompleted),
      ];

      const paid = await payIn(world, store);
      await arrived(store.hooks[0], "session.completed");
      await expectNothingOf(sibling.hooks[0], paid.id, "it is the webhook of another application");
    },
  }),

  "follows-its-address": must("deliver to a webhook's address as it was set last, and to no former one", {
    needs: ["receiver"],
    source: guide("WH"),
    fault: [
      "deliveries-to-the-former-address",
      "deliveries-of-sessions-to-the-former-address",
      "deliveries-to-the-address-of-the-first",
    ],
    variants: afterMoves,
    async check(world, { what, before, cause }) {
      const store = await openStore(world, toldOfCompleted);
      const [former] = store.hooks;
      await heardTest(world, former);
      await before?.(world, store);
      const heard = await countWhenStill(former);
      const moved = await movedHook(world, former);

      await cause(world, store, moved);
      await moved.inbox.waitFor(1);

      await toldNoMore(former, heard, "nothing more: the webhook was moved");
      await delivered(world, moved, what);
    },
  }),

  "reaches-the-whole-address": should("deliver to all of an address, its path and its query", {
    needs: ["receiver"],
    source: rfc(9110, "7.1"),
    fault: ["deliveries-without-query", "deliveries-to-an-address-in-lower-case"],
    variants: addressEnds,
    check: (world, { end }) => expectWholeAddress(world, end),
  }),

  "declined-is-not-completed": should("never call a session completed that was not paid", {
    ...ofSessions,
    fault: "deliveries-of-declined-sessions",
    async check(world) {
      const store = await openStore(world, toldOfCompleted);
      const session = await world.given.session({ apiKey: store.application.apiKey });

      await world.checkout.decline(session);
      await payIn(world, store);
      await arrived(store.hooks[0], "session.completed");
      await expectNothingOf(store.hooks[0], session.id, "its shopper was declined");
    },
  }),
};
