import {
  descriptionsThatAreNoText,
  issuing,
  longestDescription,
  must,
  reference,
  should,
  tooLongDescriptions,
  withoutDescription,
} from "../src/suite/index.ts";

const issuingPage = reference("post applications/{id}/api-keys");

/** The rows of the chapter about what keys are called. */
export const descriptionRequirements = {
  "requires-description": must("refuse a key without a description", {
    source: issuingPage,
    fault: ["api-keys-description-optional", "api-keys-null-description"],
    async check(world) {
      await world.expect.refused(issuing(world), { when: withoutDescription, status: [400] });
    },
  }),

  "description-is-text": should("refuse a key whose description is no text", {
    source: issuingPage,
    fault: "api-keys-description-of-any-type",
    async check(world) {
      await world.expect.refused(issuing(world), { when: descriptionsThatAreNoText, status: [400] });
    },
  }),

  "limits-description": must("take descriptions of up to 50 characters", {
    source: issuingPage,
    fault: [
      "api-keys-description-of-51",
      "api-keys-description-of-49",
      "api-keys-description-cut",
      "api-keys-description-counted-in-bytes",
    ],
    variants: [
      { name: "letters", letter: "d" },
      { name: "letters beyond ASCII", letter: "é", level: "SHOULD" },
    ],
    async check(world, { letter }) {
      const { given, management, expect } = world;
      const { id } = await given.application();
      await given.apiKey(id);
      const description = letter.repeat(longestDescription);

      expect(await management.createApiKey(id, { description }))
        .toBeAccepted()
        .at("/description")
        .toEqual(description);
      await expect.refused(given.request("createApiKey"), {
        when: tooLongDescriptions(letter),
        status: [400],
      });
    },
  }),
};
