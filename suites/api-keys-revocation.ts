import {
  about,
  everyPaymentUse,
  guide,
  keyHome,
  keyNames,
  keyTrio,
  letIn,
  livesOn,
  loads,
  must,
  payWith,
  revoke,
  revokeInTurn,
  revokeUnderLoad,
  switched,
  useEach,
  warmUp,
} from "../src/suite/index.ts";

/** The rows of the chapter about keys that are revoked. */
export const revocationRequirements = {
  "revocation-is-immediate": must("refuse a key from the moment its revocation is answered", {
    source: about("authentication"),
    fault: [
      "api-keys-remembered-after-revocation",
      "api-keys-revoked-with-delay",
      "api-keys-revoked-still-read",
      "api-keys-revoked-are-forbidden",
      "api-keys-revoked-still-repeat",
    ],
    variants: everyPaymentUse,
    async check(world, use) {
      const { given, expect, rounds, pause } = world;
      const { id, apiKey } = await keyHome(world);
      const pay = await payWith(world, use.operation, apiKey);
      await rounds(2, async () => {
        const key = await given.apiKey(id);
        await warmUp(pay, use, key);

        const revoked = await revoke(world, key);
        const first = await pay(key.fullKey);
        await pause(50);
        const later = await pay(key.fullKey);
        letIn(await pay(apiKey));

        expect(revoked).toBeAccepted();
        expect(first, "a revoked key must not live on in a cache").toBeRefusedWith(401);
        expect(later, "a revoked key must not come back").toBeRefusedWith(401);
      });
    },
  }),

  "revocation-spares-others": must("leave all other keys as they are when one is revoked", {
    source: guide("AK"),
    fault: [
      "api-keys-revoked-all-together",
      "api-keys-revoked-with-the-older-ones",
      "api-keys-revoked-by-description",
      "api-keys-revoked-if-newest",
    ],
    variants: keyNames,
    async check(world, { description }) {
      const { given, expect } = world;
      const { id, apiKey } = await keyHome(world);
      const elsewhere = await given.sharedApplication();
      const [older, key, newer] = await keyTrio(world, id, description);
      const others = [apiKey, older.fullKey, newer.fullKey, elsewhere.apiKey];
      const pay = await payWith(world, "createSession", apiKey);
      (await useEach(pay, others)).forEach(letIn);

      const revoked = await revoke(world, key);
      const dead = await pay(key.fullKey);

      expect(revoked).toBeAccepted();
      expect.each(await useEach(pay, others), (answer) => answer.toBeLetIn());
      expect(dead, "the key that was named is revoked, not another").toBeRefusedWith(401);
      const ends = await revokeInTurn(world, pay, [older, newer]);
      ends.forEach(({ revoked: answer }) => expect(answer).toBeAccepted());
      ends.forEach(({ next }) => expect(next, "each key can be revoked").toBeRefusedWith(401));
    },
  }),

  "revocation-is-for-good": must("refuse a revoked key when its application is enabled again as well", {
    source: guide("AK"),
    fault: "api-keys-revived-with-their-application",
    optional: true,
    async check(world) {
      const { given, management, expect } = world;
      const { id } = await given.application();
      const [kept, revoked] = [await given.apiKey(id), await given.apiKey(id)];
      const pay = (fullKey: string) => world.payments.as(fullKey).readSession(given.absentId());
      (await useEach(pay, [kept.fullKey, revoked.fullKey])).forEach(letIn);
      await given.acceptance(revoke(world, revoked));

      await switched(management, id, false);
      await switched(management, id, true);
      livesOn(await pay(kept.fullKey));

      expect(await pay(revoked.fullKey)).toBeRefusedWith(401);
    },
  }),

  "revokes-under-load": must("end every request under a key that is being revoked in 2xx or 401", {
    source: about("authentication"),
    fault: ["api-keys-revoked-in-flight-crash", "api-keys-revoked-while-busy"],
    variants: loads,
    async check(world, load) {
      await world.rounds(3, (round) => revokeUnderLoad(world, load, round / 3));
    },
  }),
};
