import {
  about,
  amountIn,
  arrangeRefund,
  badAmounts,
  defineSuite,
  eachSplit,
  endsUnpaid,
  expectListedRefund,
  expectStatus,
  expectUnchanged,
  guide,
  isRefundAnswer,
  malformedIds,
  moneyOf,
  must,
  naming,
  oddLineItems,
  owasp,
  quarterOf,
  reference,
  refund,
  refundEach,
  shares,
  should,
  totalOf,
  treacherousAmounts,
  tryToPay,
  unpaidSession,
} from "../src/suite/index.ts";
import { balanceRequirements } from "./refunds-balance.ts";

const operation = reference("post sessions/{sessionId}/refunds");
const rules = { source: guide("RF"), needs: ["checkout"] } as const;

export default defineSuite({
  name: "refunds",
  title: "Refunds",
  capability: "refunds",
  requirements: {
    "pending-session-refused": must("refuse to refund a session that is not paid yet", {
      ...rules,
      fault: ["refunds-of-pending-sessions", "refunds-of-pending-sessions-counted"],
      async check(world) {
        const { given, payments, expect } = world;
        const unpaid = await given.session();
        const before = await payments.readSession(unpaid.id);

        await expect.refused(arrangeRefund(world), { when: [naming("an unpaid session", 1, unpaid.id)] });

        await expectUnchanged(world, unpaid, before);
      },
    }),

    "unpaid-session-refused": must("refuse to refund a session whose shopper did not pay", {
      ...rules,
      fault: ["refunds-of-declined-sessions", "refunds-of-cancelled-sessions"],
      variants: endsUnpaid,
      async check(world, { name, act }) {
        const unpaid = await unpaidSession(world, act);
        const before = await world.payments.readSession(unpaid.id);

        await world.expect.refused(arrangeRefund(world), {
          when: [naming(`a ${name} one`, 1, unpaid.id)],
        });

        await expectUnchanged(world, unpaid, before);
      },
    }),

    "full-refund": must("give back all that was paid, and make the session REFUNDED", {
      ...rules,
      fault: ["refunds-without-amount-keep-shipping", "refunds-full-at-once-stays-partial"],
      variants: [
        { name: "no amount", body: () => ({}) },
        { name: "no amount, but a reason", body: () => ({ reason: "returned" }) },
        { name: "the total as amount", body: (total: number) => ({ amount: total }) },
      ],
      async check(world, { body }) {
        const session = await world.given.paidSession();
        const total = moneyOf(totalOf(session));

        const answer = await refund(world, session, body(total));

        world.expect(answer).toBeAccepted().at("/amount").toBeMoney(total);
        await expectStatus(world, session, "REFUNDED", [answer]);
      },
    }),

    "partial-refund": must("give back a part, and make the session PARTIALLY_REFUNDED", {
      ...rules,
      fault: ["refunds-nearly-all-is-all", "refunds-part-leaves-succeeded"],
      variants: shares,
      async check(world, { of }) {
        const session = await world.given.paidSession();
        const amount = moneyOf(of(totalOf(session)));

        const answer = await refund(world, session, { amount });

        world.expect(answer).toBeAccepted().at("/amount").toBeMoney(amount);
        await expectStatus(world, session, "PARTIALLY_REFUNDED", [answer]);
      },
    }),

    "remainder-refund": must("make the session REFUNDED once its parts reach the total", {
      ...rules,
      fault: [
        "refunds-sums-in-floating-point",
        "refunds-status-by-a-binary-sum",
        "refunds-once-partial-stays-so",
      ],
      check: (world) =>
        eachSplit(world, async (session, amounts) => {
          const answers = await refundEach(world, session, amounts);

          await expectStatus(world, session, "REFUNDED", answers);
        }),
    }),

    "listed-on-session": must(
      "list each refund on its session, with the amount and currency it was made with",
      {
        ...rules,
        fault: ["refunds-listed-last-only", "refunds-listed-under-new-ids", "refunds-listed-in-cents"],
        async check(world) {
          const session = await world.given.paidSession();

          const answers = await refundEach(world, session, [10.05, 4.35, undefined]);

          await Promise.all(answers.map((answer) => expectListedRefund(world, session, answer)));
        },
      },
    ),

    "answers-match-schema": must("answer refunds in the documented form", {
      ...rules,
      source: operation,
      fault: ["refunds-created-at-as-number", "refunds-status-in-lower-case"],
      async check(world) {
        await refundEach(world, await world.given.paidSession(), [10.05, undefined]);
      },
      observe: {
        when: isRefundAnswer,
        check: ({ expect }, answer) => expect(answer).toMatchSchema("refund"),
      },
    }),

    "tells-what-was-refunded": must(
      "name the session, its currency and the reason in the answer to a refund",
      {
        ...rules,
        source: operation,
        fault: ["refunds-reason-forgotten", "refunds-currency-is-fixed", "refunds-named-after-the-refund"],
        async check(world) {
          const session = await world.given.paidSession();
          const reason = "Customer's size “L” was out of stock";

          const answer = await refund(world, session, { amount: quarterOf(session.order), reason });

          world.expect(answer).toBeAccepted().at("/sessionId").toEqual(session.id);
          world.expect(answer).at("/currency").toEqual(session.order["currency"]);
          world.expect(answer).at("/reason").toEqual(reason);
        },
      },
    ),

    "amount-is-exact": must("give back amounts to the cent", {
      ...rules,
      source: about("money"),
      fault: ["refunds-amounts-cut-off", "refunds-decimals-counted-in-binary"],
      async check(world) {
        const session = await world.given.paidSession();

        const answers = await refundEach(world, session, treacherousAmounts);

        const amounts = answers.map((answer) => amountIn(answer));
        world.expect.value(amounts, "amounts of the refunds").toEqual(treacherousAmounts);
      },
    }),

    "line-items-not-validated": must("take any line items with a refund", {
      ...rules,
      fault: [
        "refunds-line-items-of-the-order",
        "refunds-line-items-decide-amount",
        "refunds-line-items-need-sku",
      ],
      variants: oddLineItems,
      async check(world, { value }) {
        const session = await world.given.paidSession();
        const amount = quarterOf(session.order);
        await refundEach(world, session, [amount]);

        const answer = await refund(world, session, { amount, lineItems: value });

        world.expect(answer).toBeAccepted().at("/amount").toBeMoney(amount);
      },
    }),

    "unknown-session": must("answer 404 to a refund of a session that does not exist", {
      ...rules,
      source: operation,
      fault: ["refunds-of-nobody-crash", "refunds-of-nobody-are-400"],
      async check(world) {
        const absent = naming("a session that does not exist", 1, world.given.absentId());

        await world.expect.refused(arrangeRefund(world), { when: [absent], status: [404] });
      },
    }),

    "malformed-session-id": should("answer 400 or 404 to a refund of a session id that is no UUID", {
      ...rules,
      source: operation,
      fault: "refunds-malformed-id-crashes",
      async check(world) {
        await world.expect.refused(arrangeRefund(world), { when: malformedIds(1), status: [400, 404] });
      },
    }),

    "rejects-bad-amount": should(
      "refuse an amount that is not above zero, not exact to the cent or no number",
      {
        ...rules,
        source: owasp("input"),
        fault: [
          "refunds-negative-amounts",
          "refunds-third-decimal-rounded",
          "refunds-amount-text-taken",
          "refunds-zero-is-all",
        ],
        async check(world) {
          await world.expect.refused(arrangeRefund(world), { when: badAmounts });
        },
      },
    ),

    "refunded-session-stays-so": should("take no payment for a session that was refunded", {
      ...rules,
      fault: "refunds-can-be-paid-again",
      async check(world) {
        const session = await world.given.paidSession();
        await expectStatus(world, session, "REFUNDED", await refundEach(world, session, [undefined]));

        await tryToPay(world.checkout, session);

        await expectStatus(world, session, "REFUNDED", []);
      },
    }),

    ...balanceRequirements,
  },
});
