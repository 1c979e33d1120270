import {
  attemptsAfterPayment,
  endsUnpaid,
  guide,
  isNothing,
  isReadSession,
  isReadSucceeded,
  must,
  overSession,
  reference,
  secondsToLive,
  should,
  tryAfterwards,
  tryToPay,
  valueAt,
  whenDecided,
  whenNoLonger,
  whenPaidAfterAll,
  whenStatus,
} from "../src/suite/index.ts";

const reading = reference("get sessions/{sessionId}");

/** The rows of the chapter about how a session ends. */
export const outcomeRequirements = {
  completes: must("call a session SUCCEEDED once its checkout was paid", {
    needs: ["checkout"],
    source: guide("CP"),
    fault: ["sessions-paid-stays-pending", "sessions-paid-forgets-provider", "sessions-paid-begin-anew"],
    async check(world) {
      const { given, expect, checkout } = world;
      const session = await given.session();

      await checkout.pay(session);
      const paid = await whenStatus(world, session, "SUCCEEDED");

      expect(paid).toBeAccepted().at("/status").toEqual("SUCCEEDED");
      expect(paid).at("/orderReference").toEqual(session.order.orderReference);
      expect(paid).at("/providerName").toEqual(valueAt(session.answer.json, "/routing/selectedProvider"));
      expect(paid).at("/refunds").toEqual([]);
      expect(paid).at("/createdAt").toBeSameInstantAs(valueAt(session.answer.json, "/createdAt"));
    },
  }),

  "paid-is-final": must("leave a session paid, whatever is tried at its checkout afterwards", {
    needs: ["checkout"],
    source: guide("RF"),
    fault: ["sessions-paid-can-be-cancelled", "sessions-paid-can-be-declined"],
    variants: attemptsAfterPayment,
    async check(world, { act }) {
      const session = await world.given.paidSession();

      await tryAfterwards(world, session, act);

      world
        .expect(await whenNoLonger(world, session, "SUCCEEDED"))
        .toBeAccepted()
        .at("/status")
        .toEqual("SUCCEEDED");
    },
  }),

  "over-stays-over": should("take no payment for a session that ended unpaid", {
    needs: ["checkout"],
    source: guide("CP"),
    fault: ["sessions-declined-can-be-paid", "sessions-cancelled-can-be-paid"],
    variants: endsUnpaid,
    async check(world, { act }) {
      const session = await overSession(world, act);

      await tryToPay(world.checkout, session);

      world
        .expect(await whenPaidAfterAll(world, session))
        .toBeAccepted()
        .at("/status")
        .toDifferFrom("SUCCEEDED");
    },
  }),

  "paid-keeps-its-end": should("leave the end of a session as it was created when it is paid", {
    needs: ["checkout"],
    source: reading,
    fault: "sessions-paid-end-later",
    async check(world) {
      const session = await world.given.session();
      await world.pause(1100);

      await world.checkout.pay(session);
      const paid = await whenStatus(world, session, "SUCCEEDED");

      world.expect(paid).at("/expiresAt").toBeSameInstantAs(valueAt(session.answer.json, "/expiresAt"));
    },
  }),

  "reading-moves-no-end": should("leave the end of a session where it is when it is read", {
    source: reading,
    fault: "sessions-end-slides-with-reading",
    async check({ given, payments, pause, expect }) {
      const { id, answer } = await given.session();

      await pause(1500);
      await payments.readSession(id);
      await pause(1500);
      const read = await payments.readSession(id);

      expect(read).toBeAccepted().at("/expiresAt").toBeSameInstantAs(valueAt(answer.json, "/expiresAt"));
    },
  }),

  "updated-after-created": should("say of no session that it changed before it was created", {
    source: reading,
    fault: "sessions-changed-before-created",
    async check({ given, payments, expect }) {
      const { id } = await given.session();

      const read = await payments.readSession(id);

      expect(read).toBeAccepted().at("/updatedAt").toBeNoneBefore(valueAt(read.json, "/createdAt"));
    },
    observe: {
      when: isReadSession,
      check: ({ expect }, answer) => {
        expect(answer).at("/updatedAt").toBeNoneBefore(valueAt(answer.json, "/createdAt"));
      },
    },
  }),

  "paid-has-no-failure": should("give no reason of failure for a session that was paid", {
    needs: ["checkout"],
    source: reading,
    fault: "sessions-paid-with-a-reason",
    async check({ given, payments, expect }) {
      const { id } = await given.paidSession();

      const paid = await payments.readSession(id);

      expect(paid).toBeAccepted().at("/failureReason").toSatisfy(isNothing, "nothing");
    },
    observe: {
      when: isReadSucceeded,
      check: ({ expect }, answer) => {
        expect(answer).at("/failureReason").toSatisfy(isNothing, "nothing");
      },
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
    variants: endsUnpaid,
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
