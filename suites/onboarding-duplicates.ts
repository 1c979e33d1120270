import {
  must,
  otherCases,
  raceOfDuplicates,
  reference,
  refuseDuplicate,
  refuseOtherCase,
  should,
  rfc,
} from "../src/suite/index.ts";

const source = reference("post merchants/signup");
const needs = ["invites"] as const;

/** The rows of the chapter about merchants who are there already. */
export const duplicateRequirements = {
  duplicate: must("refuse a merchant that is there already with 409, and leave that one as it is", {
    source,
    needs,
    fault: ["onboarding-duplicate-is-400", "onboarding-duplicate-takes-over"],
    check: refuseDuplicate,
  }),

  "duplicate-in-other-case": should("know an e-mail address again that is written in another case", {
    source: rfc(5321, "2.4"),
    needs,
    fault: "onboarding-other-case-is-another-merchant",
    variants: otherCases,
    check: (world, { spell }) => refuseOtherCase(world, spell),
  }),

  "duplicate-race": must("make one merchant of equal sign-ups that arrive together", {
    source,
    needs,
    fault: "onboarding-duplicates-race",
    check: (world) => world.rounds(2, () => raceOfDuplicates(world, 5)),
  }),
};
