import {
  about,
  beginning,
  defineSuite,
  describedKeys,
  fullKeyOf,
  fullKeysShownOnce,
  guide,
  idsInPaths,
  issueDescribed,
  issuing,
  judgeStrength,
  keyAnswers,
  keysAtOnce,
  keysInTurn,
  keyHome,
  malformedIds,
  must,
  naming,
  owasp,
  payWith,
  readAboutKeys,
  reference,
  revocation,
  revoke,
  rfc,
  should,
  useEach,
} from "../src/suite/index.ts";
import { descriptionRequirements } from "./api-keys-descriptions.ts";
import { revocationRequirements } from "./api-keys-revocation.ts";

const issuingPage = reference("post applications/{id}/api-keys");
const revokingPage = reference("delete applications/{id}/api-keys/{keyId}");

export default defineSuite({
  name: "api-keys",
  title: "API keys",
  requirements: {
    "answers-match-schema": must("answer what it does with API keys in the documented form", {
      source: issuingPage,
      fault: ["api-keys-without-created-at", "api-keys-revocation-answers-null"],
      async check(world) {
        const { given, expect } = world;
        const { id } = await given.application();
        const key = await given.apiKey(id);

        expect(await revoke(world, key))
          .toBeAccepted()
          .toMatchSchema("empty");
      },
      observe: keyAnswers,
    }),

    "issues-full-key": must("issue a key that says where it belongs and that opens the payment operations", {
      source: guide("AK"),
      fault: [
        "api-keys-without-known-start",
        "api-keys-prefix-of-another-key",
        "api-keys-prefix-is-the-key",
        "api-keys-name-the-merchant",
        "api-keys-lose-description",
        "api-keys-escape-description",
        "api-keys-open-nothing",
      ],
      variants: describedKeys,
      async check(world, { describe }) {
        const { given, expect } = world;
        const { id, apiKey } = await keyHome(world);
        const pay = await payWith(world, "createSession", apiKey);
        const description = describe(given.name());

        const issued = await issueDescribed(world, id, description);
        const fullKey = fullKeyOf(issued);

        expect(issued)
          .at("/fullKey")
          .toMatch(/^ks_(live|test)_./, "a text after ks_live_ or ks_test_");
        expect(issued)
          .at("/keyPrefix")
          .toSatisfy(beginning(fullKey), "the beginning of the full key, and not all of it");
        expect(issued).at("/applicationId").toEqual(id);
        expect(issued).at("/description").toEqual(description);
        expect(await pay(fullKey), "a key is good from the moment it is issued").toBeLetIn();
      },
    }),

    "shows-full-key-once": must("show a full key in the answer that issues it, and never again", {
      source: guide("AK"),
      fault: ["api-keys-listed-in-full", "api-keys-repeat-the-previous", "api-keys-told-by-application"],
      async check(world) {
        const { given } = world;
        const { id } = await given.application();
        await given.apiKey(id);

        await readAboutKeys(world, id);
      },
      observe: fullKeysShownOnce,
    }),

    ...descriptionRequirements,

    "allows-several-keys": must("let an application have several keys, all of them good", {
      source: about("authentication"),
      fault: ["api-keys-replaced-by-the-next", "api-keys-issued-together-get-lost"],
      variants: [
        { name: "asked for one after the other", keysOf: keysInTurn },
        { name: "asked for at the same moment", keysOf: keysAtOnce },
      ],
      async check(world, { keysOf }) {
        const { expect } = world;
        const { id, apiKey } = await keyHome(world);
        const pay = await payWith(world, "readSession", apiKey);

        const fullKeys = (await keysOf(world, id, 4)).map(({ fullKey }) => fullKey);

        expect.value(new Set([apiKey, ...fullKeys]).size, "different keys").toEqual(5);
        expect.each(await useEach(pay, [apiKey, ...fullKeys]), (answer) => answer.toBeLetIn());
      },
    }),

    ...revocationRequirements,

    "unknown-application": must("answer 404 for the keys of an application that does not exist", {
      source: about("errors"),
      fault: ["api-keys-unknown-application-is-forbidden", "api-keys-issued-for-no-application"],
      variants: [
        { name: "issuing a key", arrange: issuing },
        { name: "revoking a key", arrange: revocation },
      ],
      async check(world, { arrange }) {
        const { given, expect } = world;
        const absent = naming("an application that does not exist", 1, given.absentId());

        await expect.refused(arrange(world), { when: [absent], status: [404] });
      },
    }),

    "unknown-key": must("answer 404 for a key that the application does not have", {
      source: about("errors"),
      fault: ["api-keys-unknown-key-is-revoked", "api-keys-revoked-through-any-application"],
      async check(world) {
        const { given, expect } = world;
        const other = await given.application();
        const absent = naming("a key that does not exist", 2, given.absentId());
        const foreign = naming("the key of another application", 1, other.id, 403, 404);

        await expect.refused(revocation(world), { when: [absent, foreign], status: [404] });
      },
    }),

    "malformed-id": must("refuse ids that are no UUID", {
      source: revokingPage,
      fault: ["api-keys-malformed-application-crashes", "api-keys-malformed-key-crashes"],
      variants: idsInPaths,
      async check(world, { arrange, place }) {
        await world.expect.refused(arrange(world), { when: malformedIds(place), status: [400, 404] });
      },
    }),

    "revoking-twice": should("answer 404 when a revoked key is revoked again", {
      source: rfc(9110, "15.5.5"),
      fault: "api-keys-revoked-twice",
      async check(world) {
        const { given, expect } = world;
        const { id } = await given.application();
        const key = await given.apiKey(id);
        const first = await revoke(world, key);

        const second = await revoke(world, key);

        expect(first).toBeAccepted();
        expect(second).toBeRefusedWith(404, 410);
      },
    }),

    "keys-are-unpredictable": should("make keys of at least 128 bits of chance", {
      source: owasp("sessions"),
      fault: ["api-keys-counted-up", "api-keys-short", "api-keys-of-the-clock"],
      async check(world) {
        const { given, note } = world;
        const { id } = await given.application();

        const keys = await keysAtOnce(world, id, 20);
        const { bits, shared } = judgeStrength(keys.map(({ fullKey }) => fullKey));

        note(`20 keys share their first ${shared} characters, and then vary by about ${bits} bits`);
      },
    }),
  },
});
