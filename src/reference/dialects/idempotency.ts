import { setTimeout as sleep } from "node:timers/promises";
import type { Call } from "../call.ts";
import { defineDialect } from "../fault.ts";
import type { Dialect } from "../fault.ts";
import type { Idempotency } from "../idempotency.ts";
import { Refusal } from "../refusal.ts";

/** Everything about keys but that there is one effect for each. */
export const idempotency: Readonly<Record<string, Dialect>> = {
  "key-reuse-is-409": defineDialect({
    title: "Answers 409 to a key that was used with another body",
    wrap: (parts) => ({
      ...parts,
      idempotency: {
        ...parts.idempotency,
        run: (call, key, work) => parts.idempotency.run(call, key, work).catch(asConflict),
      },
    }),
  }),

  "twins-in-flight-are-409": defineDialect({
    title: "Takes its time, and answers 409 to twins meanwhile",
    wrap: (parts) => ({ ...parts, idempotency: refusingTwins(parts.idempotency) }),
  }),

  "replays-unmarked": defineDialect({
    title: "Answers a replay without telling that it is one",
    wrap: (parts) => ({ ...parts, idempotency: { ...parts.idempotency, replay: (answer) => answer } }),
  }),

  "keys-case-sensitive": defineDialect({
    title: "Takes a key in upper case for another key",
    wrap: (parts) => ({
      ...parts,
      idempotency: {
        ...parts.idempotency,
        sessionKey: (call) => {
          const key = parts.idempotency.sessionKey(call);
          return call.headers.get("idempotency-key")?.trim() ?? key;
        },
      },
    }),
  }),

  "keys-kept-three-days": defineDialect({
    title: "Keeps keys for three days",
    wrap: (parts) => ({ ...parts, limits: { ...parts.limits, idempotencySeconds: 3 * 86_400 } }),
  }),

  "bodies-compared-as-text": defineDialect({
    title: "Takes the same JSON in other order for another body",
    wrap: (parts) => ({
      ...parts,
      idempotency: {
        ...parts.idempotency,
        fingerprint: ({ path, body }) => `${path} ${JSON.stringify(body)}`,
      },
    }),
  }),

  "business-refusals-are-replayed": defineDialect({
    title: "Answers a retry of what was valid but could not be done as it did the first time",
    wrap: (parts) => ({ ...parts, idempotency: remembering(parts.idempotency) }),
  }),
};

const asConflict = (error: unknown): never => {
  const isReuse =
    error instanceof Refusal && error.status === 422 && error.message.includes("Idempotency-Key");
  throw isReuse ? new Refusal(409, "Idempotency-Key was already used with another body") : error;
};

const slotOf = (before: Idempotency, call: Call, key: string) => `${before.space(call)} ${key}`;

const refusingTwins = (before: Idempotency): Idempotency => {
  const inFlight = new Set<string>();
  return {
    ...before,
    run: async (call, key, work) => {
      const slot = slotOf(before, call, key);
      if (inFlight.has(slot)) throw new Refusal(409, "A request with this Idempotency-Key is still at work");
      inFlight.add(slot);
      try {
        return await before.run(call, key, () => slowly(work));
      } finally {
        inFlight.delete(slot);
      }
    },
  };
};

const slowly = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const result = await work();
  await sleep(15);
  return result;
};

const remembering = (before: Idempotency): Idempotency => {
  const refused = new Map<string, Refusal>();
  return {
    ...before,
    run: async (call, key, work) => {
      const slot = slotOf(before, call, key);
      const known = refused.get(slot);
      if (known !== undefined) throw known;
      return before.run(call, key, () => noting(work, (refusal) => void refused.set(slot, refusal)));
    },
  };
};

const noting = async <Result>(
  work: () => Promise<Result>,
  note: (refusal: Refusal) => void,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) note(error);
    throw error;
  }
};
