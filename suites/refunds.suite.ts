import {
  about,
  amountIn,
  arrangeRefund,
  badAmounts,
  defineSuite,
  excesses,
  expectListedRefund,
  expectNotOverspent,
  expectStatus,
  expectUntouched,
  guide,
  isRefundAnswer,
  malformedIds,
  moneyOf,
  must,
  naming,
  obeyBalance,
  oddLineItems,
  owasp,
  overspending,
  quarterOf,
  reference,
  refund,
  refundEach,
  shares,
  should,
  splits,
  totalOf,
  treacherousAmounts,
  tryToPay,
  unpaidEnds,
  unpaidSession,
} from "../src/suite/index.ts";

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

        await expectUntouched(world, unpaid, before);
      },
    }),

    "unpaid-session-refused": must("refuse to refund a session whose shopper did not pay", {
      ...rules,
      fault: ["refunds-of-declined-sessions", "refunds-of-cancelled-sessions"],
      variants: unpaidEnds,
      async check(world, end) {
        const unpaid = await unpaidSession(world, end);
        const before = await world.payments.readSession(unpaid.id);

        await world.expect.refused(arrangeRefund(world), {
          when: [naming(`a ${end.name} one`, 1, unpaid.id)],
        });

        await expectUntouched(world, unpaid, before);
      },
    }),

    "full-refund": must("give back all that was paid, and make the session REFUNDED", {
      ...rules,
      fault: [
        "refunds-without-amount-of-nothing",
        "refunds-full-stays-partial",
        "refunds-full-amount-stays-partial",
      ],
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
      fault: ["refunds-partial-is-full", "refunds-nearly-all-is-full", "refunds-part-leaves-succeeded"],
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
      fault: ["refunds-sums-in-floating-point", "refunds-once-partial-stays-so"],
      variants: splits,
      async check(world, { parts }) {
        const session = await world.given.paidSession();
        const amounts = parts(totalOf(session), world.given.values).map(moneyOf);

        const answers = await refundEach(world, session, amounts);

        await expectStatus(world, session, "REFUNDED", answers);
      },
    }),

    "gives-back-the-remainder": must("take a refund without an amount for all that remains", {
      ...rules,
      fault: ["refunds-open-amount-is-the-total", "refunds-remainder-drifts"],
      variants: splits,
      async check(world, { parts }) {
        const session = await world.given.paidSession();
        const amounts = parts(totalOf(session), world.given.values).map(moneyOf);
        const taken = await refundEach(world, session, amounts.slice(0, -1));

        const rest = await refund(world, session, {});

        world
          .expect(rest)
          .toBeAccepted()
          .at("/amount")
          .toBeMoney(amounts.at(-1) ?? 0);
        await expectStatus(world, session, "REFUNDED", [...taken, rest]);
      },
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
        const answers = await refundEach(world, session, [quarterOf(session.order), undefined]);
        await expectStatus(world, session, "REFUNDED", answers);
        const before = await world.payments.readSession(session.id);

        const again = await world.payments.createRefund(session.id, body, {
          key: world.given.idempotencyKey(),
        });

        world.expect(again).toBeRefused();
        await expectUntouched(world, session, before);
      },
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
      fault: ["refunds-amount-as-text", "refunds-status-in-lower-case"],
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
      fault: ["refunds-amounts-cut-off", "refunds-amounts-in-whole-units"],
      async check(world) {
        const session = await world.given.paidSession();

        const answers = await refundEach(world, session, treacherousAmounts);

        const amounts = answers.map((answer) => amountIn(answer));
        world.expect.value(amounts, "amounts of the refunds").toEqual(treacherousAmounts);
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

        await expectUntouched(world, second, before);
        const answer = await refund(world, second, {});
        expect(answer).toBeAccepted().at("/amount").toBeMoney(second.order.amount.total);
      },
    }),

    "line-items-not-validated": must("take any line items with a refund", {
      ...rules,
      fault: [
        "refunds-line-items-checked",
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

    "never-overspends": must("give back no more than was paid, however many refunds arrive together", {
      ...rules,
      fault: ["refunds-race", "refunds-race-of-the-rest", "refunds-race-once-partial"],
      variants: overspending,
      async check(world, { before, body }) {
        await world.rounds(3, async () => {
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

    "obeys-model": must("keep a balance to the cent through any sequence of refunds", {
      ...rules,
      fault: ["refunds-third-one-forgotten", "refunds-refused-ones-count", "refunds-rounded-to-ten-cents"],
      variants: ["first", "second", "third", "fourth", "fifth", "sixth"].map((ordinal) => ({
        name: `${ordinal} sequence`,
      })),
      check: obeyBalance,
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
  },
});
