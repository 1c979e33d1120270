import { about, defineSuite, must, obeyModel, should, stated, suggested } from "../src/suite/index.ts";

export default defineSuite({
  name: "lifecycle",
  title: "Lifecycles",
  requirements: {
    "obeys-model": must("agree with the contract after every step of any sequence of requests", {
      source: about("resources and their states"),
      fault: [
        "lifecycle-deactivated-fallback-once-used",
        "lifecycle-excess-after-deactivation",
        "lifecycle-key-with-sessions-stays",
        "lifecycle-link-activates-siblings",
        "lifecycle-new-key-revives-revoked",
        "lifecycle-replay-undoes-refunds",
        "lifecycle-rotation-restores-methods",
        "lifecycle-second-refund-can-be-repeated",
        "lifecycle-second-revocation-revives-first",
        "lifecycle-third-application-shares-sessions",
        "lifecycle-webhooks-moved-wake-others",
        "lifecycle-webhooks-new-one-ends-first",
      ],
      check: (world) => obeyModel(world, stated),
    }),

    "obeys-full-model": should(
      "agree with it when applications are disabled, sessions expire and refunds fail",
      {
        source: about("resources and their states"),
        fault: [
          "lifecycle-enabling-forgets-revocations",
          "lifecycle-expired-payable-beside-paid",
          "lifecycle-failed-refund-ends-session",
        ],
        variants: suggested,
        check: obeyModel,
      },
    ),
  },
});
