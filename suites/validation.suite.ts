import {
  about,
  acceptVariations,
  allBreaches,
  allOperations,
  defineSuite,
  documentedBreaches,
  must,
  nameBrokenFields,
  referenceBreaches,
  refuseBreaches,
  rfc,
  should,
  surviveHostilities,
  variedOperations,
} from "../src/suite/index.ts";

export default defineSuite({
  name: "validation",
  title: "Validation",
  requirements: {
    "never-5xx": must("answer whatever it is sent without a server error", {
      source: about("errors"),
      fault: ["validation-null-credentials-crash"],
      variants: allOperations,
      check: (world, { operation }) => surviveHostilities(world, operation),
    }),

    "invalid-is-refused": must("refuse a body that breaks one documented constraint, and do nothing", {
      source: about("errors"),
      fault: ["validation-null-credentials-crash"],
      variants: allBreaches,
      check: refuseBreaches,
    }),

    "valid-is-accepted": should("accept every body that keeps to the documentation", {
      source: rfc(9110, "15.3"),
      fault: ["validation-null-credentials-crash"],
      variants: variedOperations,
      check: (world, { operation }) => acceptVariations(world, operation),
    }),

    "undocumented-constraints": should("refuse an order that nobody could deliver", {
      source: rfc(9110, "15.5.1"),
      fault: ["validation-null-credentials-crash"],
      variants: [referenceBreaches],
      check: refuseBreaches,
    }),

    "names-the-field": should("name the field that a refused body is refused for", {
      source: about("errors"),
      fault: ["validation-null-credentials-crash"],
      variants: documentedBreaches,
      check: nameBrokenFields,
    }),
  },
});
