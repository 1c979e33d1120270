import {
  about,
  acceptedCall,
  brokenBodies,
  brokenWithoutAccept,
  charsetVariants,
  compressedBodies,
  defineSuite,
  emptyBodies,
  foreignMediaTypes,
  hostileBodies,
  jsonSpellings,
  must,
  nonObjectBodies,
  operationsThatNeedBody,
  operationsWithBody,
  otherMediaTypes,
  oversizedBodies,
  owasp,
  rfc,
  should,
  survive,
  typicalOperations,
  withoutAccept,
  withoutContentType,
} from "../src/suite/index.ts";

const json = about("JSON");

export default defineSuite({
  name: "request-format",
  title: "Request format",
  requirements: {
    "accepts-charset-parameter": must("accept JSON whose media type comes with a charset", {
      source: json,
      fault: ["request-format-exact-media-type", "request-format-charset-in-lower-case"],
      variants: charsetVariants,
      async check({ given, expect }, { operation, spellings }) {
        await expect.accepted(given.request(operation), {
          when: spellings,
          hint: "compare the media type alone, in any case, and let UTF-8 be named",
        });
      },
    }),

    "accepts-any-spelling": must("accept the same JSON however it is spaced, escaped and ordered", {
      source: json,
      fault: ["request-format-one-line-only", "request-format-escapes-kept"],
      variants: typicalOperations,
      async check({ given, expect }, { operation }) {
        await expect.accepted(given.request(operation), { when: jsonSpellings });
      },
    }),

    "rejects-malformed-json": must("refuse a body that is no JSON with 400", {
      source: json,
      fault: [
        "request-format-reads-yaml",
        "request-format-stops-after-first-document",
        "request-format-reads-nan",
        "request-format-broken-refund-is-empty",
        "request-format-broken-json-crashes",
      ],
      variants: operationsWithBody,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: brokenBodies, status: [400] });
      },
    }),

    "rejects-other-media-types": must("refuse forms, multipart, XML and plain text, and do nothing", {
      source: json,
      fault: [
        "request-format-reads-forms",
        "request-format-ignores-media-type",
        "request-format-foreign-body-is-empty",
      ],
      variants: operationsWithBody,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: otherMediaTypes });
      },
    }),

    "rejects-non-object-bodies": must("refuse JSON that is no object with 400", {
      source: json,
      fault: ["request-format-unwraps-arrays", "request-format-null-is-empty"],
      variants: operationsWithBody,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: nonObjectBodies, status: [400] });
      },
    }),

    "rejects-empty-body": must("refuse an empty body with 400 where something is required", {
      source: about("status codes"),
      fault: ["request-format-empty-body-crashes", "request-format-empty-body-disables"],
      variants: operationsThatNeedBody,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: emptyBodies, status: [400] });
      },
    }),

    "survives-hostile-json": must("answer hostile JSON without a server error and go on serving", {
      source: about("status codes"),
      fault: [
        "request-format-deep-json-crashes",
        "request-format-nul-crashes",
        "request-format-hidden-methods-crash",
        "request-format-bad-utf-8-drops-connection",
        "request-format-huge-number-crashes-refund",
      ],
      variants: operationsWithBody,
      check: (world, { operation }) => survive(world, operation, hostileBodies),
    }),

    "rejects-missing-content-type": should("refuse a body without a media type with 400 or 415", {
      source: rfc(9110, "8.3"),
      fault: "request-format-guesses-media-type",
      variants: typicalOperations,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: [withoutContentType], status: [400, 415] });
      },
    }),

    "unsupported-media-is-415": should("refuse another media type with 415", {
      source: rfc(9110, "15.5.16"),
      fault: "request-format-other-media-is-400",
      variants: typicalOperations,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: foreignMediaTypes, status: [415] });
      },
    }),

    "needs-no-accept": should("answer JSON to a client that does not say what it accepts", {
      source: rfc(9110, "12.5.1"),
      fault: "request-format-demands-accept",
      variants: typicalOperations,
      async check({ given, expect }, { operation }) {
        await expect.accepted(given.request(operation), { when: withoutAccept });
        await expect.refused(given.request(operation), { when: brokenWithoutAccept, status: [400] });
      },
    }),

    "bounds-body-size": should("refuse a body of more than 1 MiB", {
      source: owasp("rest"),
      fault: ["request-format-unbounded-body", "request-format-large-body-crashes"],
      variants: typicalOperations,
      async check(world, { operation }) {
        const { call } = await acceptedCall(world, operation);

        const answers = await Promise.all(oversizedBodies.map(({ apply }) => world.attempt(apply(call))));

        world.expect.each(answers, (answer) => answer.toBeRefusedOrCutOff());
      },
    }),

    "survives-compressed-bodies": should("answer compressed bodies, bombs among them, without failing", {
      source: owasp("rest"),
      fault: ["request-format-inflates-bombs", "request-format-bad-gzip-crashes"],
      alone: true,
      variants: typicalOperations,
      check: (world, { operation }) => survive(world, operation, compressedBodies),
    }),
  },
});
