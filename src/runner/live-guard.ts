import { isHere, type RunSettings } from "../model/index.ts";
import { type Answer, type Call, isSuccess } from "../suite/index.ts";

/** A live key on a target that was not declared live: the run must stop before money moves. */
export class LiveTargetError extends Error {
  override readonly name = "LiveTargetError";
  readonly code = "LIVE_TARGET";
  readonly hint = "use a sandbox merchant, or set `target.live: true` if real payments are meant";
}

/** Stands between a run and real money. */
export interface LiveGuard {
  /** Looks for live keys in what the target answers. */
  notice(answer: Answer): void;
  /**
   * Undefined where there is nothing to wait for.
   * @throws LiveTargetError where a call could make a payment or a refund with real money.
   */
  check(call: Call): Promise<void> | undefined;
}

const harmless = { notice: () => undefined, check: () => undefined };

/**
 * A merchant whose keys are live is live with every other credential too. So the guard has `findOut` obtain a key
 * before the first call that could move money, whatever that call carries.
 */
export function createLiveGuard(
  { target, application }: Pick<RunSettings, "target" | "application">,
  findOut: () => Promise<unknown>,
): LiveGuard {
  if (target.live || isHere(target)) return harmless;
  let isLive = application?.apiKey.startsWith("ks_live_") === true;
  let foundOut: Promise<unknown> | undefined = application === undefined ? undefined : Promise.resolve();
  return {
    notice(answer) {
      if (answer.operation === "createApiKey" && isSuccess(answer) && /\bks_live_/.test(answer.text))
        isLive = true;
    },
    check: (call) => (movesMoney(call) ? refuseRealMoney(call) : undefined),
  };

  async function refuseRealMoney(call: Call): Promise<void> {
    // A key that can't be had blocks what needs it, and proves nothing.
    if (!isLive) await (foundOut ??= findOut().catch(() => undefined));
    if (!isLive && !carriesLiveKey(call)) return;
    throw new LiveTargetError(
      `${target.url} issued a live API key, and the run was about to use it for payments`,
    );
  }
}

const reading = ["GET", "HEAD", "OPTIONS", "TRACE"];

function movesMoney({ operation, method, path }: Call): boolean {
  if (operation === "createSession" || operation === "createRefund") return true;
  return !reading.includes(method) && /\bsessions\b/i.test(path);
}

function carriesLiveKey({ headers, query, json, raw }: Call): boolean {
  return /\bks_live_/.test(JSON.stringify([headers, query, json, String(raw)]));
}
