import {
  changed,
  credentialsNeverReturned,
  defineSuite,
  expectLinked,
  expectListed,
  expectListedOnce,
  incompleteProviders,
  isProviderAnswer,
  lengthened,
  linked,
  linkedAll,
  listOf,
  malformedIds,
  masking,
  must,
  naming,
  operationsOnProvider,
  providerOperations,
  reference,
  rfc,
  rotate,
  schemaOf,
  secondLinks,
  should,
  shownBy,
  typicalProviderOperations,
  unlinkedProviders,
} from "../src/suite/index.ts";
import { changeRequirements } from "./providers-changes.ts";
import { routingRequirements } from "./providers-routing.ts";

const linking = reference("post applications/{applicationId}/providers");
const listing = reference("get applications/{applicationId}/providers");
const changing = (what: string) =>
  reference(`patch applications/{applicationId}/providers/{providerName}/${what}`);

export default defineSuite({
  name: "providers",
  title: "Payment providers and routing",
  capability: "providers",
  requirements: {
    links: must("link a payment provider to an application", {
      source: linking,
      fault: ["providers-link-keeps-first-method", "providers-link-names-another-application"],
      async check(world) {
        expectLinked(world, await linkedAll(world));
      },
    }),

    "is-active-once-linked": should("take a provider into use by linking it", {
      source: linking,
      fault: "providers-link-waits-for-activation",
      async check(world) {
        const { given, management, expect } = world;
        const { id } = await given.application();

        const answer = await management.linkProvider(id, given.provider());

        expect(answer).toBeAccepted().at("/isActive").toEqual(true);
      },
    }),

    "answers-match-schema": must("answer provider operations in the documented form", {
      source: linking,
      fault: ["providers-created-at-without-zone", "providers-updated-at-as-number"],
      async check(world) {
        const one = await linked(world);

        world.expect.each([...(await shownBy(world, one)), await listOf(world, one)], (answer) =>
          answer.toBeAccepted(),
        );
      },
      observe: {
        when: isProviderAnswer,
        check: ({ expect }, answer) => expect(answer).toMatchSchema(schemaOf(answer)),
      },
    }),

    "masks-credential": must("show of a credential its first 8 and last 4 characters about a mask", {
      source: linking,
      fault: [
        "providers-fingerprint-shows-twelve",
        "providers-fingerprint-without-mask",
        "providers-fingerprint-open-when-inactive",
        "providers-fingerprint-list-shows-nine",
      ],
      async check(world) {
        const one = await linked(world);
        const { apiKey: credential } = one.provider.credentials;

        const shown = await shownBy(world, one);

        world.expect.each(shown, (answer) => answer.at("/keyFingerprint").toSatisfy(...masking(credential)));
        await expectListed(world, one, { credential });
      },
    }),

    "never-returns-credential": must("give a provider's credential back in no answer", {
      source: linking,
      fault: [
        "providers-link-echoes-credentials",
        "providers-rotation-echoes-key",
        "providers-duplicate-tells-credential",
        "providers-list-shows-former-keys",
      ],
      async check(world) {
        const one = await linked(world);
        const { applicationId, provider } = one;

        await rotate(world, one, provider.credentials.apiKey);
        await world.management.linkProvider(applicationId, provider);
        await world.management.linkProvider(applicationId, { ...provider, name: "x".repeat(101) });
        await listOf(world, one);
      },
      observe: credentialsNeverReturned,
    }),

    "requires-fields": must("refuse a provider request that lacks a member, or has it in another type", {
      source: linking,
      fault: [
        "providers-methods-optional",
        "providers-methods-of-anything",
        "providers-methods-text-taken",
        "providers-null-credential-crashes",
        "providers-rotation-without-key",
      ],
      variants: incompleteProviders,
      async check({ given, expect }, { operation, flaws }) {
        await expect.refused(given.request(operation), { when: flaws, status: [400] });
      },
    }),

    "name-limit": must("refuse a provider's name of more than 100 characters", {
      source: linking,
      fault: ["providers-name-of-101", "providers-name-unlimited"],
      async check({ given, expect }) {
        await expect.refused(given.request("linkProvider"), { when: lengthened("/name", 101, 1000) });
      },
    }),

    "unknown-application": must("answer 404 for an application that does not exist", {
      source: listing,
      fault: ["providers-list-of-nobody", "providers-link-to-nobody-crashes"],
      variants: providerOperations,
      async check({ given, expect }, { operation }) {
        const absent = naming("an application that does not exist", 1, given.absentId());

        await expect.refused(given.request(operation), { when: [absent], status: [404] });
      },
    }),

    "malformed-application-id": should("answer 400 or 404 for an application id that is no UUID", {
      source: listing,
      fault: "providers-malformed-id-crashes",
      variants: typicalProviderOperations,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: malformedIds(1), status: [400, 404] });
      },
    }),

    "lists-once": must("list each provider of an application once", {
      source: listing,
      fault: ["providers-inactive-listed-twice", "providers-list-leaves-inactive-out"],
      async check(world) {
        const [one, ...others] = await linkedAll(world);
        await linkedAll(world);
        await changed(
          world.management.deactivateProvider(one.applicationId, one.provider.name),
          "deactivating",
        );

        await expectListedOnce(world, [one, ...others]);
      },
    }),

    "duplicate-link": should("refuse to link a provider that is linked already", {
      source: rfc(9110, "15.5.10"),
      fault: [
        "providers-duplicate-replaces",
        "providers-duplicate-is-400",
        "providers-duplicate-reactivates",
        "providers-duplicate-swaps-credential",
      ],
      variants: secondLinks,
      check: (world, { judge }) => judge(world),
    }),

    "duplicate-link-race": should("link a provider once when it is asked to many times at once", {
      source: rfc(9110, "15.5.10"),
      fault: "providers-duplicate-race",
      async check(world) {
        const { given, together, rounds, expect } = world;
        await rounds(2, async () => {
          const { id: applicationId } = await given.application();
          const provider = given.provider();

          const twins = await together(10, (api) => api.management.linkProvider(applicationId, provider));

          const answer = expect.twins(twins).toAcceptOne(409, 425, 429, 503);
          await expectListedOnce(world, [{ applicationId, provider, answer }]);
        });
      },
    }),

    "unknown-provider": must("answer 404 for a provider that the application does not have", {
      source: changing("api-key"),
      fault: [
        "providers-unknown-is-accepted",
        "providers-unknown-is-400",
        "providers-found-by-prefix",
        "providers-found-elsewhere",
      ],
      variants: operationsOnProvider,
      async check(world, { operation }) {
        const { given, expect } = world;
        await linkedAll(world);

        await expect.refused(given.request(operation), { when: unlinkedProviders(world), status: [404] });
      },
    }),

    ...changeRequirements,
    ...routingRequirements,
  },
});
