import {
  addressEnds,
  eventsOf,
  freshUrl,
  insecureUrls,
  isSameAddress,
  lawfulUrls,
  must,
  reference,
  registrations,
  rfc,
  should,
  someEvents,
  unknownEvents,
  webhookChange,
} from "../src/suite/index.ts";

const creating = reference("post applications/{applicationId}/webhooks");

/** The rows of the chapter about what may be registered. */
export const registrationRequirements = {
  "https-only": must("refuse addresses that are no HTTPS URL", {
    source: creating,
    fault: [
      "webhooks-take-http",
      "webhooks-take-http-in-upper-case",
      "webhooks-take-http-in-updates",
      "webhooks-url-contains-https",
      "webhooks-scheme-by-its-start",
    ],
    async check(world) {
      const { given, expect } = world;

      await expect.refused(given.request("createWebhook"), { when: insecureUrls, status: [400] });
      await expect.refused(webhookChange(world), { when: insecureUrls, status: [400] });
    },
  }),

  "requires-url": must("refuse a webhook without an address", {
    source: creating,
    fault: ["webhooks-url-optional", "webhooks-url-null-crashes", "webhooks-url-of-any-type-when-moved"],
    variants: registrations,
    async check(world, { arrange, flaws }) {
      await world.expect.refused(arrange(world), { when: flaws, status: [400] });
    },
  }),

  "takes-any-https-url": should("take an HTTPS URL in any lawful spelling", {
    source: rfc(3986, "3.1"),
    fault: "webhooks-scheme-in-lower-case",
    async check(world) {
      const { given, expect } = world;

      await expect.accepted(given.request("createWebhook"), { when: lawfulUrls(world) });
    },
  }),

  "keeps-address": should("show the address of a webhook as it was given, with all that it ends in", {
    source: creating,
    fault: ["webhooks-address-without-query", "webhooks-address-escaped-for-pages"],
    variants: addressEnds,
    async check({ given, management, expect }, { end }) {
      const { id } = await given.application();
      const url = `https://receiver.example/${given.name()}${end}`;

      const created = await given.acceptance(management.createWebhook(id, { url }));

      expect(created)
        .at("/url")
        .toSatisfy((shown) => isSameAddress(shown, url), url);
    },
  }),

  "rejects-unknown-event": must("refuse a subscription to an event that does not exist", {
    source: creating,
    fault: [
      "webhooks-take-any-event",
      "webhooks-check-first-event",
      "webhooks-drop-unknown-events",
      "webhooks-events-by-prefix",
    ],
    async check({ given, expect }) {
      await expect.refused(given.request("createWebhook"), { when: unknownEvents, status: [400] });
    },
  }),

  "default-events": must("subscribe a webhook that asks for no events to some that exist", {
    source: creating,
    fault: ["webhooks-default-to-nothing", "webhooks-default-to-unknown-event", "webhooks-default-to-null"],
    async check(world) {
      const { given, management, expect } = world;
      const { id } = await given.application();

      const byDefault = await management.createWebhook(id, { url: freshUrl(world) });
      expect(byDefault)
        .toBeAccepted()
        .at("/subscribedEvents")
        .toSatisfy(...someEvents);
      const subscribedEvents = eventsOf(byDefault);
      const asked = await management.createWebhook(id, { url: freshUrl(world), subscribedEvents });

      expect(asked, "the default events are events that can be asked for").toBeAccepted();
      expect(asked)
        .at("/subscribedEvents")
        .toHoldExactly(...subscribedEvents);
    },
  }),
};
