import { hash } from "node:crypto";
import type { Answer, Call } from "./call.ts";
import type { Use } from "./parts.ts";
import { Refusal } from "./refusal.ts";

export interface IdempotencyRecord {
  /** Made when it is asked for: a request that stays alone is compared with nothing. */
  readonly fingerprint: () => string;
  readonly at: number;
  /** The answer of the first request; still pending while that one is at work. */
  readonly answer: Promise<Answer>;
}

/** What a request asks for; all of it that is kept, as the rest of a request is large. */
export type Asked = Pick<Call, "operation" | "path" | "body">;

/** One effect per key: the first request works, its twins and replays get its answer. */
export interface Idempotency {
  run(call: Call, key: string, work: () => Promise<Answer>): Promise<Answer>;
  /** The client's key, or 400. */
  sessionKey(call: Call): string;
  refundKey(call: Call): string;
  /** Which keys may collide at all: those of one application and one operation. */
  space(call: Call): string;
  /** Equal for equal requests, whatever the order of their members. */
  fingerprint(call: Asked): string;
  recall(slot: string): IdempotencyRecord | undefined;
  remember(slot: string, record: IdempotencyRecord): void;
  forget(slot: string): void;
  replay(answer: Answer): Answer;
}

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const canonical = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const spelled = Object.keys(members)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${canonical(members[name])}`);
  return `{${spelled.join(",")}}`;
};

const onlyKey = (call: Call): string | undefined => {
  const values = call.headers.all("idempotency-key");
  return values.length === 1 ? values[0]?.trim() : undefined;
};

const refundKey = (call: Call, most: number): string => {
  const key = onlyKey(call);
  if (key === undefined || key === "" || key.length > most)
    throw new Refusal(400, "Idempotency-Key must be one non-empty value");
  return key;
};

const sessionKey = (call: Call): string => {
  const key = onlyKey(call);
  if (key === undefined || !uuidV4.test(key)) throw new Refusal(400, "Idempotency-Key must be one UUID v4");
  return key.toLowerCase();
};

/** Takes the slot before anything is awaited, so that a twin cannot slip in between. */
const begin = async (use: Use, slot: string, call: Call, work: () => Promise<Answer>) => {
  const answer = work();
  const { operation, path, body } = call;
  const asked: Asked = { operation, path, body };
  const fingerprint = (): string => use().idempotency.fingerprint(asked);
  use().idempotency.remember(slot, { fingerprint, at: use().clock.now(), answer });
  try {
    return await answer;
  } catch (error) {
    use().idempotency.forget(slot);
    throw error;
  }
};

const run = async (use: Use, call: Call, key: string, work: () => Promise<Answer>): Promise<Answer> => {
  const { idempotency } = use();
  const slot = `${idempotency.space(call)} ${key}`;
  for (;;) {
    const known = idempotency.recall(slot);
    if (known === undefined) return begin(use, slot, call, work);
    if (known.fingerprint() !== idempotency.fingerprint(call))
      throw new Refusal(422, "Idempotency-Key was already used with another body");
    // A refused first request leaves the key free, and the next twin takes its turn.
    const answer = await known.answer.catch(() => undefined);
    if (answer !== undefined) return idempotency.replay(answer);
  }
};

export const createIdempotency = (use: Use): Idempotency => {
  const records = new Map<string, IdempotencyRecord>();
  return {
    run: (call, key, work) => run(use, call, key, work),
    sessionKey,
    refundKey: (call) => refundKey(call, use().limits.refundKey),
    space: (call) => {
      const owner = call.principal.kind === "application" ? call.principal.applicationId : "";
      return `${owner} ${call.operation}`;
    },
    fingerprint: ({ path, body }) => hash("sha256", `${path} ${canonical(body)}`, "base64"),
    recall: (slot) => {
      const record = records.get(slot);
      const oldest = use().clock.now() - use().limits.idempotencySeconds * 1000;
      return record !== undefined && record.at > oldest ? record : undefined;
    },
    remember: (slot, record) => void records.set(slot, record),
    forget: (slot) => void records.delete(slot),
    replay: (answer) => ({ ...answer, headers: { ...answer.headers, "idempotent-replayed": "true" } }),
  };
};
