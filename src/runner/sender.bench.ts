import { createBudget, createClient, createRedaction, openTransport } from "../http/index.ts";
import type { RunSettings } from "../model/index.ts";
import { type Call, createExpect, createValues, type Judgeable } from "../suite/index.ts";
import { createAnswerWatch } from "./answer-secrets.ts";
import { createCreations } from "./creations.ts";
import { createLedger } from "./ledger.ts";
import { createLiveGuard } from "./live-guard.ts";
import { createObservers } from "./observers.ts";
import { createSender } from "./sender.ts";

/** The client of a run with everything that watches it, for calls as checks make them. */
export function openRecorder(
  settings: RunSettings,
  requirements: readonly Judgeable[],
): { send(call: Call): Promise<string>; close(): Promise<void> } {
  const { target, limits, seed } = settings;
  const { transport, close } = openTransport(target);
  const client = createClient({
    transport,
    budget: createBudget(limits),
    limits,
    signal: new AbortController().signal,
  });
  const learn = createAnswerWatch(createRedaction(), settings);
  const guard = createLiveGuard(settings, async () => undefined);
  const values = createValues({ seed, runId: "bench", place: "bench", attempt: 0 });
  const expect = createExpect({ values, send: () => Promise.reject(new Error("an observer sends nothing")) });
  const observers = createObservers(requirements, expect);
  const books = { ledger: createLedger(), creations: createCreations() };
  const parts = { client, target, guard, learn, ...books, observers };
  const sender = createSender(parts, "bench");
  return {
    async send(call) {
      const { status, text } = await sender.send(call);
      if (status < 200 || status >= 300) throw new Error(`${call.method} ${call.path} answered ${status}`);
      return text;
    },
    close,
  };
}
