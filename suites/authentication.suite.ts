import {
  about,
  alikeLogins,
  blankedPasswords,
  defineSuite,
  eachAttempted,
  eachRefused,
  incompleteCredentials,
  isSecretIssued,
  isUnauthorized,
  malformedAuthorizations,
  managementOperations,
  must,
  owasp,
  passwordOfAnother,
  paymentOperations,
  protectedOperations,
  reference,
  rfc,
  schemeSpellings,
  secretOperations,
  should,
  tokensInQuery,
  unknownEmails,
  unknownKeys,
  unlawfulLengths,
  withCredential,
  withoutCredential,
  wrongPasswords,
} from "../src/suite/index.ts";

const login = reference("post auth/login");

export default defineSuite({
  name: "authentication",
  title: "Authentication",
  requirements: {
    "issues-token": must("answer valid credentials with an access token and its lifetime", {
      source: login,
      fault: ["authentication-lifetime-as-text", "authentication-token-renamed"],
      async check({ visitor, given, expect }) {
        const answer = await visitor.login(given.merchant);

        expect(answer).toBeAccepted().toMatchSchema("login-response");
      },
    }),

    "accepts-issued-token": must("accept the token it issued", {
      source: about("authentication"),
      fault: [
        "authentication-second-token-refused",
        "authentication-token-refused-by-one-list",
        "authentication-token-works-once",
      ],
      variants: managementOperations,
      async check({ given, send, expect }, { operation }) {
        const token = await given.token();
        const { call } = await given.request(operation);
        const fresh = withCredential("fresh", token);

        const answers = await eachAttempted([fresh, fresh], call, send);

        expect.each(answers, (answer) => answer.toBeLetIn());
      },
    }),

    "rejects-wrong-password": must("refuse a wrong password with 401", {
      source: about("status codes"),
      fault: [
        "authentication-any-password",
        "authentication-password-ignores-case",
        "authentication-password-begins-in-either-case",
        "authentication-password-by-prefix",
        "authentication-password-continued",
        "authentication-login-cached-by-email",
      ],
      async check(world) {
        await eachRefused(world, "login", { when: wrongPasswords, status: [401] });
      },
    }),

    "blanks-are-part-of-a-password": should("refuse a password with a blank about it", {
      source: owasp("authentication"),
      fault: "authentication-trims-passwords",
      optional: true,
      async check(world) {
        await eachRefused(world, "login", { when: blankedPasswords(world.facts), status: [400, 401] });
      },
    }),

    "rejects-password-of-another": must("refuse the password of another merchant with 401", {
      source: about("status codes"),
      needs: ["secondMerchant"],
      fault: "authentication-password-of-any-merchant",
      async check({ given, expect, facts }) {
        await expect.refused(given.request("login"), { when: [passwordOfAnother(facts)], status: [401] });
      },
    }),

    "rejects-unknown-email": must("refuse an unknown e-mail address with 401", {
      source: about("status codes"),
      fault: [
        "authentication-unknown-email-is-404",
        "authentication-unknown-email-crashes",
        "authentication-email-by-ending",
        "authentication-email-as-pattern",
        "authentication-email-of-any-domain",
      ],
      async check({ given, expect }) {
        await expect.refused(given.request("login"), { when: unknownEmails(given.values), status: [401] });
      },
    }),

    "rejects-missing-fields": must("refuse a login without a textual e-mail address and password with 400", {
      source: login,
      fault: [
        "authentication-accepts-query-operators",
        "authentication-empty-password-is-401",
        "authentication-email-in-array",
        "authentication-null-email-crashes",
      ],
      async check({ given, expect }) {
        await expect.refused(given.request("login"), { when: incompleteCredentials, status: [400] });
      },
    }),

    "enforces-password-length": must("never accept a password of 15 or of 33 characters", {
      source: login,
      fault: [
        "authentication-long-password-cut",
        "authentication-password-by-its-start",
        "authentication-password-length-crashes",
      ],
      async check(world) {
        await eachRefused(world, "login", { when: unlawfulLengths, status: [400, 401] });
      },
    }),

    "management-needs-credential": must("refuse a management request without credentials with 401", {
      source: about("authentication"),
      fault: [
        "authentication-open-status-toggle",
        "authentication-open-webhook-test",
        "authentication-missing-credential-is-403",
        "authentication-missing-credential-redirects",
      ],
      variants: managementOperations,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: [withoutCredential], status: [401] });
      },
    }),

    "payment-needs-credential": must("refuse a payment request without credentials with 401", {
      source: about("authentication"),
      fault: [
        "authentication-open-session-reads",
        "authentication-open-refunds",
        "authentication-open-payment-methods",
        "authentication-missing-key-is-400",
      ],
      variants: paymentOperations,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: [withoutCredential], status: [401] });
      },
    }),

    "rejects-unknown-key": must("refuse an API key that it never issued with 401", {
      source: about("status codes"),
      fault: [
        "authentication-key-by-prefix",
        "authentication-key-cut",
        "authentication-key-continued",
        "authentication-key-ignores-case",
      ],
      variants: paymentOperations,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: unknownKeys, status: [401] });
      },
    }),

    "rejects-malformed-authorization": must(
      "refuse an Authorization value that is not one bearer token with 401",
      {
        source: about("authentication"),
        fault: [
          "authentication-bare-token",
          "authentication-first-of-two-tokens",
          "authentication-any-scheme",
          "authentication-scheme-anywhere",
          "authentication-scheme-stripped",
          "authentication-basic-user",
          "authentication-null-token-crashes",
        ],
        variants: protectedOperations,
        async check({ given, expect }, { operation }) {
          await expect.refused(given.request(operation), { when: malformedAuthorizations, status: [401] });
        },
      },
    ),

    "api-key-does-not-manage": must("refuse an API key on management operations", {
      source: about("authentication"),
      fault: [
        "authentication-key-manages",
        "authentication-key-lists-providers",
        "authentication-key-refused-after-the-deed",
      ],
      variants: managementOperations,
      async check({ given, expect }, { operation }) {
        const { apiKey } = await given.sharedApplication();
        const key = withCredential("with an API key", apiKey);
        await expect.refused(given.request(operation), { when: [key], status: [401, 403] });
      },
    }),

    "jwt-does-not-pay": should("refuse a JWT on payment operations", {
      source: about("authentication, against the reference's label"),
      fault: ["authentication-jwt-pays", "authentication-jwt-reads-sessions"],
      variants: paymentOperations,
      async check({ given, expect }, { operation }) {
        const jwt = withCredential("with a JWT", await given.token());
        await expect.refused(given.request(operation), { when: [jwt], status: [401, 403] });
      },
    }),

    "hides-which-part-was-wrong": should("answer an unknown e-mail address and a wrong password alike", {
      source: owasp("authentication"),
      fault: [
        "authentication-tells-unknown-email",
        "authentication-unknown-email-has-code",
        "authentication-hashes-for-known-email-only",
      ],
      alone: true,
      check: alikeLogins,
    }),

    challenges: should("challenge with WWW-Authenticate when it answers 401", {
      source: rfc(9110, "11.6.1"),
      fault: ["authentication-no-challenge", "authentication-no-challenge-for-keys"],
      variants: protectedOperations,
      async check({ given, attempt }, { operation }) {
        const { call } = await given.request(operation);
        await attempt(withoutCredential.apply(call));
      },
      observe: {
        when: isUnauthorized,
        check: ({ expect }, answer) => expect(answer).header("WWW-Authenticate").toBeText(),
      },
    }),

    "scheme-is-case-insensitive": should("accept the scheme in any case", {
      source: rfc(9110, "11.1"),
      fault: ["authentication-scheme-case", "authentication-scheme-case-for-keys"],
      variants: protectedOperations,
      async check({ given, send, expect }, { operation }) {
        const { call } = await given.request(operation);

        const answers = await eachAttempted(schemeSpellings, call, send);

        expect.each(answers, (answer) => answer.toBeLetIn());
      },
    }),

    "ignores-token-in-query": should("refuse a token that is passed in the URL", {
      source: rfc(6750, "5.3"),
      fault: ["authentication-token-in-query", "authentication-key-in-query"],
      variants: protectedOperations,
      async check({ given, expect }, { operation }) {
        await expect.refused(given.request(operation), { when: tokensInQuery });
      },
    }),

    "secrets-are-not-cacheable": should("forbid caches to keep tokens, full keys and signing secrets", {
      source: rfc(6749, "5.1"),
      fault: [
        "authentication-cacheable-token",
        "authentication-cacheable-key",
        "authentication-cacheable-signing-secret",
      ],
      variants: secretOperations,
      async check({ given, send }, { operation }) {
        const { call } = await given.request(operation);
        await send(call);
      },
      observe: {
        when: isSecretIssued,
        check: ({ expect }, answer) =>
          expect(answer)
            .header("Cache-Control")
            .toMatch(/\bno-store\b/i, "no-store"),
      },
    }),
  },
});
