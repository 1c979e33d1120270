import {
  changed,
  deactivate,
  expectCredentialsKept,
  expectListed,
  expectMethodsCleared,
  expectMethodsReplaced,
  expectRotated,
  inTurn,
  linked,
  linkedAll,
  must,
  providerChanges,
  reference,
  rfc,
  rotations,
  should,
  statesOf,
} from "../src/suite/index.ts";

const changing = (what: string) =>
  reference(`patch applications/{applicationId}/providers/{providerName}/${what}`);

/** The rows of the chapter about changing a provider that is linked. */
export const changeRequirements = {
  "replaces-payment-methods": must("replace the payment methods of a provider by those that are sent", {
    source: changing("payment-methods"),
    fault: ["providers-methods-are-added", "providers-methods-only-answered"],
    variants: [
      { name: "by others and by all", judge: expectMethodsReplaced },
      { name: "by none", level: "SHOULD", judge: expectMethodsCleared },
    ],
    check: (world, { judge }) => judge(world),
  }),

  activates: must("activate a provider, however often it is told to", {
    source: changing("activate"),
    fault: ["providers-activation-toggles", "providers-activation-only-answered"],
    async check(world) {
      const { management, expect } = world;
      const one = await linked(world);
      const { applicationId, provider } = one;
      await changed(management.deactivateProvider(applicationId, provider.name), "deactivating");

      const answers = await inTurn(3, () => management.activateProvider(applicationId, provider.name));

      expect.each(answers, (answer) => answer.toBeAccepted().at("/isActive").toEqual(true));
      await expectListed(world, one, { isActive: true });
    },
  }),

  deactivates: must("deactivate a provider, however often it is told to", {
    source: changing("deactivate"),
    fault: ["providers-deactivation-repeated-is-409", "providers-deactivation-unlinks"],
    async check(world) {
      const { management, expect } = world;
      const one = await linked(world);
      const { applicationId, provider } = one;

      const answers = await inTurn(3, () => management.deactivateProvider(applicationId, provider.name));

      expect.each(answers, (answer) => answer.toBeAccepted().at("/isActive").toEqual(false));
      await expectListed(world, one, { isActive: false });
    },
  }),

  "rotates-key": must("take a new credential for a provider", {
    source: changing("api-key"),
    fault: [
      "providers-rotation-forgotten",
      "providers-rotation-keeps-fingerprint",
      "providers-rotation-works-once",
      "providers-rotation-refused",
      "providers-rotation-of-the-second-forgotten",
      "providers-rotation-reaches-the-first",
    ],
    variants: rotations,
    async check(world, { times, open }) {
      const [one, ...others] = await open(world);

      await expectRotated(world, one, times);

      await expectCredentialsKept(world, others);
    },
  }),

  "changes-nothing-else": should("leave alone what a change of a provider is not about", {
    source: rfc(5789, "2"),
    fault: [
      "providers-rotation-activates",
      "providers-deactivation-of-all",
      "providers-activation-clears-methods",
      "providers-rotation-keeps-one-method",
      "providers-methods-set-for-all",
    ],
    variants: providerChanges,
    async check(world, { carryOut, changes }) {
      const links = await linkedAll(world);
      const active = await statesOf(world, links, ["isActive", ...changes]);
      await changed(deactivate(world, links[0]), "deactivating");
      const inactive = await statesOf(world, links, changes);

      await changed(carryOut(world, links[0]), "the change");

      const where = "the provider, and the others, afterwards";
      world.expect.value(await statesOf(world, links, changes), where).toEqual(inactive);
      world.expect.value(await statesOf(world, links, ["isActive", ...changes]), where).toEqual(active);
    },
  }),
};
