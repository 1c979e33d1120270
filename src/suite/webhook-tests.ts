import { type Answer, isSuccess, shown, summary, valueAt } from "./answer.ts";
import type { Variant } from "./define.ts";
import { type Delivery, exchangeOf, type Inbox, type Reply } from "./inbox.ts";
import { Blocked, NotServed, Violation } from "./violation.ts";
import { type Listed, listedWebhook, type Registered, registered } from "./webhooks.ts";
import type { World } from "./world.ts";

/** A webhook whose address is an inbox of the receiver. */
export interface Hook {
  readonly inbox: Inbox;
  readonly webhook: Registered;
}

export interface HookWishes {
  readonly subscribedEvents?: readonly string[];
  /** How its deliveries are answered, one after the other; the last one stays. */
  readonly replies?: readonly Reply[];
}

/** What the test operation said, and what came of it at the receiver. */
export interface Tried extends Hook {
  readonly answer: Answer;
  readonly delivery: Delivery;
}

/** Registers an inbox as a webhook of an application. */
export async function hook(
  world: World,
  applicationId: string,
  { subscribedEvents, replies = [] }: HookWishes = {},
): Promise<Hook> {
  const inbox = await world.receiver.open(...replies);
  const events = subscribedEvents === undefined ? {} : { subscribedEvents };
  return { inbox, webhook: await registered(world, applicationId, { url: inbox.url, ...events }) };
}

export function testHook({ management }: World, { webhook: { applicationId, id } }: Hook): Promise<Answer> {
  return management.testWebhook(applicationId, id);
}

/** Has the target test a webhook whose receiver answers so. Blocks the check if the target can't reach the receiver. */
export async function triedHook(world: World, ...replies: readonly Reply[]): Promise<Tried> {
  const { id } = await world.given.application();
  return triedAgain(world, await hook(world, id, { replies }));
}

/** Has the target test a webhook. */
export async function triedAgain(world: World, one: Hook): Promise<Tried> {
  const before = one.inbox.deliveries().length;
  const answer = await testHook(world, one);
  const delivery = one.inbox.deliveries()[before];
  if (delivery !== undefined) return { ...one, answer, delivery };
  throw await whyNothingCame(world, one, answer);
}

/** The same, where something else is judged: whatever is wrong with the test blocks the check. */
export async function heardTest(world: World, one: Hook): Promise<Tried> {
  try {
    return await triedAgain(world, one);
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    throw new Blocked(`a test of the webhook goes wrong: ${error.message}`, error.evidence[0]?.answer, error);
  }
}

/** A hook on an application of its own, and a test of it. */
export async function heardHook(world: World): Promise<Tried> {
  return heardTest(world, await hook(world, (await world.given.application()).id));
}

/** What it means that the test operation brought nothing: judged by what is known, never by guess. */
export async function whyNothingCame({ receiver }: World, { inbox }: Hook, answer: Answer): Promise<Error> {
  const says = summary(answer);
  if (!isSuccess(answer))
    return new Violation({
      where: "test operation",
      expected: "a 2xx that says what came of the test",
      actual: says,
      answer,
    });
  const claimed = valueAt(answer.json, "/success") === true;
  // Our own request got through to the receiver, so whoever got a 2xx from there must have reached it too.
  if (claimed && (await receiver.way()) !== "unknown")
    return new Violation({
      where: "deliveries at the receiver",
      expected: "the test delivery that is reported as a success",
      actual: "nothing arrived",
      answer,
    });
  const troubles = await receiver.troubles();
  const more = troubles.length === 0 ? "" : ` (${troubles.at(-1)})`;
  return new Blocked(
    `the target did not reach the receiver at ${inbox.url}${more}; its test says ${says}`,
    answer,
  );
}

export interface ReplyVariant extends Variant {
  readonly reply: Reply;
}

const statuses = (...numbers: readonly number[]): readonly ReplyVariant[] =>
  numbers.map((status) => ({ name: String(status), reply: { status } }));

/** Answers by which a receiver takes a delivery. */
export const takingReplies = statuses(200, 201, 202, 204);

/** Answers that name another address. */
export const redirectReplies = statuses(301, 302, 307, 308);

/** Answers by which a receiver says that it did not take a delivery. */
export const refusingReplies = statuses(400, 401, 404, 410, 422, 429, 500, 503);

/** What a result says of the receiver's body, which an answer without content has not. */
export function bodyOfReply(
  { inbox }: Hook,
  { status, body }: Reply,
): readonly [(value: unknown) => boolean, string] {
  const text = status === 204 ? "" : (body ?? inbox.token);
  return [(value) => value === text || (text === "" && value === null), shown(text)];
}

/** The longest part of a receiver's answer that a result shows. */
export const mostCharacters = 1024;

interface BodyVariant extends Variant {
  readonly body: string;
  readonly due: readonly number[];
}

/** Digits that tell where in the text they stand. */
function digits(length: number): string {
  return "0123456789".repeat(length / 10 + 1).slice(0, length);
}

/** Answers about as long as a result may show, and far longer. `due` is how many code units of each are right. */
export const longBodies: readonly BodyVariant[] = [
  { name: "1023 characters", body: digits(1023), due: [1023] },
  { name: "1024 characters", body: digits(1024), due: [1024] },
  { name: "1025 characters", body: digits(1025), due: [1024] },
  { name: "5000 characters", body: digits(5000), due: [1024] },
  { name: "100000 characters", body: digits(100_000), due: [1024] },
];

/** Answers whose characters take more than one byte. */
export const wideBodies: readonly BodyVariant[] = [
  // Whether a character is a code unit or a code point is not stated.
  { name: "2000 characters beyond ASCII", body: "é".repeat(2000), due: [1024] },
  {
    name: "2000 characters beyond the basic plane",
    body: "😀".repeat(2000),
    due: [1024, 2048],
  },
];

/** A text that begins `body` and has one of these lengths. */
export function cutTo(body: string, due: readonly number[]): readonly [(value: unknown) => boolean, string] {
  const holds = (value: unknown) =>
    typeof value === "string" && due.includes(value.length) && body.startsWith(value);
  return [holds, `the first ${due.join(" or ")} characters of the receiver's answer`];
}

/** What the list says of the last test. */
export async function recorded(world: World, { webhook }: Hook): Promise<Listed> {
  const seen = await listedWebhook(world, webhook, (entry) => typeof entry?.["lastTestAt"] === "string");
  const at = (name: string) =>
    world.expect.value(seen.entry?.[name], `\`${name}\` after a test`, seen.answer);
  at("lastTestAt").toBeText();
  at("lastTestStatus").toSatisfy((status) => status !== null && status !== undefined, "how the test ended");
  return seen;
}

/** Judges that a later test, which ended otherwise, has replaced an earlier one. */
export function expectReplaced({ expect }: World, earlier: Listed, later: Listed): void {
  const at = (name: string) =>
    expect.value(later.entry?.[name], `\`${name}\` after another test`, later.answer);
  at("lastTestStatus").toDifferFrom(earlier.entry?.["lastTestStatus"]);
  at("lastTestAt").toDifferFrom(earlier.entry?.["lastTestAt"]);
}

/** Has the target test a webhook whose address can't be reached. */
export async function testedDead(world: World): Promise<Answer> {
  return testHook(world, await deadHook(world));
}

/** An address that can't be reached: where hanging up is seen as such by the target, an inbox that hangs up. */
async function deadHook(world: World): Promise<Hook> {
  const { id } = await world.given.application();
  if ((await world.receiver.way()) === "direct") return hook(world, id, { replies: [{ drop: true }] });
  // Something in between would answer in place of the receiver. `.invalid` never resolves (RFC 6761).
  const inbox = await world.receiver.open();
  const url = `https://${world.given.name()}.invalid/`;
  try {
    return { inbox, webhook: await registered(world, id, { url }) };
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    throw new NotServed(`an address that can't be reached is refused (${error.message})`);
  }
}

/** A delivery that came where none should. */
export function unwanted(delivery: Delivery, expected: string, hint?: string): Violation {
  const answer = exchangeOf(delivery);
  return new Violation({
    where: "deliveries at the receiver",
    expected,
    actual: shown(answer.text),
    hint,
    answer,
  });
}
