import { type Deck, deckOf, type Sequence, sequencesOf, type Step } from "../generate/index.ts";
import { type Answer, isClientError, isSuccess, summary, valueAt } from "./answer.ts";
import { forAll } from "./for-all.ts";
import type { Session } from "./given.ts";
import { centsOf, moneyOf } from "./money.ts";
import { briefly, eventually } from "./patience.ts";
import { expectStatus, listedCents, listedRefunds, refund, totalOf } from "./refunds.ts";
import { Blocked, Violation } from "./violation.ts";
import type { World } from "./world.ts";

/** What a refund asks for when so much is left, in cents; undefined for all that is left. */
type Asks = (left: number, total: number, step: Step) => number | undefined;

const asks: Readonly<Record<string, Asks>> = {
  "a cent": () => 1,
  "a small part": (left, _, { size, which }) => Math.min(Math.max(1, left), 1 + size + 100 * which),
  "a part": (left, _, { size }) => Math.max(1, Math.floor((left * size) / 100)),
  "all but a cent": (left) => Math.max(1, left - 1),
  "a cent too much": (left) => left + 1,
  "the whole total": (_, total) => total,
  "the rest to the cent": (left) => Math.max(1, left),
  "all that remains": () => undefined,
};

const length = 6;

/** Parts come often, so that a sequence goes on for a while; some come to an end before it does. */
const sequences: Deck<Sequence> = deckOf(
  [
    ["a small part", "a part", "a cent too much", "the whole total"],
    ["a small part", "a part", "all but a cent", "a cent too much"],
    ["a small part", "a cent", "a part", "the rest to the cent", "all that remains"],
  ].map((commands) => sequencesOf(["a small part", ...commands], length)),
);

/** Refunds sessions step by step, and judges each step against a balance kept in cents. */
export async function obeyBalance(world: World): Promise<void> {
  const total = centsOf(world.given.order().amount.total);
  await forAll(world, {
    cases: sequences,
    weight: 3,
    control: async () => void (await world.given.paidSession()),
    judge: async (sequence) => {
      await judgeMoves(world, movesOf(sequence, total));
      return undefined;
    },
    show: (sequence) => movesOf(sequence, total).map(inWords).join(", then "),
  });
}

/** One refund that is asked for, and what is left before it. */
interface Move {
  readonly name: string;
  readonly cents: number | undefined;
  readonly left: number;
}

/** In the end all that remains is given back, and a cent more asked for. */
function movesOf({ commands, steps }: Sequence, total: number): readonly Move[] {
  const end = { command: 0, which: 0, size: 0 };
  const planned = [
    ...steps.map((step) => ({ name: commands[step.command] ?? "all that remains", step })),
    { name: "all that remains", step: end },
    { name: "a cent too much", step: end },
  ];
  let left = total;
  return planned.map(({ name, step }) => {
    const move = { name, cents: asks[name]?.(left, total, step), left };
    if (isDue(move)) left -= move.cents ?? left;
    return move;
  });
}

function isDue({ cents, left }: Move): boolean {
  return left > 0 && (cents ?? left) <= left;
}

function inWords({ name, cents, left }: Move): string {
  return `${name}${cents === undefined ? "" : ` (${moneyOf(cents)})`} of ${moneyOf(left)}`;
}

async function judgeMoves(world: World, moves: readonly Move[]): Promise<void> {
  const session = await world.given.paidSession();
  const accepted: Answer[] = [];
  for (const move of moves) {
    const answer = await judgeMove(world, session, move);
    if (!isDue(move)) continue;
    accepted.push(answer);
    const isAll = (move.cents ?? move.left) === move.left;
    await expectStatus(world, session, isAll ? "REFUNDED" : "PARTIALLY_REFUNDED", accepted);
  }
  await judgeSum(world, session, accepted);
}

async function judgeMove(world: World, session: Session, move: Move): Promise<Answer> {
  const { cents, left } = move;
  const body = cents === undefined ? {} : { amount: moneyOf(cents) };
  const ask = () => world.payments.createRefund(session.id, body, { key: world.given.idempotencyKey() });
  const answer = isDue(move) ? await refund(world, session, body) : await ask();
  const isRight = isDue(move)
    ? isSuccess(answer) && centsOf(valueAt(answer.json, "/amount")) === (cents ?? left)
    : isClientError(answer);
  if (isRight) return answer;
  await requireNoneFailed(world, session);
  throw new Violation({
    where: isDue(move) ? "answer to a refund of what is left" : "answer to a refund of more than is left",
    expected: isDue(move) ? `a refund of ${moneyOf(cents ?? left)}` : "a 4xx status",
    actual: summary(answer),
    hint: `it asked for ${inWords(move)}`,
    answer,
  });
}

/** What becomes of the amount of a failed refund is not documented. */
async function requireNoneFailed({ payments }: World, { id }: Session): Promise<void> {
  const session = await payments.readSession(id);
  if (listedRefunds(session).some((entry) => valueAt(entry, "/status") === "FAILED"))
    throw new Blocked(`the provider failed a refund: ${summary(session)}`, session);
}

async function judgeSum({ payments, expect }: World, session: Session, accepted: readonly Answer[]) {
  const isListed = (answer: Answer) => listedRefunds(answer).length >= accepted.length;
  const last = await eventually(() => payments.readSession(session.id), isListed, briefly);
  expect
    .value(moneyOf(listedCents(last)), "sum of the refunds on the session", last)
    .toBeMoney(moneyOf(totalOf(session)));
  expect.value(listedRefunds(last).length, "number of refunds on the session", last).toEqual(accepted.length);
}
