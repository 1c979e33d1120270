import {
  addresses,
  answersOfEachKind,
  beSecure,
  closeToForeignPages,
  defineSuite,
  namesNoTechnology,
  onlyTell,
  overridable,
  owasp,
  pathsToProbe,
  refuseVersion,
  requireTls,
  retiredVersions,
  rfc,
  should,
  stayAGet,
} from "../src/suite/index.ts";

export default defineSuite({
  name: "transport",
  title: "Transport",
  requirements: {
    https: should("be reached by https", {
      source: owasp("rest"),
      fault: "transport-checkout-over-http",
      variants: addresses,
      check: (world, address) => beSecure(world, address),
    }),

    "tls-1.2-or-better": should("refuse versions of TLS before 1.2", {
      source: rfc(8996, "4"),
      fault: ["transport-old-tls", "transport-tls-1-1"],
      variants: retiredVersions,
      check: (world, { version }) => refuseVersion(world, version),
    }),

    hsts: should("tell browsers to come back by https only", {
      source: rfc(6797, "7.1"),
      fault: ["transport-no-hsts", "transport-hsts-of-no-time", "transport-no-hsts-on-errors"],
      async check(world) {
        requireTls(world);

        const answers = await answersOfEachKind(world);

        world.expect.each(answers, (answer) =>
          answer
            .header("Strict-Transport-Security")
            .toMatch(/\bmax-age\s*=\s*"?0*[1-9]/i, "a max-age above 0"),
        );
      },
    }),

    "no-sniff": should("forbid browsers to guess at the type of an answer", {
      source: owasp("rest"),
      fault: ["transport-no-nosniff", "transport-no-nosniff-on-errors"],
      async check(world) {
        const answers = await answersOfEachKind(world);

        world.expect.each(answers, (answer) =>
          answer.header("X-Content-Type-Options").toMatch(/^\s*nosniff\s*$/i, "nosniff"),
        );
      },
    }),

    "no-technology-banner": should("not say which software it runs, and in which version", {
      source: owasp("headers"),
      fault: ["transport-powered-by", "transport-server-version-on-errors"],
      async check(world) {
        namesNoTechnology(await answersOfEachKind(world));
      },
    }),

    "cors-is-not-wide-open": should("not let pages of any origin in with credentials", {
      source: owasp("rest"),
      fault: [
        "transport-cors-star-with-credentials",
        "transport-cors-reflects",
        "transport-cors-trusts-null",
        "transport-cors-by-beginning",
      ],
      check: closeToForeignPages,
    }),

    "options-and-head-are-safe": should("do nothing when asked by OPTIONS or HEAD", {
      source: rfc(9110, "9.2.1"),
      fault: [
        "transport-head-revokes",
        "transport-options-crashes",
        "transport-options-activates",
        "transport-head-refunds",
        "transport-head-of-list-crashes",
      ],
      variants: pathsToProbe,
      check: (world, { operation }) => onlyTell(world, operation),
    }),

    "get-stays-get": should("do nothing when asked by a GET that names another method", {
      source: rfc(9110, "9.2.1"),
      fault: ["transport-method-from-a-header", "transport-method-from-the-query"],
      variants: overridable,
      check: (world, { operation }) => stayAGet(world, operation),
    }),
  },
});
