import { type Answer, isSuccess, summary } from "./answer.ts";
import type { Api, Payments } from "./api.ts";
import type { Variant } from "./define.ts";
import { keyHome } from "./api-keys.ts";
import { Blocked, type Evidence, Violation } from "./violation.ts";
import type { World } from "./world.ts";

const workers = 6;
/** Requests of one worker: enough to be under way when the revocation arrives, and afterwards. */
const most = 6;

/** What is sent without pause while the key is revoked. */
export interface Load extends Variant {
  readonly prepare: (world: World, goodKey: string) => Promise<(payments: Payments) => Promise<Answer>>;
}

export const loads: readonly Load[] = [
  {
    name: "creating sessions",
    async prepare({ given }, apiKey) {
      // Where no order is taken at all, the race shows nothing.
      await given.session({ apiKey });
      return (payments) => payments.createSession(given.order(), { key: given.idempotencyKey() });
    },
  },
  {
    name: "reading a session",
    async prepare({ given }, apiKey) {
      const { id } = await given.session({ apiKey });
      return (payments) => payments.readSession(id);
    },
  },
];

interface Sent {
  /** Sent when the revocation had been answered already. */
  readonly afterwards: boolean;
  readonly answer: Answer;
}

/**
 * Revokes a key while requests under it are in flight, and judges how each of them ends. They may go on in step with
 * each other, so the revocation begins at another share of the time that one takes in each round.
 */
export async function revokeUnderLoad(world: World, load: Load, share: number): Promise<void> {
  const { id, apiKey } = await keyHome(world);
  const pay = await load.prepare(world, apiKey);
  const key = await world.given.apiKey(id);
  const sent: Sent[] = [];
  let revoked: Answer | undefined;
  const work = async (payments: Payments): Promise<Answer> => {
    const afterwards = revoked !== undefined;
    const answer = await pay(payments);
    sent.push({ afterwards, answer });
    return afterwards || sent.length > most * workers ? answer : work(payments);
  };
  const stop = async (api: Api): Promise<Answer> => {
    const { exchange } = await pay(api.payments.as(key.fullKey));
    await world.pause(share * exchange.durationMs);
    return (revoked = await api.management.revokeApiKey(key.applicationId, key.id));
  };
  await world.together(workers + 1, (api, i) => (i === 0 ? stop(api) : work(api.payments.as(key.fullKey))));
  judge(sent, revoked);
}

function judge(sent: readonly Sent[], revoked: Answer | undefined): void {
  if (revoked === undefined || !isSuccess(revoked))
    throw new Blocked("the key was not revoked under load", revoked);
  const wrong = sent.filter((one) => one.answer.status !== 0 && !isRight(one)).map(evidenceOf);
  if (wrong.length > 0) throw new Violation(wrong);
}

function isRight({ afterwards, answer }: Sent): boolean {
  return answer.status === 401 || (!afterwards && isSuccess(answer));
}

function evidenceOf({ afterwards, answer }: Sent): Evidence {
  return {
    where: afterwards
      ? "request sent after the revocation was answered"
      : "request in flight during the revocation",
    expected: afterwards ? "401" : "a 2xx status or 401",
    actual: summary(answer),
    hint: "look up keys where they are revoked, on every instance",
    answer,
  };
}
