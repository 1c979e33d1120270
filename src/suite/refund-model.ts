import { type Answer, isClientError, isSuccess, summary, valueAt } from "./answer.ts";
import type { Session } from "./given.ts";
import { centsOf, moneyOf } from "./money.ts";
import { briefly, eventually } from "./patience.ts";
import { expectStatus, listedCents, listedRefunds, refund, totalOf } from "./refunds.ts";
import type { Values } from "./values.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** One refund of a sequence: what it asks for when so much is left, in cents; undefined for all that is left. */
interface Step {
  readonly name: string;
  readonly asks: (left: number, total: number, values: Values) => number | undefined;
}

const part: Step = { name: "a part", asks: (left, _, values) => values.integer(1, Math.max(1, left)) };
const small: Step = {
  name: "a small part",
  asks: (left, _, values) => Math.min(Math.max(1, left), values.integer(1, 999)),
};
const excess: Step = { name: "a cent too much", asks: (left) => left + 1 };
const whole: Step = { name: "the whole total", asks: (_, total) => total };
const rest: Step = { name: "the rest to the cent", asks: (left) => Math.max(1, left) };
const open: Step = { name: "all that remains", asks: () => undefined };

/** Parts come often, so that a sequence goes on for a while; it ends with all that remains, and one beyond. */
function sequence(values: Values): readonly Step[] {
  const length = values.integer(3, 5);
  const drawn = Array.from({ length }, () => values.pick([small, small, part, excess, whole]));
  return [...drawn, values.pick([rest, open]), values.pick([open, excess, small])];
}

/** Refunds a session step by step, and judges each against a balance kept in cents. */
export async function obeyBalance(world: World): Promise<void> {
  const session = await world.given.paidSession();
  const total = totalOf(session);
  const accepted: Answer[] = [];
  const story: string[] = [];
  let left = total;
  for (const step of sequence(world.given.values)) {
    const cents = step.asks(left, total, world.given.values);
    story.push(`${step.name}${cents === undefined ? "" : ` (${moneyOf(cents)})`} of ${moneyOf(left)}`);
    const taken = await judgeStep(world, session, { cents, left, story: story.join(", then ") });
    if (taken === undefined) continue;
    accepted.push(taken);
    left -= cents ?? left;
  }
  await judgeSum(world, session, accepted, story.join(", then "));
  await expectStatus(world, session, "REFUNDED", accepted);
}

interface Moment {
  readonly cents: number | undefined;
  readonly left: number;
  readonly story: string;
}

/** Gives the refund if it was accepted, as it then has to be. */
async function judgeStep(world: World, session: Session, moment: Moment): Promise<Answer | undefined> {
  const { cents, left } = moment;
  const isDue = left > 0 && (cents ?? left) <= left;
  const body = cents === undefined ? {} : { amount: moneyOf(cents) };
  const ask = () => world.payments.createRefund(session.id, body, { key: world.given.idempotencyKey() });
  const answer = isDue ? await refund(world, session, body) : await ask();
  const isRight = isDue
    ? isSuccess(answer) && centsOf(valueAt(answer.json, "/amount")) === (cents ?? left)
    : isClientError(answer);
  if (isRight) return isDue ? answer : undefined;
  await requireNoneFailed(world, session);
  throw new Violation({
    where: `refund of ${moment.story}`,
    expected: isDue ? `a refund of ${moneyOf(cents ?? left)}` : "a 4xx status",
    actual: summary(answer),
    answer,
  });
}

/** What becomes of the amount of a failed refund is not documented. */
async function requireNoneFailed({ payments }: World, { id }: Session): Promise<void> {
  const session = await payments.readSession(id);
  if (listedRefunds(session).some((entry) => valueAt(entry, "/status") === "FAILED"))
    throw new Blocked(`the provider failed a refund: ${summary(session)}`, session);
}

async function judgeSum(
  { payments, expect }: World,
  session: Session,
  accepted: readonly Answer[],
  story: string,
) {
  const isListed = (answer: Answer) => listedRefunds(answer).length >= accepted.length;
  const last = await eventually(() => payments.readSession(session.id), isListed, briefly);
  expect
    .value(moneyOf(listedCents(last)), `sum of the refunds listed after ${story}`, last)
    .toBeMoney(moneyOf(totalOf(session)));
  expect
    .value(listedRefunds(last).length, `number of refunds listed after ${story}`, last)
    .toEqual(accepted.length);
}
