import {
  guide,
  must,
  reference,
  secondsToLive,
  should,
  tryToPay,
  valueAt,
  whenDecided,
  whenStatus,
} from "../src/suite/index.ts";

const reading = reference("get sessions/{sessionId}");

/** The rows of the chapter about how a session ends. */
export const outcomeRequirements = {
  completes: must("call a session SUCCEEDED once its checkout was paid", {
    needs: ["checkout"],
    source: guide("CP"),
    fault: ["sessions-paid-stays-pending", "sessions-paid-forgets-provider"],
    async check(world) {
      const { given, expect, checkout } = world;
      const session = await given.session();

      await checkout.pay(session);
      const paid = await whenStatus(world, session, "SUCCEEDED");

      expect(paid).toBeAccepted().at("/status").toEqual("SUCCEEDED");
      expect(paid).at("/orderReference").toEqual(session.order.orderReference);
      expect(paid).at("/providerName").toEqual(valueAt(session.answer.json, "/routing/selectedProvider"));
      expect(paid).at("/refunds").toEqual([]);
    },
  }),

  "pays-one-session-only": must("leave other sessions as they are when one is paid", {
    needs: ["checkout"],
    source: guide("CP"),
    fault: ["sessions-paid-with-the-next", "sessions-paid-with-the-one-before"],
    async check(world) {
      const { given, payments, expect, checkout } = world;
      const [before, paid, after] = [await given.session(), await given.session(), await given.session()];

      await checkout.pay(paid);
      await whenStatus(world, paid, "SUCCEEDED");

      const others = [await payments.readSession(before.id), await payments.readSession(after.id)];
      expect.each(others, (other) => other.at("/status").toEqual("PENDING"));
    },
  }),

  "declined-is-not-succeeded": should("never call a session SUCCEEDED that was not paid", {
    needs: ["checkout"],
    source: guide("CP"),
    fault: ["sessions-declined-succeeds", "sessions-cancelled-succeeds"],
    variants: [
      { name: "declined", act: "decline" as const },
      { name: "cancelled", act: "cancel" as const },
    ],
    async check(world, { act }) {
      const session = await world.given.session();

      await world.checkout[act](session);

      world
        .expect(await whenDecided(world, session))
        .toBeAccepted()
        .at("/status")
        .toDifferFrom("SUCCEEDED");
    },
  }),

  expires: must("take no payment for a session after its end", {
    needs: ["clock", "checkout"],
    source: guide("CP"),
    fault: "sessions-payable-after-their-end",
    async check(world) {
      const { given, payments, expect, clock, checkout } = world;
      const session = await given.session();
      const unread = await given.session();

      await clock.advance(secondsToLive(session) + 60);
      const ended = await payments.readSession(session.id);
      await tryToPay(checkout, session);
      await tryToPay(checkout, unread);

      expect(ended).at("/status").toDifferFrom("SUCCEEDED");
      expect(await whenDecided(world, session))
        .at("/status")
        .toDifferFrom("SUCCEEDED");
      expect(await whenDecided(world, unread))
        .at("/status")
        .toDifferFrom("SUCCEEDED");
    },
  }),

  "paid-stays-paid": must("leave a session paid when its end comes", {
    needs: ["clock", "checkout"],
    source: guide("CP"),
    fault: "sessions-paid-expire",
    async check(world) {
      const session = await world.given.paidSession();

      await world.clock.advance(secondsToLive(session) + 60);

      world
        .expect(await world.payments.readSession(session.id))
        .toBeAccepted()
        .at("/status")
        .toEqual("SUCCEEDED");
    },
  }),

  "says-it-expired": should("name EXPIRED as the reason once a session has come to its end", {
    needs: ["clock"],
    source: reading,
    fault: "sessions-expire-without-reason",
    async check(world) {
      const session = await world.given.session();

      await world.clock.advance(secondsToLive(session) + 60);
      const ended = await whenDecided(world, session);

      world.expect(ended).toBeAccepted().at("/status").toDifferFrom("PENDING");
      world.expect(ended).at("/failureReason").toEqual("EXPIRED");
    },
  }),

  "lives-until-its-end": should("take a payment until shortly before a session's end", {
    needs: ["clock", "checkout"],
    source: reading,
    fault: "sessions-end-early",
    async check(world) {
      const session = await world.given.session();

      await world.clock.advance(Math.floor(secondsToLive(session) * 0.9));
      await tryToPay(world.checkout, session);

      world
        .expect(await whenStatus(world, session, "SUCCEEDED", "FAILED"))
        .at("/status")
        .toEqual("SUCCEEDED");
    },
  }),
};
