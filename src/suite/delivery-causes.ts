import type { Variant } from "./define.ts";
import {
  arrived,
  arrivedAbout,
  expectForeign,
  failedRefund,
  openStore,
  payIn,
  type Store,
} from "./deliveries.ts";
import type { Session } from "./given.ts";
import type { Delivery, Reply } from "./inbox.ts";
import { secondsToLive } from "./sessions.ts";
import { Blocked, NotServed, Violation } from "./violation.ts";
import { type Hook, type HookWishes, heardTest, heardHook, hook, testHook } from "./webhook-tests.ts";
import type { World } from "./world.ts";

export const toldOfCompleted: HookWishes = { subscribedEvents: ["session.completed"] };
export const toldOfExpired: HookWishes = { subscribedEvents: ["session.expired"] };
export const toldOfFailedRefunds: HookWishes = { subscribedEvents: ["refund.failed"] };
const toldOfAll: HookWishes = { subscribedEvents: ["session.completed", "session.expired", "refund.failed"] };

/** What came of something that a webhook is told of. */
interface Told {
  readonly webhook: Hook["webhook"];
  readonly delivery: Delivery;
}

interface Cause extends Variant {
  readonly cause: (world: World) => Promise<readonly Told[]>;
}

function toldTo({ webhook }: Pick<Hook, "webhook">, deliveries: readonly Delivery[]): readonly Told[] {
  return deliveries.map((delivery) => ({ webhook, delivery }));
}

/** Everything that makes a target deliver. */
export const causes: readonly Cause[] = [
  {
    name: "a test",
    cause: async (world) => {
      const one = await heardHook(world);
      return toldTo(one, [one.delivery]);
    },
  },
  { name: "a test of a webhook that was moved", cause: testAfterMove },
  { name: "a paid session", needs: ["checkout"], cause: (world) => payment(world, toldOfCompleted) },
  {
    name: "a paid session whose texts go beyond ASCII",
    needs: ["checkout"],
    optional: true,
    cause: paymentBeyondAscii,
  },
  {
    name: "a paid session, among other events",
    needs: ["checkout"],
    cause: (world) => payment(world, toldOfAll),
  },
  {
    name: "a paid session that several webhooks are told of",
    needs: ["checkout"],
    cause: (world) => payment(world, toldOfCompleted, toldOfCompleted),
  },
  { name: "what is sent again", needs: ["checkout"], optional: true, cause: repetition },
  {
    name: "a refund that failed",
    capability: "refunds",
    needs: ["checkout", "refundFailure"],
    cause: async (world) => {
      const store = await openStore(world, toldOfFailedRefunds);
      await failedRefund(world, await payIn(world, store));
      return toldTo(store.hooks[0], await arrived(store.hooks[0], "refund.failed"));
    },
  },
];

async function testAfterMove(world: World): Promise<readonly Told[]> {
  const one = await movedHook(world, await heardHook(world));
  const { delivery } = await heardTest(world, one);
  return toldTo(one, [delivery]);
}

/** Gives a webhook another address; blocks the check where that is not accepted. */
export async function movedHook({ given, management, receiver }: World, { webhook }: Hook): Promise<Hook> {
  const inbox = await receiver.open();
  await given.acceptance(management.updateWebhook(webhook.applicationId, webhook.id, { url: inbox.url }));
  return { inbox, webhook };
}

interface AfterMove extends Variant {
  readonly what: string;
  /** What the webhook is told at its former address. */
  readonly before?: (world: World, store: Store) => Promise<unknown>;
  readonly cause: (world: World, store: Store, moved: Hook) => Promise<unknown>;
}

/** What a webhook is told at its new address. */
export const afterMoves: readonly AfterMove[] = [
  { name: "a test", what: "the test", cause: (world, _, moved) => testHook(world, moved) },
  { name: "a paid session", needs: ["checkout"], what: "session.completed", cause: payIn },
  {
    name: "a paid session, after one at the former address",
    needs: ["checkout"],
    what: "session.completed",
    before: heardSession,
    cause: payIn,
  },
];

async function heardSession(world: World, store: Store): Promise<void> {
  await arrivedAbout(store.hooks[0], await payIn(world, store));
}

/** Deliveries often repeat texts of the order. A target may take none such. */
async function paymentBeyondAscii(world: World): Promise<readonly Told[]> {
  const { order, paidSession, name } = world.given;
  const { application, hooks } = await openStore(world, toldOfCompleted);
  const beyondAscii = order({
    orderReference: `Größe ✓ ${name()}`,
    customer: { firstName: "Zoë", lastName: "Müller-漢" },
  });
  await paidSession({ apiKey: application.apiKey, order: beyondAscii }).catch((error: unknown) => {
    throw error instanceof Blocked ? new NotServed(error.message) : error;
  });
  return toldTo(hooks[0], await arrived(hooks[0], "session.completed"));
}

async function payment(
  world: World,
  first: HookWishes,
  ...others: readonly HookWishes[]
): Promise<readonly Told[]> {
  const store = await openStore(world, first, ...others);
  await payIn(world, store);
  const told = await Promise.all(
    store.hooks.map(async (one) => toldTo(one, await arrived(one, "session.completed"))),
  );
  return told.flat();
}

/** Several webhooks, each with something that it was told, and the secrets of the others. */
interface Foreign extends Variant {
  readonly told: (world: World) => Promise<readonly Told[]>;
}

/** What must verify under the secret of no webhook but its own. */
export const foreignSecrets: readonly Foreign[] = [
  { name: "tests", told: testsOfThree },
  {
    name: "a paid session",
    needs: ["checkout"],
    told: (world) => payment(world, toldOfCompleted, toldOfCompleted),
  },
];

/** Of two webhooks of one application, and of one of another. */
async function testsOfThree(world: World): Promise<readonly Told[]> {
  const { id } = await world.given.application();
  const hooks = [await hook(world, id), await hook(world, id)];
  const elsewhere = await heardHook(world);
  const told: Told[] = [];
  for (const one of hooks) told.push(...toldTo(one, [(await heardTest(world, one)).delivery]));
  return [...told, ...toldTo(elsewhere, [elsewhere.delivery])];
}

/** Judges that each delivery verifies under none of the others' secrets. */
export function expectOwnSecrets(told: readonly Told[]): void {
  for (const { delivery, webhook } of told) {
    const others = told.map((one) => one.webhook).filter(({ id }) => id !== webhook.id);
    expectForeign(delivery, ...others.map(({ signingSecret }) => signingSecret));
  }
}

async function repetition(world: World): Promise<readonly Told[]> {
  const store = await openStore(world, { ...toldOfCompleted, replies: [{ status: 500 }, {}] });
  const [one] = store.hooks;
  await payIn(world, store);
  const deliveries = await arrived(one, "session.completed");
  if ((await one.inbox.waitFor(2)).length < 2)
    throw new NotServed("what a receiver refused was not sent again in time");
  return toldTo(one, [deliveries[0], ...one.inbox.deliveries().slice(1)]);
}

/** Answers by which a receiver asks for another try. */
export const failures: readonly (Variant & { readonly reply: Reply })[] = [
  { name: "500", reply: { status: 500 } },
  { name: "503", reply: { status: 503 } },
  { name: "hanging up", reply: { drop: true } },
];

interface Subscription extends Variant {
  readonly wishes: HookWishes;
}

/** Ways of being subscribed to paid sessions. */
export const subscriptions: readonly Subscription[] = [
  { name: "asked for alone", wishes: toldOfCompleted },
  { name: "asked for among others", wishes: toldOfAll },
  { name: "by default", wishes: {}, optional: true },
];

/** Which events come by default is not documented. */
export function expectSubscribed({ hooks }: Store, event: string): void {
  if (hooks.every(({ webhook }) => webhook.subscribedEvents.includes(event))) return;
  throw new NotServed(`${event} is none of the default events`);
}

/** Opens a store with one session, and moves the clock past its end. */
export async function expireIn(
  world: World,
): Promise<{ readonly session: Session; readonly delivery: Delivery }> {
  const store = await openStore(world, toldOfExpired);
  const [one] = store.hooks;
  // Later the run's token may be dead, and the target could not be asked whether it reaches the receiver.
  await heardTest(world, one);
  const session = await world.given.session({ apiKey: store.application.apiKey });
  await world.clock.advance(secondsToLive(session) + 60);
  const answer = await world.payments.as(store.application.apiKey).readSession(session.id);
  const [, delivery] = await one.inbox.waitFor(2);
  if (delivery !== undefined) return { session, delivery };
  throw new Violation({
    where: "deliveries at the receiver",
    expected: "session.expired",
    actual: "nothing after the session's end, though a test of the webhook arrived",
    answer,
  });
}
