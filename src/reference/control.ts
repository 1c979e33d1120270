import * as v from "valibot";
import { createBodyReader } from "./body-reader.ts";
import type { Answer, Incoming } from "./call.ts";
import { createErrors } from "./errors.ts";
import type { Errors } from "./errors.ts";
import { createFinisher } from "./finisher.ts";
import { toIncoming } from "./listener.ts";
import type { Respond } from "./listener.ts";
import { createMatcher } from "./matcher.ts";
import { outageKinds } from "./outages.ts";
import type { Use } from "./parts.ts";
import { refundOutcomeNames } from "./refund-outcomes.ts";
import { Refusal } from "./refusal.ts";

const routes = {
  readClock: { method: "GET", path: "/clock" },
  advanceClock: { method: "POST", path: "/clock" },
  actOnSession: { method: "POST", path: "/sessions/{id}/{action}" },
  issueInvite: { method: "POST", path: "/invites" },
  setRefundOutcome: { method: "POST", path: "/refunds/outcome" },
  actOnRefund: { method: "POST", path: "/refunds/{id}/{action}" },
  setOutage: { method: "POST", path: "/providers/{name}/outage" },
} as const;

interface Order {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const tenYears = 10 * 365 * 86_400;

const seconds = (least: number) =>
  v.pipe(
    v.number("must be a number"),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(tenYears, `must be at most ${tenYears}`),
  );

const read = <Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new Refusal(
    400,
    result.issues.map((issue) => `${v.getDotPath(issue) ?? "body"}: ${issue.message}`),
  );
};

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const clock = (use: Use) => ({ now: instant(use().clock.now()) });

const advance = (use: Use, { body }: Order) => {
  const { advanceSeconds } = read(v.object({ advanceSeconds: seconds(0) }), body);
  use().clock.advance(advanceSeconds);
  use().sessionStates.sweep();
  return clock(use);
};

const actOnSession = (use: Use, { params }: Order) => {
  const session = use().sessions.find(params["id"] ?? "");
  if (session === undefined) throw new Refusal(404, "No such session");
  const action = read(v.picklist(["pay", "decline", "cancel"]), params["action"]);
  use().sessionStates[action](session);
  return use().views.session(session);
};

const issueInvite = (use: Use, { body }: Order) => {
  const { expiresInSeconds } = read(v.object({ expiresInSeconds: v.exactOptional(seconds(1)) }), body);
  const { token, expiresAt } = use().invites.issue(expiresInSeconds);
  return { token, expiresAt: instant(expiresAt) };
};

const outcomeOrder = v.object({
  outcome: v.picklist(refundOutcomeNames),
  /** For the refunds of this session only … */
  sessionId: v.exactOptional(v.string()),
  /** … or for the next refund only; else for all. */
  next: v.exactOptional(v.boolean()),
});

const setRefundOutcome = (use: Use, { body }: Order) => {
  const { outcome, sessionId, next = false } = read(outcomeOrder, body);
  const { refundOutcomes } = use();
  if (sessionId !== undefined) refundOutcomes.setForSession(sessionId, outcome);
  else if (next) refundOutcomes.setForNext(outcome);
  else refundOutcomes.setForAll(outcome);
  return { outcome };
};

const actOnRefund = (use: Use, { params }: Order) => {
  const refund = use().refunds.find(params["id"] ?? "");
  if (refund === undefined) throw new Refusal(404, "No such refund");
  use().ledger[read(v.picklist(["complete", "fail"]), params["action"])](refund);
  return use().views.listedRefund(refund);
};

const setOutage = (use: Use, { params, body }: Order) => {
  const { kind } = read(v.object({ kind: v.picklist(outageKinds) }), body);
  use().outages.set(params["name"] ?? "", kind);
  return { kind };
};

const actions: Readonly<Record<keyof typeof routes, (use: Use, order: Order) => unknown>> = {
  readClock: clock,
  advanceClock: advance,
  actOnSession,
  issueInvite,
  setRefundOutcome,
  actOnRefund,
  setOutage,
};

const parse = (rawBody: Buffer | undefined): unknown => {
  if (rawBody === undefined || rawBody.length === 0) return {};
  try {
    return JSON.parse(rawBody.toString("utf8"));
  } catch {
    throw new Refusal(400, "The body is not valid JSON");
  }
};

/**
 * The hand behind the scenes: time, shoppers, providers and invitations, for whoever drives the server. It reads and
 * answers with parts of its own, so that a fault of the API is none of the control.
 */
export const createControl = (use: Use): Respond => {
  const find = createMatcher(routes);
  const finisher = createFinisher();
  const errors: Errors = createErrors(() => ({ ...use(), errors }));
  const bodyReader = createBodyReader(use);

  const act = (incoming: Incoming): unknown => {
    const { byMethod } = find(incoming.target.split("?")[0] ?? "");
    const match = byMethod.get(incoming.method);
    if (match === undefined) throw new Refusal(byMethod.size === 0 ? 404 : 405, "No such control");
    return actions[match.name](use, { params: match.params, body: parse(incoming.rawBody) });
  };
  const answer = (incoming: Incoming): Answer => {
    try {
      return { status: 200, body: act(incoming) };
    } catch (error) {
      return errors.answer(error, incoming);
    }
  };
  return async (request, response) => {
    const incoming = toIncoming(request, await bodyReader.collect(request));
    finisher.write(finisher.finish(answer(incoming), incoming), response, incoming);
  };
};
