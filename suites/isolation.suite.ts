import {
  about,
  answerTheOneWhoAsks,
  apiKeyVerbs,
  applicationVerbs,
  defineSuite,
  foreignSessions,
  guide,
  idempotencyDraft,
  intrusions,
  keepTwinsApart,
  listsOfOwners,
  must,
  namedByPath,
  namedOwners,
  naming,
  owasp,
  owned,
  ownUsesOfKeys,
  ownedByIdVerbs,
  payThroughOwnProviders,
  providerVerbs,
  sessionIntrusions,
  sharedKeys,
  should,
  strangersKey,
  tellNoExistence,
  watchPaymentMethods,
  webhookVerbs,
  type OperationVariant,
  type World,
} from "../src/suite/index.ts";

const forbidden = { source: about("status codes: 403 and 404"), needs: ["secondMerchant"] } as const;

async function staysOutOfReach(world: World, { operation }: OperationVariant): Promise<void> {
  const ours = await owned(world, operation);
  const when = await intrusions(world, operation);

  await world.expect.refused(ours, { when, status: [403, 404] });
}

export default defineSuite({
  name: "isolation",
  title: "Isolation",
  requirements: {
    "another-applications-session": must("keep a session from everybody but the application that made it", {
      source: about("status codes: 403 and 404"),
      fault: [
        "isolation-sessions-of-the-whole-merchant",
        "isolation-refunds-any-session",
        "isolation-session-in-upper-case",
        "isolation-reads-sessions-once-paid",
        "isolation-refunds-what-has-a-refund",
      ],
      variants: foreignSessions,
      async check(world, { arrange, stranger }) {
        const key = await strangersKey(world, stranger);

        const ours = await arrange(world);

        await world.expect.refused(ours, { when: sessionIntrusions(key), status: [403, 404] });
      },
    }),

    "another-applications-idempotency-key": must(
      "reveal and change nothing when another application uses an idempotency key again",
      {
        source: about("idempotency"),
        fault: [
          "isolation-one-space-of-keys",
          "isolation-keys-of-the-whole-merchant",
          "isolation-refund-key-of-everybody",
        ],
        variants: sharedKeys,
        async check(world, { meet }) {
          const { expect } = world;
          const { answer, secrets, before, after } = await meet(world);

          expect(answer, "keys of two applications have nothing to do with each other").toSayNothingOf(
            ...secrets,
          );
          expect.value(after, "what the first application holds", answer).toEqual(before);
        },
      },
    ),

    "idempotency-key-at-the-same-moment": must(
      "keep two applications apart that use one idempotency key at the same moment",
      {
        source: about("idempotency"),
        fault: "isolation-twins-of-two-applications",
        check: (world) => world.rounds(2, () => keepTwinsApart(world)),
      },
    ),

    "idempotency-keys-are-per-application": should(
      "serve an application whose idempotency key another one has used",
      {
        source: idempotencyDraft(),
        fault: ["isolation-used-keys-are-taken-for-all", "isolation-used-refund-keys-are-taken-for-all"],
        variants: ownUsesOfKeys,
        check: (world, { judge }) => judge(world),
      },
    ),

    "another-merchants-application": must("keep another merchant's applications out of reach", {
      ...forbidden,
      fault: [
        "isolation-status-of-any-application",
        "isolation-status-set-before-the-look",
        "isolation-status-set-where-nobody-looks",
        "isolation-reads-any-application",
      ],
      variants: applicationVerbs,
      check: staysOutOfReach,
    }),

    "another-merchants-api-keys": must("keep another merchant's API keys out of reach", {
      ...forbidden,
      fault: [
        "isolation-issues-keys-for-anybody",
        "isolation-revokes-through-own-application",
        "isolation-lists-keys-of-anybody",
        "isolation-revokes-and-says-404",
      ],
      variants: apiKeyVerbs,
      check: staysOutOfReach,
    }),

    "another-merchants-providers": must("keep another merchant's providers out of reach", {
      ...forbidden,
      capability: "providers",
      fault: [
        "isolation-rotates-anybodys-provider-key",
        "isolation-deactivates-and-says-404",
        "isolation-lists-providers-of-anybody",
        "isolation-links-and-says-403",
      ],
      variants: providerVerbs,
      check: staysOutOfReach,
    }),

    "another-merchants-webhooks": must("keep another merchant's webhooks out of reach", {
      ...forbidden,
      capability: "webhooks",
      fault: [
        "isolation-webhooks-by-id-alone",
        "isolation-tests-anybodys-webhook",
        "isolation-creates-webhook-and-says-404",
      ],
      variants: webhookVerbs,
      check: staysOutOfReach,
    }),

    "another-applications-providers": must("route an application's payments through its own providers only", {
      source: guide("RT"),
      capability: "providers",
      fault: "isolation-providers-of-the-whole-merchant",
      check: payThroughOwnProviders,
    }),

    "lists-hold-own-only": must("list nothing that belongs to somebody else", {
      source: about("status codes: 403 and 404"),
      fault: [
        "isolation-webhooks-of-the-whole-merchant",
        "isolation-counts-webhooks-of-others",
        "isolation-lists-all-applications",
        "isolation-refunds-of-other-sessions",
        "isolation-keys-listed-for-the-merchant",
      ],
      variants: listsOfOwners,
      async check(world, { watch }) {
        const { before, after, answer } = await watch(world);

        world.expect.value(after, "list of the one, after the other got something", answer).toEqual(before);
      },
    }),

    "payment-methods-of-others": should(
      "offer an application no payment methods of another one's providers",
      {
        source: guide("RT"),
        capability: "providers",
        fault: "isolation-payment-methods-of-the-merchant",
        async check(world) {
          const { before, after, answer } = await watchPaymentMethods(world);

          world.expect
            .value(after, "payment methods, after another application got more", answer)
            .toEqual(before);
        },
      },
    ),

    "answers-the-one-who-asks": must("give each application its own answers when many ask at once", {
      source: about("authentication"),
      fault: "isolation-caller-shared-between-requests",
      check: (world) => world.rounds(2, () => answerTheOneWhoAsks(world)),
    }),

    "ids-belong-to-their-application": should("find an id only through the application that it belongs to", {
      source: owasp("authorization"),
      fault: ["isolation-key-through-a-sibling", "isolation-webhook-through-a-sibling"],
      variants: ownedByIdVerbs,
      async check(world, { operation }) {
        const ours = await owned(world, operation);
        const sibling = await world.given.application();
        const through = naming("through another application of the merchant", 1, sibling.id);

        await world.expect.refused(ours, { when: [through], status: [403, 404] });
      },
    }),

    "owner-in-the-body": should("never let a body say whom its thing belongs to", {
      source: owasp("massAssignment"),
      fault: ["isolation-owner-from-the-body", "isolation-owner-from-a-strict-body"],
      variants: namedOwners,
      check: (world, { check }) => check(world),
    }),

    "no-existence-oracle": should("answer an id of somebody else like one that names nothing", {
      source: owasp("authorization"),
      fault: [
        "isolation-foreign-application-is-403",
        "isolation-foreign-session-has-its-own-words",
        "isolation-foreign-webhook-is-403",
      ],
      variants: namedByPath,
      check: (world, { operation }) => tellNoExistence(world, operation),
    }),
  },
});
