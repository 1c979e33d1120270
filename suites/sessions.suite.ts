import {
  about,
  amounts,
  defineSuite,
  exactTexts,
  illTypedMembers,
  inTurn,
  isReadSession,
  judgeApart,
  malformedIds,
  may,
  must,
  naming,
  newSessions,
  outcome,
  owasp,
  paidSessionOver,
  partsOf,
  redirects,
  reference,
  refundInParts,
  revoke,
  rfc,
  should,
  silence,
  valueAt,
  whereServed,
} from "../src/suite/index.ts";
import { outcomeRequirements } from "./sessions-outcome.ts";

const creation = reference("post sessions");
const reading = reference("get sessions/{sessionId}");

export default defineSuite({
  name: "sessions",
  title: "Sessions",
  requirements: {
    "answers-match-schema": must("answer sessions in the documented form", {
      source: reading,
      fault: ["sessions-read-without-update-time", "sessions-created-with-bare-provider"],
      async check({ payments, given, expect }) {
        const { id, answer: created } = await given.session();

        const read = await payments.readSession(id);

        expect(created).toMatchSchema("session-created");
        expect(read).toBeAccepted().toMatchSchema("session");
      },
      observe: {
        when: isReadSession,
        check: ({ expect }, answer) => {
          expect(answer).toMatchSchema("session");
        },
      },
    }),

    creates: must("create a session that waits to be paid at its checkout", {
      source: creation,
      fault: [
        "sessions-checkout-url-relative",
        "sessions-end-as-they-begin",
        "sessions-begin-as-created",
        "sessions-every-third-ends-at-once",
      ],
      async check({ payments, given, expect }) {
        const some = await inTurn(3, () =>
          payments.createSession(given.order(), { key: given.idempotencyKey() }),
        );

        // What else a new session shows is judged of every one of the run.
        expect.each(some, (created) => {
          created.toBeAccepted().at("/status").toEqual("PENDING");
          created.at("/routing/selectedProvider").toBeText();
        });
      },
      observe: newSessions,
    }),

    "reads-back": must("show a session as it was created", {
      source: reading,
      fault: ["sessions-read-provider-label", "sessions-expiry-read-differs", "sessions-read-other-id"],
      async check({ payments, given, expect }) {
        const { id, order, answer: created } = await given.session();

        const read = await payments.readSession(id);

        expect(read).toBeAccepted().at("/id").toEqual(id);
        expect(read).at("/orderReference").toEqual(order.orderReference);
        expect(read).at("/paymentMethod").toEqual(order["paymentMethod"]);
        expect(read).at("/providerName").toEqual(valueAt(created.json, "/routing/selectedProvider"));
        expect(read).at("/createdAt").toBeSameInstantAs(valueAt(created.json, "/createdAt"));
        expect(read).at("/expiresAt").toBeSameInstantAs(valueAt(created.json, "/expiresAt"));
        expect(read).at("/status").toEqual("PENDING");
        expect(read).at("/refunds").toEqual([]);
      },
    }),

    "reading-changes-nothing": should("show the same session however often it is read", {
      source: rfc(9110, "9.2.1"),
      fault: "sessions-reading-touches",
      async check({ payments, given, expect, pause }) {
        const { id } = await given.session();

        const first = await payments.readSession(id);
        await pause(20);
        const later = await inTurn(2, () => payments.readSession(id));

        expect.each(later, (answer) => answer.toBeAccepted().toShowTheSame("session", first));
      },
    }),

    "outlives-its-key": should(
      "show a session under the application's other keys, when its own was revoked too",
      {
        source: about("key rotation"),
        fault: ["sessions-belong-to-their-key", "sessions-end-with-their-key"],
        async check(world) {
          const { payments, given, expect } = world;
          const application = await given.paymentApplication();
          const key = await given.apiKey(application.id);
          const { id, order } = await given.session({ apiKey: key.fullKey });
          const other = payments.as(application.apiKey);

          const beside = await other.readSession(id);
          await given.acceptance(revoke(world, key));
          const afterwards = await other.readSession(id);

          expect.each([beside, afterwards], (read) => {
            read.toBeAccepted().at("/orderReference").toEqual(order.orderReference);
            read.at("/status").toEqual("PENDING");
          });
        },
      },
    ),

    "sessions-at-once": must("keep sessions apart that are created at the same moment", {
      source: creation,
      fault: ["sessions-mix-orders", "sessions-ids-from-the-clock"],
      async check(world) {
        const { given, together, expect } = world;
        await given.session();
        const requests = Array.from({ length: 20 }, () => ({
          order: given.order(),
          key: given.idempotencyKey(),
        }));
        const orders = requests.map(({ order }) => order);

        const created = await together(20, (api, i) =>
          api.payments.createSession(orders[i], { key: requests[i]?.key ?? given.idempotencyKey() }),
        );

        expect.twins(created).toNameEachItsOwn("/sessionId");
        await judgeApart(world, created, orders);
      },
    }),

    "unknown-id": must("answer 404 for a session that does not exist", {
      source: about("statuses"),
      fault: ["sessions-unknown-is-bad-request", "sessions-unknown-is-empty"],
      async check({ given, expect }) {
        const absent = naming("an id that names nothing", 1, given.absentId());

        await expect.refused(given.request("readSession"), { when: [absent], status: [404] });
      },
    }),

    "malformed-id": must("refuse a session id that is no UUID", {
      source: reading,
      fault: "sessions-malformed-id-fails",
      async check({ given, expect }) {
        await expect.refused(given.request("readSession"), { when: malformedIds(1), status: [400, 404] });
      },
    }),

    ...outcomeRequirements,

    "validates-field-types": should("refuse an order with a member of the wrong type", {
      source: creation,
      fault: [
        "sessions-customer-of-any-type",
        "sessions-numbers-as-text",
        "sessions-only-required-are-typed",
      ],
      variants: illTypedMembers,
      async check({ given, expect }, { flaws }) {
        await expect.refused(given.request("createSession"), { when: flaws });
      },
    }),

    "keeps-cents": should("refund to the cent what was paid", {
      needs: ["checkout"],
      capability: "refunds",
      source: about("money"),
      fault: [
        "sessions-cents-rounded-down",
        "sessions-remainder-drifts",
        "sessions-amounts-in-single-precision",
        "sessions-cents-in-32-bits",
        "sessions-yen-in-hundredths",
      ],
      variants: amounts,
      async check(world, row) {
        const session = await paidSessionOver(world, row);

        const refunded = await refundInParts(world, session, row.parts);

        world.expect.value(refunded, "amounts of the refunds").toEqual(partsOf(row));
      },
    }),

    "refuses-foreign-redirects": should("refuse to send shoppers anywhere but to a web page", {
      source: owasp("input"),
      fault: ["sessions-redirect-to-any-scheme", "sessions-redirect-blocklist"],
      variants: redirects,
      async check({ given, expect }, { flaws }) {
        await expect.refused(given.request("createSession"), {
          when: flaws,
          hint: "allow http and https, rather than forbid others",
        });
      },
    }),

    "keeps-text": should("keep an order reference as it is, if it takes it", {
      source: owasp("input"),
      fault: ["sessions-references-in-latin-1", "sessions-references-escaped"],
      variants: exactTexts,
      async check({ payments, given, expect }, { text }) {
        const orderReference = `${text} ${given.name()}`;
        const order = given.order({ orderReference });

        const created = await payments.createSession(order, { key: given.idempotencyKey() });
        whereServed(created, "an order reference with such a text");
        const read = await payments.readSession(String(valueAt(created.json, "/sessionId")));

        expect(read).toBeAccepted().at("/orderReference").toEqual(orderReference);
      },
    }),

    "ignores-unknown-members": may("take an order with members that the documentation does not know", {
      source: silence(),
      fault: [],
      async check({ payments, given, note }) {
        const order = given.order({ notDocumented: { by: "anybody" } });

        const created = await payments.createSession(order, { key: given.idempotencyKey() });

        note(`an order with a member that is not documented: ${outcome(created)}`);
      },
    }),
  },
});
