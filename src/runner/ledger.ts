import type { LedgerEntry, LeftOver, OperationName, RunEvent } from "../model/index.ts";
import { type Answer, Blocked, isSuccess, type Management, parsed, valueAt } from "../suite/index.ts";

interface Made {
  readonly kind: "application" | "API key" | "webhook";
  readonly id: string;
  readonly applicationId: string;
}

/** Everything a run made on the target, so that it can be taken away again. */
export interface Ledger {
  notice(answer: Answer): void;
  /** Revokes keys, deactivates webhooks, disables applications, each as one of these merchants; answers what is left. */
  cleanUp(...merchants: readonly Management[]): Promise<readonly LeftOver[]>;
}

/** `tell` hears of everything at once, so that a run that is killed leaves word of what it made. */
export function createLedger(tell: (event: RunEvent) => void = () => undefined): Ledger {
  const made: Made[] = [];
  const uncertain: LeftOver[] = [];
  const gone = new Set<string>();
  const tellMade = ({ kind, id, reason }: LedgerEntry) =>
    tell({ type: "made", made: { kind, id, ...(reason === undefined ? {} : { reason }) } });
  const tellGone = (id: string) => tell({ type: "taken-away", gone: { id } });
  return {
    notice(answer) {
      const doubt = perhapsMade(answer) ?? beyondReach(answer);
      const entry = doubt === undefined ? madeBy(answer) : undefined;
      if (doubt !== undefined) uncertain.push(doubt);
      if (entry !== undefined) made.push(entry);
      const told = doubt ?? entry;
      if (told !== undefined) tellMade(told);
      if (!isSuccess(answer)) return;
      if (answer.operation === "revokeApiKey" || answer.operation === "deleteWebhook") {
        gone.add(lastSegment(answer));
        tellGone(lastSegment(answer));
      }
    },
    async cleanUp(...merchants) {
      const remaining = made.filter(({ id }) => !gone.has(id));
      return [...(await takeAllAway(merchants, remaining, tellGone)), ...uncertain];
    },
  };
}

/** For a target that is gone with the run, and all that was made on it too. */
export const noLedger: Ledger = { notice: () => undefined, cleanUp: async () => [] };

const kinds: Readonly<Partial<Record<OperationName, Made["kind"]>>> = {
  createApplication: "application",
  createApiKey: "API key",
  createWebhook: "webhook",
};

/** What a request may have made whose answer got lost: nobody can tell, so a person is told. */
function perhapsMade({ operation, status, exchange: { request, failure } }: Answer): LeftOver | undefined {
  const kind = operation === undefined ? undefined : kinds[operation];
  const arrived =
    failure !== undefined && !["refused", "unresolved", "tls", "unsendable"].includes(failure.kind);
  if (kind === undefined || status !== 0 || !arrived) return undefined;
  const body = parsed(String(request.body));
  const name = ["/name", "/description", "/url"].map((pointer) => valueAt(body, pointer)).find(isText);
  return name === undefined ? undefined : left(kind, name, "the request got no answer: it may exist or not");
}

/** No lawful id is longer, and a target that makes up endless ones must not fill the memory with them. */
const longest = 300;

function beyondReach(answer: Answer): LeftOver | undefined {
  const { kind, id } = madeBy(answer) ?? { kind: "", id: "" };
  if (id.length <= longest) return undefined;
  return left(kind, `${id.slice(0, 50)}…`, `its id has ${id.length} characters, too many to ask for it`);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A target that leaves so many in a row without an answer won't answer the others either. */
const lost = 5;

async function takeAllAway(
  merchants: readonly Management[],
  all: readonly Made[],
  tellGone: (id: string) => void,
): Promise<LeftOver[]> {
  const queue = [...all];
  const leftOver: LeftOver[] = [];
  let unanswered = 0;
  const worker = async () => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      const remains = unanswered < lost ? await takeAwayTwice(merchants, entry) : untouched(entry);
      if (remains === undefined) tellGone(entry.id);
      else leftOver.push(remains);
      unanswered = remains?.reason === noAnswer ? unanswered + 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return leftOver;
}

/** Taking away twice does no more than once, so that a lost answer is asked for again. */
async function takeAwayTwice(merchants: readonly Management[], made: Made): Promise<LeftOver | undefined> {
  const remains = await takeAway(merchants, made);
  return remains?.reason === noAnswer ? takeAway(merchants, made) : remains;
}

const noAnswer = "the target does not answer";

function untouched({ kind, id }: Made): LeftOver {
  return left(kind, id, noAnswer);
}

function madeBy(answer: Answer): Made | undefined {
  const kind = answer.operation === undefined ? undefined : kinds[answer.operation];
  if (kind === undefined || !isSuccess(answer)) return undefined;
  const id = valueAt(answer.json, "/id");
  if (typeof id !== "string") return undefined;
  if (kind === "application") return { kind, id, applicationId: id };
  const applicationId = /\/applications\/([^/]+)\//.exec(answer.exchange.request.url)?.[1] ?? "";
  return { kind, id, applicationId };
}

function lastSegment({ exchange }: Answer): string {
  return exchange.request.url.split("/").at(-1) ?? "";
}

/** It belongs to one of the merchants; to the others it is forbidden or not there. */
async function takeAway(
  [merchant, ...others]: readonly Management[],
  made: Made,
): Promise<LeftOver | undefined> {
  const { kind, id, applicationId } = made;
  if (merchant === undefined) return undefined;
  try {
    const answer = await takingAway[kind](merchant, applicationId, id);
    if (isSuccess(answer)) return undefined;
    if (others.length > 0 && [403, 404].includes(answer.status)) return await takeAway(others, made);
    return answer.status === 404 ? undefined : left(kind, id, `answered ${answer.status}`);
  } catch (error) {
    const isLost = error instanceof Blocked && error.answer?.status === 0;
    const isLate = error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name);
    return isLost || isLate
      ? left(kind, id, noAnswer)
      : left(kind, id, error instanceof Error ? error.message : String(error));
  }
}

const takingAway: Readonly<
  Record<Made["kind"], (api: Management, app: string, id: string) => Promise<Answer>>
> = {
  application: (api, app) => api.setApplicationStatus(app, { isEnabled: false }),
  "API key": (api, app, id) => api.revokeApiKey(app, id),
  webhook: (api, app, id) => api.updateWebhook(app, id, { isActive: false }),
};

function left(kind: string, id: string, reason: string): LeftOver {
  return { kind, id, reason };
}
