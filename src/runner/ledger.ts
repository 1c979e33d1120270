import type { LeftOver } from "../model/index.ts";
import { type Answer, isSuccess, type Management, valueAt } from "../suite/index.ts";

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

export function createLedger(): Ledger {
  const made: Made[] = [];
  const gone = new Set<string>();
  return {
    notice(answer) {
      if (!isSuccess(answer)) return;
      const entry = madeBy(answer);
      if (entry !== undefined) made.push(entry);
      if (answer.operation === "revokeApiKey" || answer.operation === "deleteWebhook")
        gone.add(lastSegment(answer));
    },
    async cleanUp(...merchants) {
      const remaining = made.filter(({ id }) => !gone.has(id));
      const leftOver = await Promise.all(remaining.map((entry) => takeAway(merchants, entry)));
      return leftOver.filter((entry) => entry !== undefined);
    },
  };
}

function madeBy(answer: Answer): Made | undefined {
  const id = valueAt(answer.json, "/id");
  if (typeof id !== "string") return undefined;
  if (answer.operation === "createApplication") return { kind: "application", id, applicationId: id };
  const applicationId = /\/applications\/([^/]+)\//.exec(answer.exchange.request.url)?.[1] ?? "";
  if (answer.operation === "createApiKey") return { kind: "API key", id, applicationId };
  return answer.operation === "createWebhook" ? { kind: "webhook", id, applicationId } : undefined;
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
    return left(kind, id, error instanceof Error ? error.message : String(error));
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
