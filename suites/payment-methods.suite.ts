import {
  about,
  arrangeListing,
  deactivation,
  defineSuite,
  expectOffered,
  listingOf,
  must,
  noApiKeys,
  openOffer,
  openShop,
  restored,
  should,
  withdrawals,
  withdrawn,
} from "../src/suite/index.ts";

const topic = about("payment methods");
const ofProviders = { capability: "providers", source: topic } as const;

export default defineSuite({
  name: "payment-methods",
  title: "Payment methods",
  requirements: {
    "needs-api-key": must("list payment methods for an API key only", {
      source: topic,
      fault: ["payment-methods-for-any-word", "payment-methods-for-unissued-keys"],
      async check(world) {
        await world.expect.refused(arrangeListing(world), { when: noApiKeys(world), status: [401] });
      },
    }),

    "answers-json": must("answer the payment methods of an application as JSON", {
      source: topic,
      fault: ["payment-methods-as-html", "payment-methods-as-text"],
      async check(world) {
        const answer = await listingOf(world);

        world.expect(answer).toBeAccepted().toBeJson().toMatchSchema("payment-methods");
      },
    }),

    "lists-enabled-only": should("list the payment methods of active providers only", {
      ...ofProviders,
      fault: "payment-methods-of-inactive-providers",
      async check(world) {
        const offer = await openOffer(world);

        await withdrawn(world, offer, deactivation);

        await expectOffered(world, offer.shop, offer.method, false);
        await expectOffered(world, offer.shop, offer.other, true);
      },
    }),

    "lists-nothing-without-providers": should("list no payment method before there is a provider for it", {
      ...ofProviders,
      fault: "payment-methods-fixed-list",
      async check(world) {
        const { method, other } = await openOffer(world);
        const empty = await openShop(world);

        await expectOffered(world, empty, method, false);
        await expectOffered(world, empty, other, false);
      },
    }),

    "follows-provider-changes": should("list payment methods as its providers have them now", {
      ...ofProviders,
      fault: ["payment-methods-cached", "payment-methods-never-come-back", "payment-methods-as-linked"],
      variants: withdrawals,
      async check(world, withdrawal) {
        const offer = await openOffer(world);

        await withdrawn(world, offer, withdrawal);
        await expectOffered(world, offer.shop, offer.method, false);
        await restored(world, offer, withdrawal);

        await expectOffered(world, offer.shop, offer.method, true);
      },
    }),

    "is-per-application": should("list the payment methods of the key's own application", {
      ...ofProviders,
      fault: "payment-methods-of-all-applications",
      async check(world) {
        const [own, elsewhere] = [await openOffer(world), await openOffer(world)];

        await withdrawn(world, own, deactivation);

        await expectOffered(world, own.shop, own.method, false);
        await expectOffered(world, elsewhere.shop, elsewhere.method, true);
      },
    }),
  },
});
