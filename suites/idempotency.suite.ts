import {
  about,
  defineSuite,
  idempotencyDraft,
  inTurn,
  lostRequest,
  malformedKeys,
  may,
  must,
  obeyKeys,
  otherBodies,
  otherKeys,
  reversed,
  settled,
  should,
  sideBySide,
  silence,
  told,
  withoutKey,
} from "../src/suite/index.ts";
import { refundRequirements } from "./idempotency-refunds.ts";
import { replayRequirements } from "./idempotency-replays.ts";

export default defineSuite({
  name: "idempotency",
  title: "Idempotency",
  requirements: {
    "session-needs-key": must("refuse a session request without an idempotency key", {
      source: about("idempotency"),
      fault: ["idempotency-key-optional", "idempotency-missing-key-crashes"],
      async check({ given, expect }) {
        await expect.refused(given.request("createSession"), { when: [withoutKey], status: [400] });
      },
    }),

    "key-is-uuid-v4": must("refuse an idempotency key that is no UUID v4", {
      source: about("idempotency"),
      fault: [
        "idempotency-key-any-text",
        "idempotency-key-any-uuid-version",
        "idempotency-key-any-variant",
        "idempotency-key-unanchored",
        "idempotency-key-parsed-leniently",
        "idempotency-first-of-two-keys",
      ],
      variants: malformedKeys,
      async check({ given, expect }, malformed) {
        await expect.refused(given.request("createSession"), { when: [malformed], status: [400] });
      },
    }),

    "replay-creates-nothing": must("answer a repeated session request with the first session", {
      source: about("idempotency"),
      fault: [
        "idempotency-replay-creates-session",
        "idempotency-forgets-after-two",
        "idempotency-short-memory",
      ],
      variants: [
        { name: "twice", times: 1, afterMs: 0 },
        { name: "ten times", times: 9, afterMs: 0 },
        { name: "a second later", times: 1, afterMs: 1200 },
      ],
      async check({ payments, given, expect, pause }, { times, afterMs }) {
        const { order, key, answer: first } = await given.session();
        await pause(afterMs);

        const replays = await inTurn(times, () => payments.createSession(order, { key }));

        expect.each(replays, (replay) => replay.toNameTheSameSessionAs(first));
      },
    }),

    "replay-answers-alike": should("answer a repeated request with the status and body of the first", {
      source: idempotencyDraft(),
      fault: [
        "idempotency-replay-answers-otherwise",
        "idempotency-replay-loses-routing",
        "idempotency-replay-refreshes-expiry",
      ],
      async check({ payments, given, expect, pause }) {
        const { order, key, answer: first } = await given.session();
        await pause(1100);

        const replay = await payments.createSession(order, { key });

        expect(replay).toHaveStatusOf(first).toShowTheSame("session-created", first);
      },
    }),

    ...replayRequirements,

    "new-key-new-session": must("create another session for the same order under another key", {
      source: about("idempotency"),
      fault: [
        "idempotency-by-order-reference",
        "idempotency-key-by-first-32-characters",
        "idempotency-key-by-last-group",
        "idempotency-key-by-first-groups",
      ],
      variants: otherKeys,
      async check({ payments, given, expect }, { other }) {
        const { order, key, answer: first } = await given.session();

        const second = await payments.createSession(order, { key: other(key, given.idempotencyKey()) });

        expect(second).toNameAnotherSessionThan(first);
      },
    }),

    "concurrent-replays": must("create one session for twins that arrive together", {
      source: about("idempotency"),
      fault: ["idempotency-twins-race", "idempotency-twins-crash", "idempotency-twin-releases-lock"],
      async check({ payments, given, expect, together, rounds }) {
        await given.session();
        await rounds(3, async () => {
          const order = given.order();
          const key = given.idempotencyKey();

          const twins = await together(20, (api) => api.payments.createSession(order, { key }));
          const session = expect.twins(twins).toNameOne("/sessionId");
          const later = await settled(() => payments.createSession(order, { key }));

          expect(later).toNameTheSameSessionAs(session);
        });
      },
    }),

    "survives-lost-response": must("name one session in every retry after a lost answer", {
      source: about("idempotency"),
      fault: [
        "idempotency-lost-answer-creates-session",
        "idempotency-lost-answer-kept-empty",
        "idempotency-lost-answer-locks-key",
      ],
      alone: true,
      async check(world) {
        const { payments, expect } = world;
        await sideBySide([0.1, 0.3, 0.6, 0.95], async (part) => {
          const { order, key } = await lostRequest(world, part);

          const first = await settled(() => payments.createSession(order, { key }));
          const retries = await inTurn(3, () => settled(() => payments.createSession(order, { key })));

          expect(first, `the answer was lost after ${part} of its time`).toBeAccepted();
          expect(first).at("/sessionId").toBeText();
          expect.each(retries, (retry) => retry.toNameTheSameSessionAs(first));
        });
      },
    }),

    "reuse-with-other-body": should("refuse another order under a key that was used", {
      source: idempotencyDraft(),
      fault: [
        "idempotency-ignores-body",
        "idempotency-fingerprint-top-level",
        "idempotency-other-body-creates-session",
        "idempotency-reuse-replaces-record",
      ],
      variants: otherBodies,
      async check({ payments, given, expect }, { changes }) {
        const { id, order, key, answer: first } = await given.session();
        const before = await payments.readSession(id);

        const reuse = await payments.createSession(given.order({ ...order, ...changes }), { key });

        expect(reuse, "a key stands for one request, not for whatever comes next").toBeRefusedWith(
          400,
          409,
          422,
        );
        expect(await payments.readSession(id)).toShowTheSame("session", before);
        expect(await payments.createSession(order, { key })).toNameTheSameSessionAs(first);
      },
    }),

    "refusal-keeps-key-usable": should("leave the key of a refused request usable", {
      source: idempotencyDraft(),
      fault: ["idempotency-refusal-uses-key-up", "idempotency-refusal-locks-key"],
      async check({ payments, given, expect }) {
        const key = given.idempotencyKey();
        await given.session();
        await given.refusal(payments.createSession({}, { key }));

        const corrected = await payments.createSession(given.order(), { key });

        expect(corrected).toBeAccepted();
      },
    }),

    ...refundRequirements,

    "replay-after-payment": must("name the paid session in a replay, and start no new payment", {
      needs: ["checkout"],
      source: about("idempotency"),
      fault: ["idempotency-forgets-paid-sessions", "idempotency-replay-reopens-session"],
      async check({ payments, given, expect }) {
        const { id, order, key, answer: first } = await given.paidSession();

        const replay = await payments.createSession(order, { key });

        expect(replay).toNameTheSameSessionAs(first);
        expect(await payments.readSession(id))
          .at("/status")
          .toEqual("SUCCEEDED");
      },
    }),

    "replay-by-sibling-key": should("answer a replay under another API key of the application alike", {
      source: about("safe retries across key rotation"),
      fault: "idempotency-per-api-key",
      async check({ payments, given, expect }) {
        const application = await given.paymentApplication();
        const sibling = await given.apiKey(application.id);
        const { order, key, answer: first } = await given.session({ apiKey: application.apiKey });

        const replay = await payments.as(sibling.fullKey).createSession(order, { key });

        expect(replay).toNameTheSameSessionAs(first);
      },
    }),

    "key-of-another-application": must("never answer one application with the session of another", {
      source: about("idempotency"),
      fault: "idempotency-shared-by-applications",
      async check({ payments, given, expect }) {
        const { id, order, key } = await given.session();
        const { apiKey } = await given.paymentApplication();

        const other = await payments.as(apiKey).createSession(order, { key });

        expect(other).at("/sessionId").toDifferFrom(id);
      },
    }),

    "replay-reordered-body": may("take the same JSON in another order for the same request", {
      source: silence(),
      fault: [],
      async check({ payments, given, note }) {
        const { id, order, key } = await given.session();

        const replay = await payments.createSession(reversed(order), { key });

        note(`the same members in another order: ${told(replay, id)}`);
      },
    }),

    "key-case": may("take a key in upper case for the same key", {
      source: silence(),
      fault: [],
      async check({ payments, given, note }) {
        const { id, order, key } = await given.session();

        const replay = await payments.createSession(order, { key: key.toUpperCase() });

        note(`the key in upper case: ${told(replay, id)}`);
      },
    }),

    "key-retention": may("keep a key for a day", {
      needs: ["clock"],
      source: silence(),
      fault: [],
      async check({ payments, given, clock, note }) {
        const { id, order, key } = await given.session();

        await clock.advance(23 * 3600);
        const afterLessThanADay = await payments.createSession(order, { key });
        await clock.advance(2 * 3600);
        const afterMoreThanADay = await payments.createSession(order, { key });

        note(
          `after 23 hours: ${told(afterLessThanADay, id)}; after 25 hours: ${told(afterMoreThanADay, id)}`,
        );
      },
    }),

    "obeys-model": must("keep one session per key, however requests and retries interleave", {
      source: about("idempotency"),
      fault: ["idempotency-forgets-older-keys", "idempotency-joins-orders-in-flight"],
      check: obeyKeys,
    }),
  },
});
