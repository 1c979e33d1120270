import { createBudget, createClient, createRedaction, openTransport, reachOf, sleep } from "../http/index.ts";
import {
  alternatives,
  type GeneratedCases,
  type LeftOver,
  type Means,
  meansGiven,
  type Made,
  type RequirementResult,
  type RunEvent,
  type RunSettings,
} from "../model/index.ts";
import {
  type Answer,
  Blocked,
  callOf,
  type Case,
  createExpect,
  createRunPremises,
  createValues,
  createWorld,
  type Facts,
  type Judgeable,
  type Premises,
  type World,
} from "../suite/index.ts";
import { createAnswerWatch } from "./answer-secrets.ts";
import { createCreations } from "./creations.ts";
import { createDrivers } from "./drivers.ts";
import { createGenerations, idle } from "./generations.ts";
import { type Draw, judge, type Judgement, type Slice, type Watch } from "./judge.ts";
import { createLedger, noLedger } from "./ledger.ts";
import { createLiveGuard } from "./live-guard.ts";
import { createNews } from "./news.ts";
import { createObservers, type Observed } from "./observers.ts";
import { createReceiver } from "./receiver.ts";
import { reproduce } from "./reproduce.ts";
import { resultOf } from "./result.ts";
import type { RunOptions } from "./run.ts";
import { movesClock } from "./schedule.ts";
import { learnSettings } from "./secrets.ts";
import { baseUrlOf, createSender, type SenderParts } from "./sender.ts";
import { tokenSeconds } from "./stop.ts";

/** Everything a run is equipped with, wired together once. */
export interface Rig {
  readonly baseUrl: string;
  readonly given: readonly Means[];
  readonly premises: Premises;
  /** A world to look around in: no observer judges what is met there, but `met` is told of it. */
  aside(place: string, met?: (answer: Answer) => void): World;
  /** Judges a case, in each round with values of its own: the target may remember those of an earlier one. */
  judge(requirement: Judgeable, judged: Case, round: number): Promise<Judgement>;
  /** Judges further cases of a check, and leaves nothing of them behind, neither on the target nor in memory. */
  judgeSlice(requirement: Judgeable, judged: Case, round: number, slice: Slice): Promise<Judgement>;
  resultOf(requirement: Judgeable, judgements: readonly Judgement[]): RequirementResult;
  observed(id: string): Observed;
  /** Whether the target answers at all. */
  isThere(): Promise<boolean>;
  pause(ms: number): Promise<void>;
  requests(): number;
  /** Generated cases that were judged. */
  cases(): GeneratedCases;
  /** How many things of each kind the run made on the target. */
  made(): Made;
  /** A text with every secret that the run knows masked. */
  mask(text: string): string;
  cleanUp(): Promise<readonly LeftOver[]>;
  close(): Promise<void>;
}

export interface RigOptions extends Omit<RunOptions, "emit"> {
  /** Told what is made on the target and taken away again, as it happens. */
  readonly tell?: (event: RunEvent) => void;
}

export function createRig(options: RigOptions, requirements: readonly Judgeable[]): Rig {
  const { settings, runId, signal } = options;
  const { target, limits, seed } = settings;
  const redaction = createRedaction();
  learnSettings(redaction, settings);
  const { transport, close } = openTransport(target);
  const client = createClient({ transport, budget: createBudget(limits, signal), limits, signal });
  const ledger = options.bundled === true ? noLedger : createLedger(options.tell);
  const creations = createCreations();
  const valuesAt = (place: string, attempt = 0) => createValues({ seed, runId, place, attempt });
  const observers = createObservers(
    requirements,
    createExpect({ send: nothingIsSent, values: valuesAt("observers") }),
  );
  const learn = createAnswerWatch(redaction, settings);
  const guard = createLiveGuard(settings, () => premises.apiKey());
  const generations = createGenerations(options, redaction);
  const news = createNews(options, {
    mask: redaction.mask,
    requests: creations.requests,
    cases: () => generations.judged().total,
  });
  const senderParts = { client, target, guard, learn, ledger, observers, creations, news };
  const senderFor = (place: string, watch: Partial<Pick<Watch, "over" | "putOff">> = {}) =>
    createSender({ ...senderParts, over: watch.over, putOff: watch.putOff }, place);
  const leftBehind: LeftOver[] = [];

  const given = meansGiven(settings);
  const facts: Facts = { ...settings, baseUrl: baseUrlOf(target), given };
  const shared = {
    facts,
    paymentMethodsPath: target.paths.paymentMethods,
    keepSecret: redaction.learn,
    pause: (ms: number) => sleep(ms, signal),
  };
  const premises = createRunPremises({
    ...shared,
    sender: senderFor("premises"),
    values: valuesAt("premises"),
  });
  const receiver = createReceiver(settings.receiver, signal);
  const drivers = { ...createDrivers(settings, transport, redaction.learn, signal), receiver };
  const equipment = { claims: settings.claims, given, strict: settings.strict };
  /** `attempt` counts from there; what the check makes and learns is kept by `own`. */
  const judgeAt = async (requirement: Judgeable, judged: Case, attempt: number, draw: Draw, own: Keeping) => {
    const place = placeOf(requirement, judged);
    const world = (more: number, watch: Watch, drawn: Draw): World => {
      if (more > 0 && movesClock(requirement)) premises.reset();
      const { note, over, putOff } = watch;
      const sender = createSender({ ...senderParts, ...own.parts, over, putOff }, place);
      const values = valuesAt(place, attempt + more);
      const generation = generations.at(place, watch, drawn);
      const { keepSecret } = own;
      return createWorld({ ...shared, ...drivers, sender, values, premises, generation, note, keepSecret });
    };
    const { attempts } = limits;
    const timeoutMs = timeFor(requirement, settings);
    const judgement = await judge(
      requirement,
      judged,
      { equipment, timeoutMs, attempts, signal, world },
      draw,
    );
    if (movesClock(requirement)) premises.reset();
    return judgement;
  };
  return {
    baseUrl: facts.baseUrl,
    given,
    premises,
    aside(place, met = () => undefined) {
      const sender = createSender({ ...senderParts, observers: { ...blind, notice: met } }, place);
      const values = valuesAt(place);
      const own = { sender, values, premises, generation: idle, note: () => undefined };
      return createWorld({ ...shared, ...drivers, ...own });
    },
    judge: (requirement, judged, round) =>
      judgeAt(requirement, judged, round * attemptsPerRound, {}, { parts: {}, keepSecret: redaction.learn }),
    async judgeSlice(requirement, judged, round, slice) {
      const lease = redaction.lease();
      const own = createLedger();
      const parts = { ledger: own, learn: createAnswerWatch(lease, settings) };
      const seen = observers.held();
      const attempt = (slice.number * roundsPerSlice + round) * attemptsPerRound;
      const judgement = await judgeAt(
        requirement,
        judged,
        attempt,
        { slice },
        { parts, keepSecret: lease.learn },
      );
      leftBehind.push(...(await own.cleanUp(sweeper())));
      creations.settle();
      // What is to be shown later must be masked then.
      if (judgement.verdict === "passed" && observers.held() === seen) lease.forget();
      return judgement;
    },
    resultOf: (requirement, judgements) =>
      resultOf(requirement, judgements, {
        redaction,
        reach: reachOf(target),
        without: settings.without,
        reproduce: (result) => reproduce(options, result),
      }),
    observed: observers.observed,
    async isThere() {
      const { exchange } = await senderFor("premises").send(callOf("listApplications", "/applications"));
      return exchange.response !== undefined;
    },
    pause: shared.pause,
    requests: creations.requests,
    cases: generations.judged,
    made: creations.made,
    mask: redaction.mask,
    cleanUp: async () => cleanUp(),
    close: async () => {
      await Promise.all([close(), receiver.close()]);
    },
  };

  /** Takes away what a slice has made, within the budget of the run. */
  function sweeper() {
    const parts = { ...senderParts, ledger: createLedger(), observers: blind };
    const sender = createSender(parts, "clean-up");
    const own = { sender, values: valuesAt("clean-up"), premises, generation: idle, note: () => undefined };
    return createWorld({ ...shared, ...drivers, ...own }).management;
  }

  /** Under a client of its own, so that an interrupted run cleans up as well. */
  async function cleanUp(): Promise<readonly LeftOver[]> {
    const inTime = AbortSignal.timeout(cleanUpMs);
    const patient = createClient({ transport, budget: createBudget(limits, inTime), limits, signal: inTime });
    const unwatched = { ...senderParts, client: patient, ledger: createLedger(), observers: blind };
    const sender = createSender(unwatched, "clean-up");
    const values = valuesAt("clean-up");
    const managementOf = (merchant: Facts["merchant"]) => {
      const owner = { ...shared, facts: { ...facts, merchant }, sender, values };
      const own = {
        ...owner,
        ...drivers,
        premises: createRunPremises(owner),
        note: () => undefined,
        generation: idle,
      };
      return createWorld(own).management;
    };
    const { merchant, secondMerchant } = settings;
    const owners = [merchant, secondMerchant].flatMap((one) => (one ? [managementOf(one)] : []));
    return [...leftBehind, ...(await ledger.cleanUp(...owners))];
  }
}

/** Where what a check makes on the target and learns of secrets is kept. */
interface Keeping {
  readonly parts: Partial<Pick<SenderParts, "ledger" | "learn">>;
  readonly keepSecret: (value: string, name: string) => void;
}

function placeOf({ id }: Judgeable, { variant }: Case): string {
  return variant === undefined ? id : `${id} (${variant.name})`;
}

const blind = { notice: () => undefined, observed: () => ({ met: 0, violations: [] }), held: () => 0 };

/** More than any case is judged in one round. */
const attemptsPerRound = 1000;

/** More than any slice is judged in. */
const roundsPerSlice = 10;

/** What is not taken away by then is listed. */
const cleanUpMs = 60_000;

/** A requirement that was told to wait for a token to expire gets that time on top. */
function timeFor({ needs }: Judgeable, { limits, waitForExpiry }: RunSettings): number {
  const waits = waitForExpiry && needs.some((need) => alternatives(need).includes("waitForExpiry"));
  return limits.requirementTimeoutMs + (waits ? tokenSeconds * 1000 : 0);
}

/** Observers judge answers; they send nothing. */
async function nothingIsSent(): Promise<never> {
  throw new Blocked("an observer does not send");
}
