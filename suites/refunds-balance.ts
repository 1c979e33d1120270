import {
  arrangeRefund,
  eachSplit,
  excesses,
  expectFailedListed,
  expectNotOverspent,
  expectNotOverspentAfterFailure,
  expectNotRefunded,
  expectUnchanged,
  expectUntouched,
  failRefund,
  guide,
  must,
  obeyBalance,
  type Order,
  overspending,
  quarterOf,
  refund,
  refundEach,
  should,
} from "../src/suite/index.ts";

const rules = { source: guide("RF"), needs: ["checkout"] } as const;
const failing = { source: guide("RF"), needs: ["checkout", "refundFailure"] } as const;

/** The rows of the chapter about what is left to give back. */
export const balanceRequirements = {
  "gives-back-the-remainder": must("take a refund without an amount for all that remains", {
    ...rules,
    fault: ["refunds-open-amount-is-the-total", "refunds-remainder-drifts"],
    check: (world) =>
      eachSplit(world, async (session, amounts) => {
        await refundEach(world, session, amounts.slice(0, -1));

        const rest = await refund(world, session, {});

        world
          .expect(rest)
          .toBeAccepted()
          .at("/amount")
          .toBeMoney(amounts.at(-1) ?? 0);
      }),
  }),

  "refuses-excess": must("refuse to give back more than remains", {
    ...rules,
    fault: [
      "refunds-excess-by-a-cent",
      "refunds-checked-against-the-total",
      "refunds-excess-cut-to-the-rest",
      "refunds-excess-recorded",
    ],
    variants: [
      { name: "of a whole session", before: [] },
      { name: "after a part", before: [25.5] },
      { name: "after two parts", before: [0.1, 0.2] },
    ],
    async check(world, { before }) {
      const arranged = await arrangeRefund(world, ...before);

      await world.expect.refused(arranged, { when: excesses(arranged.call) });
    },
  }),

  "refuses-after-full": must("refuse to refund a session that was given back whole", {
    ...rules,
    fault: ["refunds-after-full", "refunds-nothing-after-full"],
    variants: [
      { name: "no amount", body: {} },
      { name: "a cent", body: { amount: 0.01 } },
      { name: "the first amount again", body: { amount: 100 } },
    ],
    async check(world, { body }) {
      const session = await world.given.paidSession();
      await refundEach(world, session, [quarterOf(session.order), undefined]);
      const before = await world.payments.readSession(session.id);

      const again = await world.payments.createRefund(session.id, body, {
        key: world.given.idempotencyKey(),
      });

      world.expect(again).toBeRefused();
      await expectUntouched(world, session, before);
    },
  }),

  "leaves-other-sessions-alone": must("refund the session that was named, and no other", {
    ...rules,
    fault: ["refunds-balance-by-reference", "refunds-of-newest-session"],
    async check(world) {
      const { given, payments, expect } = world;
      const first = await given.paidSession();
      const second = await given.paidSession({ order: first.order });
      const before = await payments.readSession(second.id);

      await refundEach(world, first, [quarterOf(first.order), undefined]);

      await expectUnchanged(world, second, before);
      const answer = await refund(world, second, {});
      expect(answer).toBeAccepted().at("/amount").toBeMoney(second.order.amount.total);
    },
  }),

  "never-overspends": must("give back no more than was paid, however many refunds arrive together", {
    ...rules,
    fault: ["refunds-race", "refunds-race-of-the-rest", "refunds-race-once-partial"],
    variants: overspending,
    async check(world, { before, body }) {
      await world.rounds(2, async () => {
        const session = await world.given.paidSession();
        const earlier = await refundEach(world, session, before);
        const key = world.given.idempotencyKey;

        const twins = await world.together(20, (api) =>
          api.payments.createRefund(session.id, body(session.order.amount.total), { key: key() }),
        );

        await expectNotOverspent(world, session, [...earlier, ...twins]);
      });
    },
  }),

  "never-overspends-after-failure": must("give back no more than was paid after a refund that failed", {
    ...failing,
    fault: "refunds-failed-come-back-twice",
    async check(world) {
      const session = await world.given.paidSession();

      await expectNotOverspentAfterFailure(world, session, quarterOf(session.order));
    },
  }),

  "failed-stays-listed": should("list a refund that failed on its session", {
    ...failing,
    fault: "refunds-failed-unlisted",
    async check(world) {
      const session = await world.given.paidSession();

      await expectFailedListed(world, session, quarterOf(session.order));
    },
  }),

  "failed-gives-nothing-back": should("call no session refunded whose only refund failed", {
    ...failing,
    fault: ["refunds-failed-mark-partial", "refunds-failed-mark-whole"],
    variants: [
      { name: "of a part", amountOf: quarterOf },
      { name: "of all", amountOf: ({ amount }: Order) => amount.total },
    ],
    async check(world, { amountOf }) {
      const session = await world.given.paidSession();

      await failRefund(world, session.id, { amount: amountOf(session.order) });

      await expectNotRefunded(world, session);
    },
  }),

  "obeys-model": must("keep a balance to the cent through any sequence of refunds", {
    ...rules,
    fault: ["refunds-third-one-forgotten", "refunds-refused-ones-count", "refunds-at-most-three"],
    check: obeyBalance,
  }),
};
