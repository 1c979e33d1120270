import {
  changed,
  chosenProvider,
  deactivate,
  idempotencyDraft,
  inTurn,
  openShop,
  should,
  valueAt,
} from "../src/suite/index.ts";

/** The rows of the chapter about what a replay depends on, and what it leaves alone. */
export const replayRequirements = {
  "replay-after-provider-change": should("answer a replay although its order could no longer be placed", {
    source: idempotencyDraft(),
    fault: "idempotency-routes-before-replay",
    async check(world) {
      const { payments, given, expect } = world;
      const { provider, method } = await chosenProvider(world);
      const { applicationId, apiKey } = await openShop(world, provider);
      const wishes = { apiKey, order: given.order({ paymentMethod: method }) };
      const { order, key, answer: first } = await given.session(wishes);
      await changed(deactivate(world, { applicationId, provider }), "deactivating");

      const replay = await payments.as(apiKey).createSession(order, { key });

      expect(replay).toNameTheSameSessionAs(first);
    },
  }),

  "replay-changes-nothing": should("leave a session as it is when its request is repeated", {
    source: idempotencyDraft(),
    fault: ["idempotency-replay-extends-expiry", "idempotency-replay-begins-anew"],
    async check({ payments, given, expect, pause }) {
      const { id, order, key } = await given.session();
      const before = await payments.readSession(id);
      await pause(1100);

      await inTurn(2, () => given.acceptance(payments.createSession(order, { key })));

      const after = await payments.readSession(id);
      expect(after).toBeAccepted().at("/expiresAt").toEqual(valueAt(before.json, "/expiresAt"));
      expect(after).at("/createdAt").toEqual(valueAt(before.json, "/createdAt"));
      expect(after).at("/status").toEqual(valueAt(before.json, "/status"));
      expect(after).at("/providerName").toEqual(valueAt(before.json, "/providerName"));
    },
  }),
};
