import {
  expectToldApart,
  idsOfName,
  likeNames,
  may,
  must,
  otherMerchant,
  outcome,
  owasp,
  patternNames,
  reference,
  should,
  silence,
  switched,
} from "../src/suite/index.ts";

const creation = reference("post applications");

/** The rows of the chapter about names that are taken. */
export const nameRequirements = {
  "duplicate-name": must("refuse a second application of one name", {
    source: creation,
    fault: ["applications-names-not-unique", "applications-only-last-name-is-taken"],
    variants: [
      { name: "with the same description", description: "made by a conformance run" },
      { name: "with another description", description: "another shop" },
    ],
    async check({ management, given, expect }, { description }) {
      const { name } = await given.application();
      await given.application();

      const second = await management.createApplication({ name, description });

      expect(second).toBeRefusedWith(409);
    },
  }),

  "duplicate-of-disabled": should("keep the name of a disabled application taken", {
    source: creation,
    fault: "applications-disabled-frees-name",
    async check({ management, given, expect }) {
      const { id, name } = await given.application();
      await switched(management, id, false);

      const second = await management.createApplication({ name, description: "another shop" });

      expect(second).toBeRefusedWith(409);
    },
  }),

  "like-names": must("take no name for taken that only begins like one that is", {
    source: creation,
    fault: "applications-names-compared-by-beginning",
    variants: likeNames,
    check: expectToldApart,
  }),

  "names-are-no-patterns": should("read no name as a pattern when it looks for one that is taken", {
    source: owasp("input"),
    fault: ["applications-names-compared-by-like", "applications-names-compared-by-pattern"],
    variants: patternNames,
    check: expectToldApart,
  }),

  "duplicate-creates-nothing": must("create nothing when it refuses a name that is taken", {
    optional: true,
    source: creation,
    fault: "applications-duplicate-is-created",
    alone: true,
    async check(world) {
      const { id, name } = await world.given.application();
      await world.given.refusal(world.management.createApplication({ name }));

      const ids = await idsOfName(world, name);

      world.expect.value(ids, "ids of the applications of that name").toEqual([id]);
    },
  }),

  "names-are-per-merchant": must("let two merchants use one name", {
    needs: ["secondMerchant"],
    source: creation,
    fault: "applications-names-are-global",
    async check(world) {
      const other = await otherMerchant(world);
      const { name } = await world.given.application();

      const same = await other.createApplication({ name });

      world.expect(same, "a name need only be new to its merchant").toBeAccepted();
    },
  }),

  "duplicate-race": must("create one application of many of one name that arrive together", {
    source: creation,
    fault: "applications-names-race",
    async check({ management, given, expect, together, rounds }) {
      await rounds(3, async () => {
        const name = given.name();

        const order = { name, description: "a shop" };

        const twins = await together(20, (api) => api.management.createApplication(order));
        expect.twins(twins).toAcceptOne(409, 429, 503);
        const later = await management.createApplication(order);

        expect(later).toBeRefusedWith(409);
      });
    },
  }),

  "name-case": may("tell names apart by case and blanks", {
    source: silence(),
    fault: [],
    async check({ management, given, note }) {
      const { name } = await given.application();

      const upper = await management.createApplication({ name: name.toUpperCase() });
      const blanks = await management.createApplication({ name: ` ${name} ` });

      note(`a name in another case: ${outcome(upper)}; with blanks about it: ${outcome(blanks)}`);
    },
  }),
};
