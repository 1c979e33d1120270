import {
  applicationOperations,
  characters,
  defineSuite,
  emptied,
  exactTexts,
  filledTo,
  guide,
  isApplication,
  lengthened,
  malformedIds,
  missing,
  must,
  naming,
  noBoolean,
  noText,
  nulled,
  owasp,
  reference,
  rfc,
  should,
  switched,
  whereServed,
} from "../src/suite/index.ts";
import { nameRequirements } from "./applications-names.ts";

const creation = reference("post applications");
const status = reference("patch applications/{id}/status");
const longestName = 100;
const longestDescription = 250;

export default defineSuite({
  name: "applications",
  title: "Applications",
  requirements: {
    "answers-match-schema": must("answer applications in the documented form", {
      source: creation,
      fault: ["applications-status-answers-less", "applications-created-at-in-seconds"],
      async check({ management, given, expect }) {
        const { id } = await given.application();

        const created = await management.createApplication({ name: given.name(), description: "a shop" });
        const changed = await management.setApplicationStatus(id, { isEnabled: true });

        expect(created).toBeAccepted().toMatchSchema("application");
        expect(changed).toBeAccepted().toMatchSchema("application");
      },
      observe: {
        when: isApplication,
        check: ({ expect }, answer) => {
          expect(answer).toMatchSchema("application");
        },
      },
    }),

    creates: must("create an application as it was asked for, and enabled", {
      source: creation,
      fault: ["applications-created-disabled", "applications-drop-description"],
      async check({ management, given, expect }) {
        const { id: another } = await given.application();
        const name = given.name();

        const created = await management.createApplication({ name, description: "a shop" });

        expect(created).toBeAccepted().at("/name").toEqual(name);
        expect(created).at("/description").toEqual("a shop");
        expect(created).at("/isEnabled").toEqual(true);
        expect(created).at("/id").toBeText().toDifferFrom(another);
      },
    }),

    "name-required": must("refuse an application without a name", {
      source: creation,
      fault: ["applications-name-optional", "applications-name-from-number", "applications-name-null"],
      variants: [
        { name: "no name", flaws: [missing("/name"), nulled("/name")] },
        { name: "no text", flaws: noText("/name") },
        { name: "an empty name", flaws: [emptied("/name")], level: "SHOULD" },
      ],
      async check({ given, expect }, { flaws }) {
        await expect.refused(given.request("createApplication"), { when: flaws, status: [400] });
      },
    }),

    "name-limit": must("take names of up to 100 characters, and no longer ones", {
      source: creation,
      fault: ["applications-name-limit-99", "applications-name-limit-255", "applications-name-cut"],
      async check({ management, given, expect }) {
        const name = filledTo(given.name(), "x", longestName);

        const longest = await management.createApplication({ name, description: "a shop" });

        expect(longest).toBeAccepted().at("/name").toEqual(name);
        await expect.refused(given.request("createApplication"), {
          when: lengthened("/name", 101, 256, 5000),
          status: [400],
        });
      },
    }),

    "description-optional": must("create an application without a description", {
      source: creation,
      fault: "applications-description-required",
      async check({ management, given, expect }) {
        const created = await management.createApplication({ name: given.name() });

        expect(created).toBeAccepted().at("/description").toBeOneOf(null, undefined, "");
      },
    }),

    "description-limit": must("take descriptions of up to 250 characters, and no longer ones", {
      source: creation,
      fault: ["applications-description-limit-249", "applications-description-unlimited"],
      async check({ management, given, expect }) {
        const description = filledTo("", "x", longestDescription);

        const longest = await management.createApplication({ name: given.name(), description });

        expect(longest).toBeAccepted().at("/description").toEqual(description);
        await expect.refused(given.request("createApplication"), {
          when: lengthened("/description", 251, 256, 5000),
          status: [400],
        });
      },
    }),

    "description-is-text": should("refuse a description that is no text", {
      source: creation,
      fault: "applications-description-of-any-type",
      async check({ given, expect }) {
        await expect.refused(given.request("createApplication"), {
          when: noText("/description"),
          status: [400],
        });
      },
    }),

    ...nameRequirements,

    "toggles-status": must("disable and enable an application, as often as asked", {
      source: status,
      fault: [
        "applications-stay-disabled",
        "applications-answer-status-before",
        "applications-disabled-without-description",
      ],
      async check({ management, given, expect }) {
        const { id, name, description } = await given.application();

        const disabled = await management.setApplicationStatus(id, { isEnabled: false });
        const again = await management.setApplicationStatus(id, { isEnabled: false });
        const enabled = await management.setApplicationStatus(id, { isEnabled: true });

        expect(disabled).toBeAccepted().at("/isEnabled").toEqual(false);
        expect(again).toBeAccepted().at("/isEnabled").toEqual(false);
        expect(enabled).toBeAccepted().at("/isEnabled").toEqual(true);
        expect.each([disabled, again, enabled], (shown) => {
          shown.at("/id").toEqual(id);
          shown.at("/name").toEqual(name);
          shown.at("/description").toEqual(description);
        });
      },
    }),

    "status-is-read-back": must("show the status that was set where applications can be read", {
      optional: true,
      source: status,
      fault: "applications-status-not-stored",
      async check({ management, given, expect }) {
        const [{ id }, { id: other }] = [await given.application(), await given.application()];
        whereServed(await management.readApplication(id), "reading an application");

        await switched(management, id, false);
        const disabled = await management.readApplication(id);
        const spared = await management.readApplication(other);
        await switched(management, id, true);

        expect(disabled).toBeAccepted().at("/isEnabled").toEqual(false);
        expect(spared).toBeAccepted().at("/isEnabled").toEqual(true);
        expect(await management.readApplication(id))
          .at("/isEnabled")
          .toEqual(true);
      },
    }),

    "status-needs-boolean": must("refuse a status that is neither true nor false", {
      source: status,
      fault: ["applications-status-by-truth", "applications-status-optional"],
      async check({ given, expect }) {
        await expect.refused(given.request("setApplicationStatus"), {
          when: [missing("/isEnabled"), nulled("/isEnabled"), ...noBoolean("/isEnabled")],
          status: [400],
        });
      },
    }),

    "unknown-id": must("answer 404 for an application that does not exist", {
      source: guide("AK"),
      fault: ["applications-unknown-is-bad-request", "applications-unknown-status-is-set"],
      variants: applicationOperations,
      async check({ given, expect }, { operation }) {
        const absent = naming("an id that names nothing", 1, given.absentId());

        await expect.refused(given.request(operation), { when: [absent], status: [404] });
      },
    }),

    "malformed-id": must("refuse an application id that is no UUID", {
      source: status,
      fault: "applications-malformed-id-fails",
      async check({ given, expect }) {
        await expect.refused(given.request("setApplicationStatus"), {
          when: malformedIds(1),
          status: [400, 404],
        });
      },
    }),

    "disabled-application-refuses-payments": should("serve no payments for a disabled application", {
      source: guide("AK"),
      fault: [
        "applications-disabled-still-pays",
        "applications-disabled-still-reads",
        "applications-disabled-for-good",
        "applications-disabled-still-repeat",
      ],
      async check({ management, payments, given, expect }) {
        const { id, apiKey } = await given.paymentApplication();
        const { id: sessionId, order, key } = await given.session({ apiKey });
        const own = payments.as(apiKey);
        const create = () => own.createSession(given.order(), { key: given.idempotencyKey() });

        await switched(management, id, false);
        const repeated = await own.createSession(order, { key });
        const refused = [await create(), await own.readSession(sessionId), repeated];
        const others = await payments.createSession(given.order(), { key: given.idempotencyKey() });
        await switched(management, id, true);
        const served = [await create(), await own.readSession(sessionId), others];

        expect.each(refused, (answer) => answer.toBeRefused());
        expect.each(served, (answer) => answer.toBeAccepted());
      },
    }),

    "disabled-application-refuses-refunds": should("pay nothing back for a disabled application", {
      capability: "refunds",
      needs: ["checkout"],
      source: guide("AK"),
      fault: "applications-disabled-still-refunds",
      async check({ management, payments, given, expect }) {
        const { id, apiKey } = await given.paymentApplication();
        const { id: sessionId } = await given.paidSession({ apiKey });
        const refund = () => payments.as(apiKey).createRefund(sessionId, {}, { key: given.idempotencyKey() });

        await switched(management, id, false);
        const refused = await refund();
        await switched(management, id, true);
        const served = await refund();

        expect(refused).toBeRefused();
        expect(served, "all is left to give back: it was refused before").toBeAccepted();
      },
    }),

    "counts-characters": should("count the characters of a limit, not their bytes", {
      source: rfc(8259, "8.1"),
      fault: ["applications-limits-count-bytes", "applications-limits-count-utf-16"],
      variants: characters,
      async check({ management, given, expect }, { text }) {
        await given.acceptance(management.createApplication({ name: `${given.name()} ${text}` }));
        const description = filledTo("", text, longestDescription);

        const longName = await management.createApplication({
          name: filledTo(given.name(), text, longestName),
        });
        const longDescription = await management.createApplication({ name: given.name(), description });

        expect(longName).toBeAccepted();
        expect(longDescription).toBeAccepted();
      },
    }),

    "keeps-text": should("keep every text as it is, if it takes it", {
      source: owasp("input"),
      fault: ["applications-escape-markup", "applications-lose-signs-beyond-the-bmp"],
      variants: exactTexts,
      async check({ management, given, expect }, { text }) {
        const name = `${given.name()} ${text}`;

        const created = await management.createApplication({ name, description: text });

        whereServed(created, "a name with such a text");
        expect(created).at("/name").toEqual(name);
        expect(created).at("/description").toEqual(text);
      },
    }),
  },
});
