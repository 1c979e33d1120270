import {
  arrived,
  arrivedAbout,
  causes,
  countWhenStill,
  defineSuite,
  delivered,
  deliveredToEach,
  deliveredTwice,
  eventIdOf,
  expectAbout,
  expectAboutRefund,
  expectNamed,
  expectNothingOf,
  expectOwnSecrets,
  expectPost,
  expectSigned,
  expectSilenceAbout,
  expectSubscribed,
  expireIn,
  failedBefore,
  failedRefund,
  failingRefunds,
  failures,
  foreignSecrets,
  guide,
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
        "deliveries-signed-in-latin-1",
        "deliveries-signed-in-tests-only",
        "deliveries-signed-with-fingerprint",
        "deliveries-signed-with-shortened-secret",
        "deliveries-not-signed-again",
        "deliveries-signed-anew-after-a-move",
        "deliveries-of-refunds-unsigned",
        "deliveries-by-put",
        "deliveries-unsigned-beyond-the-first",
      ],
      variants: causes,
      async check(world, { cause }) {
        const told = await cause(world);

        told.forEach(({ delivery }) => expectPost(delivery));
        told.forEach(({ delivery, webhook }) => expectSigned(world, delivery, webhook.signingSecret));
      },
    }),

    "wrong-secret-does-not-verify": must("sign so that the secret of no other webhook verifies", {
      needs: ["receiver"],
      source,
      fault: [
        "deliveries-one-secret-for-all",
        "deliveries-signed-with-first-secret",
        "deliveries-secret-of-the-application",
        "deliveries-of-events-signed-with-first-secret",
      ],
      variants: foreignSecrets,
      async check(world, { told }) {
        expectOwnSecrets(await told(world));
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
          "deliveries-to-two-webhooks-only",
        ],
        variants: subscriptions,
        async check(world, { wishes }) {
          const store = await openStore(world, wishes, wishes, wishes, wishes);
          expectSubscribed(store, "session.completed");
          const unpaid = await world.given.session({ apiKey: store.application.apiKey });

          const paid = await payIn(world, store);
          const told = await deliveredToEach(world, store, "session.completed");

          told.forEach((delivery) => expectAbout(delivery, paid));
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
          await arrivedAbout(other, await payIn(world, store));
          const heard = await countWhenStill(other);
          await switchedTo(world, other, false);

          await arrivedAbout(active, await payIn(world, store));
          await toldNoMore(other, heard, "nothing more: it is inactive");
          await switchedTo(world, other, true);
          await payIn(world, store);

          await delivered(world, other, "session.completed, now that it is active again", heard + 1);
        },
      },
    ),

    "delivers-refund-failed": must("tell a subscribed webhook of a refund that failed", {
      source,
      fault: [
        "deliveries-none-of-failed-refunds",
        "deliveries-of-failed-refunds-about-nothing",
        "deliveries-of-failed-refunds-to-all",
        "deliveries-of-full-refunds-that-failed-only",
        "deliveries-of-the-first-failed-refund-only",
      ],
      variants: failingRefunds,
      async check(world, failing) {
        const store = await openStore(world, toldOfFailedRefunds, toldOfCompleted);
        const [told, other] = pairOf(store);
        await failedBefore(world, store, failing);
        const heard = await countWhenStill(told);
        const session = await payIn(world, store);
        await arrivedAbout(other, session);
        await toldNoMore(told, heard, "nothing more before a refund failed");

        const refundId = await failedRefund(world, session, failing.amountOf?.(session));
        const deliveries = await delivered(world, told, "refund.failed", heard + 1);

        expectAboutRefund(deliveries.slice(heard), refundId, session);
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
        const [earlier, later] = [await payIn(world, store), await payIn(world, store)];

        const [first, second] = [await arrivedAbout(one, earlier), await arrivedAbout(one, later)];

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
