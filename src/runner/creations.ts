import type { Creation, Made, OperationName } from "../model/index.ts";
import { type Answer, isSuccess, valueAt } from "../suite/index.ts";

/** Counts what a run sends and what comes into being by it. */
export interface Creations {
  notice(answer: Answer): void;
  requests(): number;
  made(): Made;
  /** Keeps the numbers, and forgets which things they are of: nothing of them is retried any more. */
  settle(): void;
}

/** What an operation makes, and the member of the answer that tells one such thing from another. */
const kinds: Readonly<Partial<Record<OperationName, readonly [kind: Creation, id: string]>>> = {
  createApplication: ["applications", "/id"],
  createApiKey: ["apiKeys", "/id"],
  linkProvider: ["providers", "/provider"],
  createWebhook: ["webhooks", "/id"],
  createSession: ["sessions", "/sessionId"],
  createRefund: ["refunds", "/refundId"],
  signUp: ["merchants", "/admin/email"],
};

export function createCreations(): Creations {
  const known: Record<Creation, Set<string>> = {
    applications: new Set(),
    apiKeys: new Set(),
    providers: new Set(),
    webhooks: new Set(),
    sessions: new Set(),
    refunds: new Set(),
    merchants: new Set(),
  };
  let requests = 0;
  let settled: Made | undefined;
  const made = () => sumOf(settled, sizesOf(known));
  return {
    notice(answer) {
      requests += 1;
      const [kind, pointer] = (answer.operation === undefined ? undefined : kinds[answer.operation]) ?? [];
      if (kind === undefined || pointer === undefined || !isSuccess(answer)) return;
      // A retry that names the same session has made none.
      const scope = kind === "providers" ? answer.exchange.request.url : "";
      known[kind].add(`${scope} ${String(valueAt(answer.json, pointer))}`);
    },
    requests: () => requests,
    made,
    settle() {
      settled = made();
      for (const ids of Object.values(known)) ids.clear();
    },
  };
}

function sumOf(one: Made | undefined, other: Made): Made {
  if (one === undefined) return other;
  const sums = Object.entries(other).map(([kind, amount]) => [kind, amount + one[kind as Creation]]);
  return Object.fromEntries(sums) as Made;
}

function sizesOf(known: Readonly<Record<Creation, ReadonlySet<string>>>): Made {
  const sizes = Object.entries(known).map(([kind, ids]) => [kind, ids.size]);
  return Object.fromEntries(sizes) as Made;
}
