import {
  about,
  acceptedAnswer,
  allOperations,
  attemptEach,
  defineSuite,
  disguises,
  everyAnswer,
  everyError,
  everyPutOff,
  everyRefusal,
  everySuccess,
  isMethodNotAllowed,
  isPutOff,
  mayBeAbsent,
  mistypedBodies,
  must,
  operationsWithBody,
  owasp,
  provocations,
  provoked,
  rfc,
  should,
  tryMethods,
  twoBadFields,
  unknownRoutes,
  wrongMethods,
} from "../src/suite/index.ts";

const errors = about("errors");

export default defineSuite({
  name: "error-envelope",
  title: "Error envelope",
  requirements: {
    "has-the-three-fields": must("give every error a statusCode, a message and an error", {
      source: errors,
      fault: ["error-envelope-problem-details", "error-envelope-bare-401"],
      variants: provocations,
      async check(world, provocation) {
        await provoked(world, provocation);
      },
      observe: everyError(({ expect }, answer) => expect.envelope(answer).toHaveTheThreeFields()),
    }),

    "status-code-agrees": must("give in statusCode the HTTP status, as a number", {
      source: errors,
      fault: ["error-envelope-status-as-text", "error-envelope-conflict-says-400"],
      variants: provocations,
      async check(world, provocation) {
        await provoked(world, provocation);
      },
      observe: everyError(({ expect }, answer) => expect.envelope(answer).toAgreeWithStatus()),
    }),

    "message-is-text": must("give in message a sentence, or several", {
      source: errors,
      fault: ["error-envelope-message-by-field", "error-envelope-blank-message"],
      variants: provocations,
      async check(world, provocation) {
        await provoked(world, provocation);
      },
      observe: everyError(({ expect }, answer) => expect.envelope(answer).toExplain()),
    }),

    "is-json": must("answer every error in JSON, and say so", {
      source: errors,
      fault: ["error-envelope-html-not-found", "error-envelope-broken-json-is-text"],
      variants: provocations,
      async check(world, provocation) {
        await provoked(world, provocation);
      },
      observe: everyError(({ expect }, answer) => expect(answer).toBeJson()),
    }),

    "unknown-route": must("answer 404 in the envelope where there is nothing, and survive odd paths", {
      source: about("status codes"),
      fault: [
        "error-envelope-nothing-is-fine",
        "error-envelope-bad-escape-crashes",
        "error-envelope-nothing-is-html",
      ],
      variants: unknownRoutes,
      check: (world, { find }) => find(world),
    }),

    "success-is-json": must("answer every success in JSON, an empty one with {}", {
      source: about("JSON"),
      fault: ["error-envelope-empty-204", "error-envelope-success-without-media-type"],
      variants: allOperations,
      async check(world, { operation }) {
        await acceptedAnswer(world, operation);
      },
      observe: everySuccess(({ expect }, answer) =>
        expect(answer, "answer {} where there is nothing to tell").toBeJson(),
      ),
    }),

    "success-is-no-error": must("never hide an error in a success", {
      source: about("status codes"),
      fault: "error-envelope-missing-key-in-200",
      variants: disguises,
      async check(world, provocation) {
        await provoked(world, provocation);
      },
      observe: everySuccess(({ expect }, answer) => expect.envelope(answer).toBeNoDisguisedError()),
    }),

    "no-server-error": must("answer no request of the run with a bare server error", {
      source: about("status codes"),
      fault: ["error-envelope-null-crashes", "error-envelope-bad-gateway-page"],
      variants: operationsWithBody,
      async check(world, { operation }) {
        await attemptEach(world, operation, mistypedBodies);
      },
      observe: everyAnswer(({ expect }, answer) =>
        expect.envelope(answer).toBeNoServerError(mayBeAbsent(answer)),
      ),
    }),

    "validation-names-fields": should("name each of two bad fields in the messages", {
      source: errors,
      fault: "error-envelope-first-message-only",
      variants: twoBadFields,
      async check(world, badFields) {
        const answer = await provoked(world, badFields);

        world.expect.envelope(answer).toNameFields(...badFields.fields);
      },
    }),

    "error-is-the-reason-phrase": should("give in error what HTTP calls the status", {
      source: rfc(9110, "15"),
      fault: "error-envelope-error-is-a-code",
      variants: provocations,
      async check(world, provocation) {
        await provoked(world, provocation);
      },
      observe: everyError(({ expect }, answer) => expect.envelope(answer).toGiveTheReason()),
    }),

    "wrong-method": should("answer a wrong method with 404, or with 405 and what is allowed", {
      source: rfc(9110, "15.5.6"),
      fault: ["error-envelope-405-without-allow", "error-envelope-wrong-method-crashes"],
      variants: wrongMethods,
      async check(world, wrong) {
        const answers = await tryMethods(world, wrong);

        world.expect.each(answers, (answer) => answer.toBeRefusedWith(404, 405));
        world.expect.each(answers.filter(isMethodNotAllowed), (answer) =>
          answer.header("Allow").toBePresent(),
        );
      },
    }),

    "leaks-nothing": should("tell nothing of its inside, nor of credentials, in an error", {
      source: owasp("errors"),
      fault: [
        "error-envelope-shows-stack",
        "error-envelope-shows-sql",
        "error-envelope-echoes-token",
        "error-envelope-echoes-password",
      ],
      variants: provocations,
      async check(world, provocation) {
        await provoked(world, provocation);
      },
      observe: everyRefusal(({ expect }, answer) => expect.envelope(answer).toLeakNothing()),
    }),

    "rate-limit-says-when": should("say with 429 and 503 when to come back", {
      source: rfc(9110, "10.2.3"),
      fault: "error-envelope-rate-limit-without-end",
      async check({ given, together, note }) {
        const { id } = await given.session();

        const answers = await together(20, (api) => api.payments.readSession(id));

        note(`20 reads at once: ${answers.filter(isPutOff).length} put off for good`);
      },
      observe: everyPutOff(({ expect }, answer) => expect.envelope(answer).toSayWhenToComeBack()),
    }),
  },
});
