import {
  about,
  askAboutWebhook,
  changeable,
  changedWebhook,
  defineSuite,
  documentedEvents,
  expectListedAs,
  expectUnlisted,
  freshUrl,
  freshWebhook,
  guide,
  isWebhookAnswer,
  judgeStrength,
  lastingOf,
  listedWebhook,
  masksSecret,
  idsAt,
  malformedIds,
  must,
  naming,
  noBoolean,
  operationsOnWebhook,
  owasp,
  reference,
  schemaOfWebhookAnswer,
  secretsOf,
  should,
  signingSecretsShownOnce,
  waysIn,
  webhookChange,
  webhookChanges,
  webhookOperations,
  webhookTrio,
  whereServed,
} from "../src/suite/index.ts";
import { registrationRequirements } from "./webhooks-registration.ts";
import { testRequirements } from "./webhooks-tests.ts";

const creating = reference("post applications/{applicationId}/webhooks");
const listing = reference("get applications/{applicationId}/webhooks");
const changing = reference("patch applications/{applicationId}/webhooks/{webhookId}");

export default defineSuite({
  name: "webhooks",
  title: "Webhooks",
  capability: "webhooks",
  requirements: {
    "answers-match-schema": must("answer what it does with webhooks in the documented form", {
      source: creating,
      fault: ["webhooks-latency-as-text", "webhooks-created-at-in-seconds"],
      async check(world) {
        await askAboutWebhook(world, await freshWebhook(world));
      },
      observe: {
        when: isWebhookAnswer,
        check: ({ expect }, answer) => void expect(answer).toMatchSchema(schemaOfWebhookAnswer(answer)),
      },
    }),

    creates: must("register an address, active and untested, with a secret of its own to sign by", {
      source: creating,
      fault: [
        "webhooks-created-inactive",
        "webhooks-secret-without-known-start",
        "webhooks-fingerprint-is-the-secret",
        "webhooks-keep-two-events",
        "webhooks-updated-when-created",
      ],
      variants: documentedEvents,
      async check(world, { events }) {
        const { given, management, expect } = world;
        const { id } = await given.application();
        const url = freshUrl(world);

        const created = await management.createWebhook(id, { url, subscribedEvents: events });

        expect(created).toBeAccepted().at("/url").toEqual(url);
        expect(created).at("/isActive").toEqual(true);
        expect(created)
          .at("/subscribedEvents")
          .toHoldExactly(...events);
        expect(created)
          .at("/signingSecret")
          .toMatch(/^whsec_./, "a secret that starts with whsec_");
        expect(created).at("/keyFingerprint").toSatisfy(masksSecret(created), "the secret, masked");
        expect(created).at("/lastTestAt").toBeNull();
        expect(created).at("/lastTestStatus").toBeNull();
        expect(created).at("/updatedAt").toBeNull();
      },
    }),

    "shows-secret-once": must("show a signing secret when its webhook is created, and never again", {
      source: guide("WH"),
      fault: ["webhooks-secret-listed", "webhooks-secret-told-by-updates", "webhooks-secret-told-by-tests"],
      async check(world) {
        await askAboutWebhook(world, await freshWebhook(world));
      },
      observe: signingSecretsShownOnce,
    }),

    ...registrationRequirements,

    "updates-url-and-status": must("change the address and the status, each by itself, and nothing else", {
      source: changing,
      fault: [
        "webhooks-update-forgets-url",
        "webhooks-update-activates",
        "webhooks-update-resets-events",
        "webhooks-update-changes-the-answer-only",
      ],
      variants: webhookChanges,
      async check(world, change) {
        const webhook = await changeable(world, change);
        const { entry } = await listedWebhook(world, webhook);

        const { answer, changes } = await changedWebhook(world, webhook, change);
        const due = { ...entry, ...changes };

        world.expect(answer).toBeAccepted();
        world.expect.value(lastingOf(answer.json), "the webhook in the answer", answer).toEqual(due);
        await expectListedAs(world, webhook, due);
      },
    }),

    "updates-one-of-many": must("change just the webhook that is named", {
      source: changing,
      fault: "webhooks-update-reaches-all",
      async check(world) {
        const { given } = world;
        const [webhook, , sibling] = await webhookTrio(world, (await given.application()).id);
        const { entry: before } = await listedWebhook(world, sibling);

        const { answer } = await changedWebhook(world, webhook, { members: ["url", "isActive"] });

        world.expect(answer).toBeAccepted();
        await expectListedAs(world, sibling, { ...before });
      },
    }),

    "status-is-boolean": should("refuse a status that is neither true nor false", {
      source: about("errors"),
      fault: "webhooks-status-of-any-type",
      async check(world) {
        await world.expect.refused(webhookChange(world), { when: noBoolean("/isActive"), status: [400] });
      },
    }),

    "unknown-application": must("answer 404 for the webhooks of an application that does not exist", {
      source: creating,
      fault: ["webhooks-unknown-application-is-empty", "webhooks-created-for-no-application"],
      variants: webhookOperations,
      async check({ given, expect }, { operation }) {
        const absent = naming("an application that does not exist", 1, given.absentId());

        await expect.refused(given.request(operation), { when: [absent], status: [404] });
      },
    }),

    "unknown-webhook": must("answer 404 for a webhook that the application does not have", {
      source: creating,
      fault: [
        "webhooks-unknown-webhook-is-tested",
        "webhooks-tested-through-any-application",
        "webhooks-unknown-webhook-is-400",
      ],
      variants: operationsOnWebhook,
      async check({ given, expect }, { operation }) {
        const other = await given.application();
        const absent = naming("a webhook that does not exist", 2, given.absentId());
        const foreign = naming("the webhook of another application", 1, other.id, 403, 404);

        await expect.refused(given.request(operation), { when: [absent, foreign], status: [404] });
      },
    }),

    "malformed-id": should("refuse ids that are no UUID", {
      source: creating,
      fault: "webhooks-malformed-id-crashes",
      variants: [...idsAt(1, "application", webhookOperations), ...idsAt(2, "webhook", operationsOnWebhook)],
      async check({ given, expect }, { operation, place }) {
        await expect.refused(given.request(operation), { when: malformedIds(place), status: [400, 404] });
      },
    }),

    lists: must("list the webhooks of an application, and no others", {
      source: listing,
      fault: [
        "webhooks-list-active-only",
        "webhooks-list-events-of-the-first",
        "webhooks-list-all-as-active",
      ],
      async check(world) {
        const { given } = world;
        const { id } = await given.application();
        const stranger = await freshWebhook(world);
        const [first, second, third] = await webhookTrio(world, id);
        const { changes } = await changedWebhook(world, second, { members: ["isActive"] });

        await expectListedAs(world, first, {
          url: first.url,
          subscribedEvents: first.events,
          isActive: true,
        });
        await expectListedAs(world, second, { url: second.url, subscribedEvents: second.events, ...changes });
        await expectListedAs(world, third, {
          url: third.url,
          subscribedEvents: third.events,
          isActive: true,
        });
        await expectUnlisted(world, { ...stranger, applicationId: id });
      },
    }),

    ...testRequirements,

    deletes: should("forget a webhook that is deleted", {
      source: guide("WH"),
      fault: ["webhooks-deleted-stay-listed", "webhooks-deleted-can-be-tested", "webhooks-delete-takes-all"],
      async check(world) {
        const { given, management, expect } = world;
        const { id } = await given.application();
        const [webhook, , sibling] = await webhookTrio(world, id);

        whereServed(await management.deleteWebhook(id, webhook.id), "webhooks can't be deleted");

        await expectUnlisted(world, webhook);
        expect(await management.testWebhook(id, webhook.id)).toBeRefusedWith(404, 410);
        await expectListedAs(world, sibling, { url: sibling.url });
      },
    }),

    "secrets-are-unpredictable": should("make signing secrets of at least 128 bits of chance", {
      source: owasp("sessions"),
      fault: ["webhooks-secrets-counted-up", "webhooks-secrets-short"],
      async check(world) {
        const { bits, shared } = judgeStrength(
          await secretsOf(world, 20),
          "signingSecret of the new webhooks",
        );

        world.note(`20 secrets share their first ${shared} characters, and then vary by about ${bits} bits`);
      },
    }),

    "refuses-internal-addresses": should("keep webhooks out of the network it stands in", {
      source: owasp("requestForgery"),
      fault: [
        "webhooks-guard-off",
        "webhooks-guard-when-created-only",
        "webhooks-guard-forgets-zero",
        "webhooks-guard-without-mapped-addresses",
        "webhooks-follow-redirects",
        "webhooks-follow-308",
      ],
      variants: waysIn,
      async check(world, { judge }) {
        await judge(world);
      },
    }),
  },
});
