import {
  about,
  expectStatus,
  guide,
  idempotencyDraft,
  inTurn,
  must,
  quarterOf,
  refundTheRest,
  should,
  withoutKey,
} from "../src/suite/index.ts";

const refunds = { capability: "refunds", needs: ["checkout"] } as const;

/** The rows of the chapter about refunds, and about sessions that were refunded. */
export const refundRequirements = {
  "refund-needs-key": must("refuse a refund request without an idempotency key", {
    ...refunds,
    source: guide("RF"),
    fault: ["idempotency-refund-key-optional", "idempotency-refund-without-key-refunds"],
    async check({ given, expect }) {
      await expect.refused(given.request("createRefund"), { when: [withoutKey], status: [400] });
    },
  }),

  "refund-key-is-any-value": must("take any unique value for the idempotency key of a refund", {
    ...refunds,
    source: guide("RF"),
    fault: "idempotency-refund-key-must-be-uuid",
    variants: [
      { name: "a name", spell: (name: string) => name },
      { name: "64 characters", spell: (name: string) => name.padEnd(64, "0123456789abcdef") },
      { name: "signs besides letters and digits", spell: (name: string) => `order:4711/${name}.1_a` },
    ],
    async check({ payments, given, expect }, { spell }) {
      const { id, order } = await given.paidSession();
      const amount = quarterOf(order);

      const refund = await payments.createRefund(id, { amount }, { key: spell(given.name()) });

      expect(refund).toBeAccepted();
    },
  }),

  "refund-replay": must("answer a repeated refund request with the first refund, and pay out once", {
    ...refunds,
    source: guide("RF"),
    fault: [
      "idempotency-refund-replay-refunds-again",
      "idempotency-second-refund-replay-refunds",
      "idempotency-refund-replay-counted-twice",
    ],
    async check(world) {
      const { payments, given, expect } = world;
      const { id, order } = await given.paidSession();
      const key = given.idempotencyKey();
      const amount = quarterOf(order);
      const first = await given.refund(id, { amount }, { key });

      const replays = await inTurn(3, () => payments.createRefund(id, { amount }, { key }));
      expect.each(replays, (replay) => replay.toBeAccepted().at("/refundId").toEqual(first.id));
      const rest = await refundTheRest(world, id);

      expect(rest)
        .toBeAccepted()
        .at("/amount")
        .toBeMoney(order.amount.total - amount);
    },
  }),

  "full-refund-replay": must("answer a repeated refund with the first one even when nothing remains", {
    ...refunds,
    source: guide("RF"),
    fault: ["idempotency-full-refund-replay-refused", "idempotency-refunded-session-answers-first"],
    async check(world) {
      const { payments, given, expect } = world;
      const session = await given.paidSession();
      const key = given.idempotencyKey();
      const first = await given.refund(session.id, {}, { key });

      const soon = await payments.createRefund(session.id, {}, { key });
      await expectStatus(world, session, "REFUNDED", [first.answer]);
      const late = await payments.createRefund(session.id, {}, { key });

      expect.each([soon, late], (replay) => {
        replay.toBeAccepted();
        replay.at("/refundId").toEqual(first.id);
      });
    },
  }),

  "refund-reuse-with-other-amount": should("refuse another amount under a refund's key", {
    ...refunds,
    source: idempotencyDraft(),
    fault: ["idempotency-refund-ignores-amount", "idempotency-refund-other-amount-refunds"],
    async check({ payments, given, expect }) {
      const { id, order } = await given.paidSession();
      const key = given.idempotencyKey();
      const amount = quarterOf(order);
      await given.refund(id, { amount }, { key });

      const reuse = await payments.createRefund(id, { amount: amount + 1 }, { key });

      expect(reuse).toBeRefusedWith(400, 409, 422);
    },
  }),

  "refund-key-of-another-session": should("never answer for one session with the refund of another", {
    ...refunds,
    source: idempotencyDraft(),
    fault: "idempotency-refund-key-spans-sessions",
    variants: [
      { name: "a part", amount: 1.25 },
      { name: "all that remains", amount: undefined },
    ],
    async check({ payments, given, expect }, { amount }) {
      const [one, other] = [await given.paidSession(), await given.paidSession()];
      const key = given.idempotencyKey();
      const first = await given.refund(one.id, { amount }, { key });

      const second = await payments.createRefund(other.id, { amount }, { key });

      expect(second, "a key stands for one request, its path included")
        .toBeHandled()
        .at("/refundId")
        .toDifferFrom(first.id);
    },
  }),

  "refund-concurrent-replays": must("make one refund for twins that arrive together", {
    ...refunds,
    source: guide("RF"),
    fault: ["idempotency-refund-twins-race", "idempotency-refund-twins-counted-each"],
    async check(world) {
      const { given, expect, together, rounds } = world;
      await rounds(2, async () => {
        const { id, order } = await given.paidSession();
        const key = given.idempotencyKey();
        const amount = quarterOf(order);

        const twins = await together(20, (api) => api.payments.createRefund(id, { amount }, { key }));
        expect.twins(twins).toNameOne("/refundId");
        const rest = await refundTheRest(world, id);

        expect(rest)
          .toBeAccepted()
          .at("/amount")
          .toBeMoney(order.amount.total - amount);
      });
    },
  }),

  "replay-after-refund": must("name the refunded session in a replay, and start no new payment", {
    ...refunds,
    source: about("idempotency"),
    fault: "idempotency-forgets-refunded-sessions",
    async check({ payments, given, expect }) {
      const { id, order, key, answer: first } = await given.paidSession();
      await given.refund(id, {});

      const replay = await payments.createSession(order, { key });

      expect(replay).toNameTheSameSessionAs(first);
    },
  }),

  "key-elsewhere": should("let a session's key be used for a refund, and a refund's for a session", {
    ...refunds,
    source: idempotencyDraft(),
    fault: ["idempotency-one-space-for-all", "idempotency-one-answer-for-all"],
    async check({ payments, given, expect }) {
      const { id, key, order } = await given.paidSession();
      const other = await given.paidSession();
      const amount = quarterOf(order);
      const refundKey = given.idempotencyKey();

      const refund = await payments.createRefund(id, { amount }, { key });
      await given.refund(other.id, { amount }, { key: refundKey });
      const session = await payments.createSession(given.order(), { key: refundKey });

      expect(refund).toBeAccepted().at("/refundId").toBeText();
      expect(session).toBeAccepted().at("/sessionId").toBeText();
    },
  }),
};
