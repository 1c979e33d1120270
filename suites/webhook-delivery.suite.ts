import {
  arrived,
  arrivedTwice,
  causes,
  defineSuite,
  delivered,
  deliveredToEach,
  deliveredTwice,
  eventIdOf,
  expectAbout,
  expectAboutRefund,
  expectForeign,
  expectNamed,
  expectNothingOf,
  expectPost,
  expectSigned,
  expectSilenceAbout,
  expectSubscribed,
  expireIn,
  failedRefund,
  failures,
  guide,
  hook,
  must,
  openStore,
  pairOf,
  payIn,
  should,
  subscriptions,
  switchedTo,
  toldNoMore,
  toldOfCompleted,
  toldOfExpired,
  toldOfFailedRefunds,
  heardTest,
  heardHook,
  untold,
  whereServed,
} from "../src/suite/index.ts";
import { silenceRequirements } from "./webhook-delivery-silence.ts";

const source = guide("WH");
const ofSessions = { needs: ["receiver", "checkout"], source } as const;

export default defineSuite({
  name: "webhook-delivery",
  title: "Webhook deliveries",
  capability: "webhooks",
  requirements: {
    signs: must("sign each delivery with HMAC-SHA256 under its webhook's secret, over the bytes it sends", {
      needs: ["receiver"],
      source,
      fault: [
        "deliveries-unsigned",
        "deliveries-signed-with-sha1",
        "deliveries-signed-with-sha512",
        "deliveries-signed-over-sorted-body",
        "deliveries-signed-over-data",
        "deliveries-signed-in-tests-only",
        "deliveries-signed-with-fingerprint",
        "deliveries-signed-with-shortened-secret",
        "deliveries-not-signed-again",
        "deliveries-signed-anew-after-a-move",
        "deliveries-of-refunds-unsigned",
        "deliveries-by-put",
      ],
      variants: causes,
      async check(world, { cause }) {
        const { one, deliveries } = await cause(world);

        deliveries.forEach((delivery) => expectPost(delivery));
        deliveries.forEach((delivery) => expectSigned(world, delivery, one.webhook.signingSecret));
      },
    }),

    "wrong-secret-does-not-verify": must("sign so that the secret of no other webhook verifies", {
      needs: ["receiver"],
      source,
      fault: [
        "deliveries-one-secret-for-all",
        "deliveries-signed-with-first-secret",
        "deliveries-secret-of-the-application",
      ],
      async check(world) {
        const { id } = await world.given.application();
        const [first, second] = [await hook(world, id), await hook(world, id)];
        const elsewhere = await heardHook(world);
        const secrets = [first, second, elsewhere].map(({ webhook }) => webhook.signingSecret);

        const toFirst = await heardTest(world, first);
        const toSecond = await heardTest(world, second);

        expectForeign(toFirst.delivery, ...secrets.toSpliced(0, 1));
        expectForeign(toSecond.delivery, ...secrets.toSpliced(1, 1));
        expectForeign(elsewhere.delivery, ...secrets.toSpliced(2, 1));
      },
    }),

    "delivers-completed": must(
      "tell each subscribed webhook of a session that was paid, and of no other session",
      {
        ...ofSessions,
        fault: [
          "deliveries-none-of-completed",
          "deliveries-to-first-webhook-only",
          "deliveries-of-another-session",
          "deliveries-when-created",
          "deliveries-to-single-subscriptions-only",
          "deliveries-not-by-default",
        ],
        variants: subscriptions,
        async check(world, { wishes }) {
          const store = await openStore(world, wishes, wishes);
          expectSubscribed(store, "session.completed");
          const unpaid = await world.given.session({ apiKey: store.application.apiKey });

          const paid = await payIn(world, store);
          const [first, second] = await deliveredToEach(world, store, "session.completed");

          expectAbout(first, paid);
          expectAbout(second, paid);
          await expectSilenceAbout(store, unpaid);
        },
      },
    ),

    ...silenceRequirements,

    "delivers-only-subscribed": must("tell a webhook of the events alone that it is subscribed to", {
      ...ofSessions,
      fault: ["deliveries-to-all", "deliveries-by-kind-of-event"],
      async check(world) {
        const store = await openStore(world, toldOfCompleted, toldOfExpired, toldOfFailedRefunds);
        const [subscribed, ...others] = store.hooks;

        await payIn(world, store);
        await arrived(subscribed, "session.completed");

        await Promise.all(
          others.map((one) => untold(one, "nothing: it is not subscribed to session.completed")),
        );
      },
    }),

    "inactive-gets-nothing": must(
      "tell a webhook nothing while it is inactive, and again once it is active",
      {
        ...ofSessions,
        fault: [
          "deliveries-to-inactive",
          "deliveries-status-is-remembered",
          "deliveries-never-again",
          "deliveries-status-of-the-first",
        ],
        async check(world) {
          const store = await openStore(world, toldOfCompleted, toldOfCompleted);
          const [active, other] = pairOf(store);
          await payIn(world, store);
          await arrived(other, "session.completed");
          await switchedTo(world, other, false);

          await payIn(world, store);
          await arrived(active, "session.completed", 2);
          await toldNoMore(other, 1, "nothing more: it is inactive");
          await switchedTo(world, other, true);
          await payIn(world, store);

          await delivered(world, other, "session.completed, now that it is active again", 2);
        },
      },
    ),

    "delivers-refund-failed": must("tell a subscribed webhook of a refund that failed", {
      source,
      fault: [
        "deliveries-none-of-failed-refunds",
        "deliveries-of-failed-refunds-about-nothing",
        "deliveries-of-failed-refunds-to-all",
      ],
      variants: [
        {
          name: "a refund that its provider declined",
          capability: "refunds",
          needs: ["receiver", "checkout", "refundFailure"],
        },
      ],
      async check(world) {
        const store = await openStore(world, toldOfFailedRefunds, toldOfCompleted);
        const [told, other] = pairOf(store);
        const session = await payIn(world, store);
        await arrived(other, "session.completed");
        await untold(told, "nothing before a refund failed");

        const refundId = await failedRefund(world, session);
        const [first] = await delivered(world, told, "refund.failed");

        expectAboutRefund(first, refundId, session);
        await expectNothingOf(other, refundId, "it is not subscribed to refund.failed");
      },
    }),

    "delivers-expired": should("tell a subscribed webhook of a session that expired", {
      needs: ["receiver", "clock"],
      source,
      fault: "deliveries-none-of-expired",
      async check(world) {
        const { session, delivery } = await expireIn(world);

        expectAbout(delivery, session);
      },
    }),

    "names-the-event": should("say in a delivery which event it tells of", {
      ...ofSessions,
      fault: ["deliveries-without-type", "deliveries-type-of-the-status"],
      async check(world) {
        const store = await openStore(world, toldOfCompleted);
        await payIn(world, store);

        const [first] = await arrived(store.hooks[0], "session.completed");

        expectNamed(first, "session.completed");
      },
    }),

    "retries-failures": should("deliver again what a receiver did not take", {
      ...ofSessions,
      fault: [
        "deliveries-never-retried",
        "deliveries-retried-after-hang-ups-only",
        "deliveries-retried-without-data",
      ],
      variants: failures,
      async check(world, { reply }) {
        const store = await openStore(world, { ...toldOfCompleted, replies: [reply, {}] });
        const session = await payIn(world, store);

        const [, again] = await deliveredTwice(world, store.hooks[0], "session.completed");

        expectAbout(again, session);
      },
    }),

    "event-ids-are-unique": should("give each event an id of its own", {
      ...ofSessions,
      fault: ["deliveries-id-is-the-type", "deliveries-id-of-the-day", "deliveries-id-of-the-webhook"],
      async check(world) {
        const store = await openStore(world, toldOfCompleted);
        const [one] = store.hooks;
        await payIn(world, store);
        await payIn(world, store);

        const [first, second] = await arrivedTwice(one, "session.completed");

        world.expect.value(eventIdOf(second), "id of the second event").toDifferFrom(eventIdOf(first));
      },
    }),

    "deleted-gets-nothing": should("tell a webhook nothing once it is deleted", {
      ...ofSessions,
      fault: "deliveries-to-deleted",
      async check(world) {
        const store = await openStore(world, toldOfCompleted, toldOfCompleted);
        const [kept, deleted] = pairOf(store);
        const { id, applicationId } = deleted.webhook;
        whereServed(await world.management.deleteWebhook(applicationId, id), "webhooks can't be deleted");

        await payIn(world, store);
        await arrived(kept, "session.completed");

        await untold(deleted, "nothing: it is deleted");
      },
    }),
  },
});
