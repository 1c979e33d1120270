import type { Step } from "../../generate/index.ts";
import { type Answer, isSuccess, summary, valueAt } from "../answer.ts";
import { moneyOf } from "../money.ts";
import { isCalled } from "../provider-name.ts";
import { expectStatus, refund as refundOf } from "../refunds.ts";
import { whenStatus } from "../sessions.ts";
import { Violation } from "../violation.ts";
import { chosen, type Command, type Planned, real, type Run, under } from "./command.ts";
import {
  type ApplicationModel,
  candidates,
  isPaid,
  isServed,
  type Model,
  type RefundModel,
  remaining,
  type SessionModel,
  takes,
  type Terms,
} from "./model.ts";

/** Under way at once: a few sessions that much happens to show more than many. */
const mostSessions = 2;

/** Sessions, their payment and their refunds. */
export const moneyCommands: readonly Command[] = [
  { name: "create a session", plan: planSession },
  { name: "pay a session", needs: ["checkout"], plan: planPayment },
  {
    name: "refund a part",
    capability: "refunds",
    needs: ["checkout"],
    plan: (model, step) =>
      planRefund(model, (session) => ({ cents: partOf(remaining(session), step.size), isRest: false }), step),
  },
  {
    name: "refund the rest",
    capability: "refunds",
    needs: ["checkout"],
    plan: (model, step) =>
      planRefund(model, (session) => ({ cents: remaining(session), isRest: step.size % 2 === 0 }), step),
  },
  { name: "refund too much", capability: "refunds", plan: planExcess },
  { name: "repeat a session request", plan: planReplay },
  { name: "repeat a refund request", capability: "refunds", needs: ["checkout"], plan: planRefundReplay },
  { name: "look into another application's session", plan: planTrespass },
];

function planSession({ applications, sessions }: Model, step: Step, terms: Terms): Planned | undefined {
  const able = applications.flatMap((owner) =>
    owner.isEnabled ? owner.keys.filter(({ isLive }) => isLive).map((key) => ({ owner, key })) : [],
  );
  const found = chosen(able, step);
  const method = found === undefined ? undefined : methodFor(found.owner, step, terms);
  if (found === undefined || method === undefined || isBusy(sessions)) return undefined;
  const { owner, key } = found;
  const isTaken = takes(owner, method, terms);
  if (isTaken === undefined) return undefined;
  const eligible = candidates(owner, method).map(({ name }) => name);
  const session: SessionModel = {
    number: sessions.length + 1,
    application: owner,
    key,
    method,
    eligible,
    status: "PENDING",
    total: terms.total,
    refunds: [],
    isOpen: false,
  };
  return {
    text: `create session ${session.number} by ${method} under key ${key.number} of application ${owner.number}`,
    carryOut: (run) => (isTaken ? createSession(run, session) : expectNotTaken(run, session)),
    record: () => void (isTaken && sessions.push(session)),
  };
}

/** Mostly one that is taken, now and then any. */
function methodFor(owner: ApplicationModel, { size }: Step, terms: Terms): string | undefined {
  const taken = terms.methods.filter((method) => takes(owner, method, terms) === true);
  const choices = taken.length === 0 || size % 5 === 0 ? terms.methods : taken;
  return choices[size % choices.length];
}

function isBusy(sessions: readonly SessionModel[]): boolean {
  const isUnderWay = ({ status, key }: SessionModel) =>
    key.isLive && status !== "REFUNDED" && status !== "OVER";
  return sessions.filter(isUnderWay).length >= mostSessions;
}

async function createSession(run: Run, session: SessionModel): Promise<void> {
  const { given, payments, expect } = under(run, session.key);
  const order = given.order({ paymentMethod: session.method });
  const key = given.idempotencyKey();
  const answer = await payments.createSession(order, { key });
  expect(answer).toBeAccepted().at("/status").toEqual("PENDING");
  expect(answer).at("/sessionId").toBeText();
  const id = String(valueAt(answer.json, "/sessionId"));
  const isKnown = [...run.sessions.values()].some((other) => other.id === id);
  expect.value(isKnown, "whether an earlier session has the same id", answer).toEqual(false);
  expectRouted(session, answer);
  const { fullKey: apiKey } = real(run.keys, session.key);
  const checkoutUrl = String(valueAt(answer.json, "/checkoutUrl"));
  run.sessions.set(session, { id, checkoutUrl, order, key, apiKey, answer });
}

function expectRouted({ eligible }: SessionModel, answer: Answer): void {
  const selected = valueAt(answer.json, "/routing/selectedProvider");
  const isRight = eligible.some((name) => isCalled(selected, name));
  if (isRight || eligible.length === 0) return;
  throw new Violation({
    where: "/routing/selectedProvider",
    expected: "a provider that is active and has the payment method",
    actual: summary(answer),
    answer,
  });
}

async function expectNotTaken(run: Run, { key, method }: SessionModel): Promise<void> {
  const { given, payments, expect } = under(run, key);
  const order = given.order({ paymentMethod: method });
  const answer = await payments.createSession(order, { key: given.idempotencyKey() });
  expect(answer, "no active provider of the application has the payment method").toBeRefusedOrUnavailable();
}

/** A session that a step can use, under a key that still works. */
function usable(
  { sessions }: Model,
  step: Step,
  holds: (session: SessionModel) => boolean,
): SessionModel | undefined {
  const isUsable = ({ application, key }: SessionModel) => application.isEnabled && key.isLive;
  return chosen(
    sessions.filter((session) => isUsable(session) && holds(session)),
    step,
  );
}

function planPayment(model: Model, step: Step): Planned | undefined {
  const session = usable(model, step, (one) => one.status === "PENDING" && isServed(one));
  if (session === undefined) return undefined;
  return {
    text: `pay session ${session.number}`,
    async carryOut(run) {
      const world = under(run, session.key);
      const known = real(run.sessions, session);
      await world.checkout.pay(known);
      const paid = await whenStatus(world, known, "SUCCEEDED");
      world.expect(paid).toBeAccepted().at("/status").toEqual("SUCCEEDED");
    },
    record: () => void (session.status = "SUCCEEDED"),
  };
}

type Share = Pick<RefundModel, "cents" | "isRest">;

/** Neither nothing nor all, where more than a cent is left: less than half, or now and then all but a cent. */
function partOf(left: number, size: number): number {
  return Math.max(1, size % 10 === 9 ? left - 1 : Math.floor((left * (size % 50)) / 100));
}

function planRefund(
  model: Model,
  shareOf: (session: SessionModel) => Share,
  step: Step,
): Planned | undefined {
  const session = usable(model, step, (one) => isPaid(one) && isServed(one) && !one.isOpen);
  if (session === undefined) return undefined;
  const refund = { ...shareOf(session), number: session.refunds.length + 1 };
  const isWhole = refund.cents === remaining(session);
  const status = isWhole ? "REFUNDED" : "PARTIALLY_REFUNDED";
  const amount = refund.isRest ? "all that remains" : moneyOf(refund.cents);
  return {
    text: `refund ${amount} of session ${session.number}`,
    carryOut: (run) => takeRefund(run, session, refund, status),
    record() {
      session.refunds.push(refund);
      session.status = status;
    },
  };
}

async function takeRefund(
  run: Run,
  session: SessionModel,
  refund: RefundModel,
  status: string,
): Promise<void> {
  const world = under(run, session.key);
  const known = real(run.sessions, session);
  const body = refund.isRest ? {} : { amount: moneyOf(refund.cents) };
  // A refusal may have used a key up.
  let key = "";
  const answer = await refundOf(world, known, body, () => (key = world.given.idempotencyKey()));
  world.expect(answer).toBeAccepted().at("/amount").toBeMoney(moneyOf(refund.cents));
  run.refunds.set(refund, { key, body, answer });
  const earlier = session.refunds.map((one) => real(run.refunds, one).answer);
  await expectStatus(world, known, status, [...earlier, answer]);
}

/** More than is left, by a cent, or the whole once more. */
function planExcess(model: Model, step: Step): Planned | undefined {
  const session =
    usable(model, step, (one) => isPaid(one) && !one.isOpen) ??
    usable(model, step, ({ isOpen, status }) => !isOpen && status === "REFUNDED");
  if (session === undefined) return undefined;
  const left = isPaid(session) ? remaining(session) : 0;
  const amount = moneyOf(step.size % 2 === 0 ? left + 1 : Math.max(left + 1, session.total));
  return {
    text: `refund ${amount} of session ${session.number}, of which ${moneyOf(left)} can be`,
    async carryOut(run) {
      const { payments, given, expect } = under(run, session.key);
      const { id } = real(run.sessions, session);
      const answer = await payments.createRefund(id, { amount }, { key: given.idempotencyKey() });
      expect(answer, "that is more than remains of what was paid").toBeRefused();
    },
  };
}

/** A retry names the session of the first request, whatever has become of it. */
function planReplay(model: Model, step: Step): Planned | undefined {
  const session =
    usable(model, step, ({ status }) => status !== "PENDING") ?? usable(model, step, () => true);
  if (session === undefined) return undefined;
  return {
    text: `repeat the request that created session ${session.number}`,
    async carryOut(run) {
      const { payments, expect } = under(run, session.key);
      const { order, key, answer: first } = real(run.sessions, session);
      const replay = await payments.createSession(order, { key });
      // Whether a retry is still served when nobody could take its order any more is not stated.
      if (isServed(session) || isSuccess(replay)) expect(replay).toNameTheSameSessionAs(first);
      else expect(replay).toBeRefusedOrUnavailable();
    },
  };
}

function planRefundReplay(model: Model, step: Step): Planned | undefined {
  const session = usable(model, step, (one) => one.refunds.length > 0 && isServed(one));
  const refund = session === undefined ? undefined : session.refunds[step.size % session.refunds.length];
  if (session === undefined || refund === undefined) return undefined;
  return {
    text: `repeat the request for refund ${refund.number} of session ${session.number}`,
    async carryOut(run) {
      const { payments, expect } = under(run, session.key);
      const { key, body, answer: first } = real(run.refunds, refund);
      const replay = await payments.createRefund(real(run.sessions, session).id, body, { key });
      expect(replay).toBeAccepted().at("/refundId").toEqual(valueAt(first.json, "/refundId"));
    },
  };
}

function planTrespass({ applications, sessions }: Model, step: Step): Planned | undefined {
  const session = chosen(sessions, step);
  if (session === undefined) return undefined;
  const strangers = applications
    .filter((one) => one !== session.application && one.isEnabled)
    .flatMap((owner) => owner.keys.filter(({ isLive }) => isLive).map((key) => ({ owner, key })));
  const stranger = strangers[step.size % Math.max(1, strangers.length)];
  if (stranger === undefined) return undefined;
  const { owner, key } = stranger;
  return {
    text: `read session ${session.number} under key ${key.number} of application ${owner.number}`,
    async carryOut(run) {
      const { payments, expect } = under(run, key);
      const answer = await payments.readSession(real(run.sessions, session).id);
      expect(answer, "it belongs to another application").toBeRefusedWith(403, 404);
    },
  };
}
