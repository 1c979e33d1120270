import {
  about,
  acceptVariations,
  allBreaches,
  defineSuite,
  documentedBreaches,
  everyOperation,
  must,
  nameBrokenFields,
  owasp,
  referenceBreaches,
  refuseBreaches,
  rfc,
  should,
  shownOperations,
  showVariations,
  surviveHostilities,
  variedOperations,
} from "../src/suite/index.ts";

export default defineSuite({
  name: "validation",
  title: "Validation",
  requirements: {
    "never-5xx": must("answer whatever it is sent without a server error", {
      source: about("errors"),
      fault: [
        "validation-null-credentials-crash",
        "validation-null-address-line-crashes",
        "validation-exponent-in-query-crashes",
        "validation-large-amount-crashes",
        "validation-lone-surrogate-crashes",
        "validation-languages-crash",
        "validation-provider-name-decoded-twice",
        "validation-null-contact-crashes",
      ],
      variants: everyOperation,
      check: (world, { operation }) => surviveHostilities(world, operation),
    }),

    "invalid-is-refused": must("refuse a body that breaks one documented constraint, and do nothing", {
      source: about("errors"),
      fault: [
        "validation-array-for-credentials",
        "validation-last-astral-character-uncounted",
        "validation-later-events-unchecked",
        "validation-empty-text-is-false",
        "validation-created-before-validation",
        "validation-changed-before-validation",
        "validation-refusal-without-envelope",
        "validation-list-of-addresses-taken",
        "validation-sign-up-before-validation",
      ],
      variants: allBreaches,
      check: refuseBreaches,
    }),

    "valid-is-accepted": should("accept every body that keeps to the documentation", {
      source: rfc(9110, "15.3"),
      fault: [
        "validation-backslash-refused",
        "validation-three-events-refused",
        "validation-escapes-refused",
        "validation-apostrophe-refused",
        "validation-names-of-letters-only",
      ],
      variants: variedOperations,
      check: (world, { operation }) => acceptVariations(world, operation),
    }),

    "valid-is-shown": should("show what it accepts as it was sent, wherever it shows it", {
      source: owasp("input"),
      fault: "validation-key-descriptions-without-emoji",
      variants: shownOperations,
      check: (world, { operation }) => showVariations(world, operation),
    }),

    "undocumented-constraints": should("refuse an order that nobody could deliver", {
      source: rfc(9110, "15.5.1"),
      fault: ["validation-quantity-rounded", "validation-currency-of-any-alphabet"],
      variants: [referenceBreaches],
      check: refuseBreaches,
    }),

    "names-the-field": should("name the field that a refused body is refused for", {
      source: about("errors"),
      fault: ["validation-blames-the-whole"],
      variants: documentedBreaches,
      check: nameBrokenFields,
    }),
  },
});
