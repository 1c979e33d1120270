import type { Means } from "../model/index.ts";
import { type Answer, headerIn } from "./answer.ts";
import type { Variant } from "./define.ts";
import type { Facts } from "./facts.ts";
import { credentialsOf } from "./given.ts";
import { type Jwt, numberIn, readJwt } from "./jwt.ts";
import { accepted, arrangeUse, type Use } from "./management-uses.ts";
import { premise } from "./premises.ts";
import { Blocked } from "./violation.ts";
import type { World } from "./world.ts";

/** Seconds that a token lives. */
export const hour = 3600;
export const minute = 60;

/** A minute of leeway is lawful, and requests take their time. */
export const pastTheHour = hour + minute + 5;

/** One of these brings a dead token. */
export const waysToExpire = ["clock", "expiredToken", "waitForExpiry"] as const satisfies readonly Means[];

/** A login with the token that it gave. */
export interface Login {
  readonly answer: Answer;
  readonly token: string;
}

/** Logs in, whatever comes of it. */
export async function tryLogin({ visitor, facts }: World): Promise<Answer> {
  return visitor.login(credentialsOf(facts));
}

export async function login(world: World): Promise<Login> {
  const answer = await tryLogin(world);
  return { answer, token: tokenIn(answer) };
}

export function tokenIn(answer: Answer): string {
  return premise("login", answer, "/accessToken");
}

/** The token of a login taken apart; blocks the check where it is no JWT. */
export function jwtOf({ token, answer }: Login): Jwt {
  const jwt = readJwt(token);
  if (jwt !== undefined) return jwt;
  throw new Blocked("the token can't be read: it is no JWT with JSON claims", answer);
}

/** Seconds from issue to end: by the token's own `iat`, else by the time that the answer bears. */
export function lifetimeOf(given: Login): number {
  const jwt = jwtOf(given);
  const end = numberIn(jwt, "exp") ?? Number.NaN;
  const date = headerIn(given.answer, "date");
  const answered = date === undefined ? given.answer.exchange.at : Date.parse(date);
  return end - (numberIn(jwt, "iat") ?? answered / 1000);
}

/** How a token comes to its end. Times in seconds after the login. */
export interface Life extends Variant {
  readonly after: number;
  /** Used once more on the way, where a clock allows it. */
  readonly usedAt?: number;
  /** Not tried while it lives, where that it was good is of no account. */
  readonly untried?: boolean;
}

export const lives: readonly Life[] = [
  { name: "just after the hour", after: pastTheHour },
  { name: "used until its last minute", after: pastTheHour, usedAt: 59 * minute, needs: ["clock"] },
  { name: "a day later", after: 25 * hour, needs: ["clock"] },
];

/** A token that was good once and whose time is over: by the clock, as supplied, or by waiting. */
export async function deadToken(world: World, use: Use, life: Life): Promise<string> {
  const { facts } = world;
  const { expiredToken } = facts.merchant;
  if (facts.given.includes("clock")) return outlived(world, use, life);
  return expiredToken === undefined ? waitedFor(world, use) : supplied(expiredToken);
}

async function outlived({ given, clock }: World, use: Use, life: Life): Promise<string> {
  const { after, usedAt = 0, untried = false } = life;
  const token = await given.token();
  if (!untried) accepted(await use(token), "a fresh token");
  if (usedAt > 0) {
    await clock.advance(usedAt);
    accepted(await use(token), "a token within its hour");
  }
  await clock.advance(after - usedAt);
  return token;
}

function supplied(token: string): string {
  const jwt = readJwt(token);
  const end = jwt === undefined ? undefined : numberIn(jwt, "exp");
  if (end === undefined || end + minute < Date.now() / 1000) return token;
  throw new Blocked("`merchant.expiredToken` has not expired, or less than a minute ago");
}

const waits = new WeakMap<Facts, Promise<string>>();

/** An hour is waited once per run, and only as long as nothing goes wrong. */
async function waitedFor(world: World, use: Use): Promise<string> {
  const waiting = waits.get(world.facts) ?? livedThrough(world, use);
  waits.set(world.facts, waiting);
  return waiting;
}

async function livedThrough({ given, pause }: World, use: Use): Promise<string> {
  const token = await given.token();
  accepted(await use(token), "a fresh token");
  await pause(pastTheHour * 1000);
  return token;
}

const expired = new WeakMap<Facts, Promise<string>>();

/** A dead token for those who only need one: a run makes one, as each would cost an hour of the target's time. */
export async function sharedDeadToken(world: World): Promise<string> {
  const known = expired.get(world.facts) ?? arrangeExpired(world);
  expired.set(world.facts, known);
  // Another variant may fare better.
  known.catch(() => expired.delete(world.facts));
  return known;
}

async function arrangeExpired(world: World): Promise<string> {
  return deadToken(world, await arrangeUse(world), { name: "expired", after: pastTheHour });
}

/** Logs in, lets that much time pass, and so on. */
export async function logInAndLetPass({ given, clock }: World, spells: readonly number[]): Promise<void> {
  for (const seconds of spells) {
    await given.token();
    await clock.advance(seconds);
  }
}

/** What became of a token, in a few words. */
export function toldOf({ status }: Answer): string {
  return status === 401 ? "refused with 401" : `answered ${status}`;
}
