import {
  bodyOfReply,
  cutTo,
  expectListedAs,
  expectReplaced,
  hook,
  longBodies,
  must,
  recorded,
  reference,
  refusingReplies,
  should,
  takingReplies,
  testedDead,
  triedAgain,
  triedHook,
  wideBodies,
} from "../src/suite/index.ts";

const received = {
  needs: ["receiver"],
  source: reference("post applications/{applicationId}/webhooks/{webhookId}/test"),
} as const;

/** The rows of the chapter about the test operation. */
export const testRequirements = {
  "test-reports-success": must("report a test that the receiver took as a success", {
    ...received,
    fault: ["webhooks-test-takes-200-only", "webhooks-test-says-200", "webhooks-test-without-body"],
    variants: takingReplies,
    async check(world, { reply }) {
      const one = await triedHook(world, reply);
      const { expect } = world;

      expect(one.answer).toBeAccepted().at("/success").toEqual(true);
      expect(one.answer).at("/httpStatusCode").toEqual(reply.status);
      expect(one.answer)
        .at("/responseBody")
        .toSatisfy(...bodyOfReply(one, reply));
    },
  }),

  "test-reports-failure-status": must("report a test that the receiver did not take as a failure", {
    ...received,
    fault: [
      "webhooks-test-any-answer-is-success",
      "webhooks-test-4xx-is-success",
      "webhooks-test-hides-failure-status",
      "webhooks-test-5xx-is-network-failure",
    ],
    variants: refusingReplies,
    async check(world, { reply }) {
      const one = await triedHook(world, reply);
      const { expect } = world;

      expect(one.answer).toBeAccepted().at("/success").toEqual(false);
      expect(one.answer).at("/httpStatusCode").toEqual(reply.status);
      expect(one.answer)
        .at("/responseBody")
        .toSatisfy(...bodyOfReply(one, reply));
    },
  }),

  "test-reports-network-failure": must(
    "report a receiver that can't be reached as a failure without status and body",
    {
      ...received,
      fault: [
        "webhooks-test-network-failure-is-502",
        "webhooks-test-network-failure-is-0",
        "webhooks-test-network-failure-tells-error",
        "webhooks-test-network-failure-crashes",
      ],
      async check(world) {
        await triedHook(world);
        const answer = await testedDead(world);

        world.expect(answer).toBeAccepted().at("/success").toEqual(false);
        world.expect(answer).at("/httpStatusCode").toBeNull();
        world.expect(answer).at("/responseBody").toBeNull();
      },
    },
  ),

  "test-truncates-body": must("report the first 1024 characters of the receiver's answer", {
    ...received,
    fault: [
      "webhooks-test-cuts-at-1000",
      "webhooks-test-cuts-at-1025",
      "webhooks-test-keeps-the-end",
      "webhooks-test-marks-the-cut",
    ],
    variants: longBodies,
    async check(world, { body, due }) {
      const { answer } = await triedHook(world, { body });

      world
        .expect(answer)
        .toBeAccepted()
        .at("/responseBody")
        .toSatisfy(...cutTo(body, due));
    },
  }),

  "test-counts-characters": should("count characters, not bytes, where it cuts the receiver's answer", {
    ...received,
    fault: "webhooks-test-cuts-bytes",
    variants: wideBodies,
    async check(world, { body, due }) {
      const { answer } = await triedHook(world, { body });

      world
        .expect(answer)
        .toBeAccepted()
        .at("/responseBody")
        .toSatisfy(...cutTo(body, due));
    },
  }),

  "test-is-recorded": must("show of the last test when it was and how it ended", {
    ...received,
    fault: [
      "webhooks-test-presumes-success",
      "webhooks-test-not-recorded",
      "webhooks-test-recorded-on-success",
      "webhooks-test-recorded-once",
      "webhooks-test-recorded-on-all",
    ],
    async check(world) {
      const { given } = world;
      const { id } = await given.application();
      const [sibling, one] = [
        await hook(world, id),
        await hook(world, id, { replies: [{}, { status: 500 }] }),
      ];

      const taken = await recorded(world, await triedAgain(world, one));
      await world.pause(1100);
      const refused = await recorded(world, await triedAgain(world, one));

      expectReplaced(world, taken, refused);
      await expectListedAs(world, sibling.webhook, { lastTestAt: null, lastTestStatus: null });
    },
  }),

  "test-measures-latency": should("report how long the receiver took", {
    ...received,
    fault: ["webhooks-latency-in-seconds", "webhooks-latency-is-zero"],
    async check(world) {
      const { answer } = await triedHook(world, { delayMs: 300 });

      world
        .expect(answer)
        .at("/latencyMs")
        .toBeBetween(290, answer.exchange.durationMs + 50);
    },
  }),
};
