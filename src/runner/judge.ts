import { type Claim, howToGive, type Means, type Need, alternatives, type Verdict } from "../model/index.ts";
import {
  type Answer,
  Blocked,
  type Case,
  type Generation,
  type Judgeable,
  type KnownCase,
  NotServed,
  summary,
  Violation,
  type World,
} from "../suite/index.ts";

/** What judging one case came to, before it is written down. */
export interface Judgement {
  readonly variant: string | undefined;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly violation?: Violation;
  /** Place of the run whose exchange an observer found wrong. */
  readonly during?: string;
  /** Means that were missing, where that is why nothing was judged. */
  readonly missing: readonly Need[];
  readonly notes: readonly string[];
  /** What the check is about is not there, or not claimed. */
  readonly notServed?: boolean;
  /** Blocked because a connection died, or the target put it off to the end: worth another try. */
  readonly networkFailed?: boolean;
  /** Generated cases that were judged; absent where none were drawn. */
  readonly cases?: number;
  /** Number of the case after them. */
  readonly next?: number;
  readonly durationMs: number;
}

/** What the run can judge with. */
export interface Equipment {
  readonly claims: readonly Claim[];
  readonly given: readonly Means[];
  readonly strict: boolean;
}

export interface JudgeParts {
  readonly equipment: Equipment;
  readonly timeoutMs: number;
  readonly attempts?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A fresh world for each attempt; nothing is sent in it after its watch is over. */
  readonly world: (attempt: number, watch: Watch, draw: Draw) => World;
}

/** Which generated cases an attempt draws, where its check draws any. */
export interface Draw {
  /** Nothing but these, which failed before. */
  readonly again?: readonly KnownCase[];
  /** The next ones of a check that goes on. */
  readonly slice?: Slice;
}

/** Further cases of a check that has judged some. */
export interface Slice extends Pick<Generation, "from" | "cases" | "known" | "isEnough"> {
  /** Counts from 1. */
  readonly number: number;
}

/** Is told by a world what goes on in it. */
export interface Watch {
  /** Gathers what the check observes. */
  readonly note: (sentence: string) => void;
  /** A generated case was judged: time counts anew from here. */
  readonly ran: () => void;
  /** So many generated cases were drawn and judged, and this is the number of the next. */
  readonly drew: (judged: number, next: number) => void;
  /** A request was put off for as long as anyone waits: what the check makes of it blames nobody. */
  readonly putOff: (answer: Answer) => void;
  /** Fires when the check's time is over: one that is late must not go on behind the run's back. */
  readonly over: AbortSignal;
  /** It has failed before, and is judged again to see whether it does so every time. */
  readonly hasFailed: boolean;
}

/** A check that fails is run this often in all, unless told. */
const usualAttempts = 3;

/** Judges one case of a requirement. Never rejects but for an error that ends the run. */
export async function judge(
  requirement: Judgeable,
  judged: Case,
  parts: JudgeParts,
  draw: Draw = {},
): Promise<Judgement> {
  const began = performance.now();
  const finish = (found: Found): Judgement => ({
    variant: judged.variant?.name,
    missing: [],
    notes: [],
    ...found,
    durationMs: Math.round(performance.now() - began),
  });
  const unable = whyUnable(requirement, judged, parts.equipment);
  return finish(unable ?? (await judgeRepeatedly(requirement, judged, parts, draw)));
}

type Found = Pick<Judgement, "verdict"> & Partial<Judgement>;

/** The reason that a case can't be judged by this run, if there is one. */
export function whyUnable(
  { capability, needs }: Judgeable,
  { variant }: Case,
  equipment: Equipment,
): Found | undefined {
  const claim = [capability, variant?.capability ?? capability].find(
    (name) => !equipment.claims.includes(name),
  );
  if (claim !== undefined)
    return { verdict: "skipped", notServed: true, reason: `the target does not claim \`${claim}\`` };
  const missing = [...needs, ...(variant?.needs ?? [])].filter(
    (need) => !alternatives(need).some((name) => equipment.given.includes(name)),
  );
  if (missing.length === 0) return undefined;
  return { verdict: "skipped", missing, reason: missing.map(wanting).join("; ") };
}

function wanting(need: Need): string {
  const names = alternatives(need);
  return `needs ${names.join(" or ")}: ${names.map((name) => howToGive[name]).join(", or ")}`;
}

async function judgeRepeatedly(
  requirement: Judgeable,
  judged: Case,
  parts: JudgeParts,
  first: Draw,
): Promise<Found> {
  const level = judged.variant?.level ?? requirement.level;
  const { attempts = usualAttempts } = parts;
  const founds: Found[] = [];
  let draw = first;
  do {
    founds.push(await judgeOnce(judged, founds, parts, draw));
    draw = { ...first, ...drawAgain(founds[0]?.violation) };
  } while (founds.length < attempts && worthRepeating(founds) && parts.signal?.aborted !== true);
  const isOptional = judged.variant?.optional ?? requirement.optional;
  const { cases, next } = founds[0] ?? {};
  const drawn = cases === undefined || next === undefined ? {} : { cases, next };
  const found = mandatory({ ...combined(founds), ...drawn }, level === "MUST" && !isOptional);
  return atLevel(level, found, parts.equipment.strict);
}

/** Repeats a failure to see whether it is stable, and what was blocked by the network to see whether it stays so. */
function worthRepeating(founds: readonly Found[]): boolean {
  const last = founds.at(-1);
  if (founds.some(({ verdict }) => verdict === "failed")) return true;
  return last?.verdict === "blocked" && last.networkFailed === true;
}

/** Whether a generated failure is stable, its smallest cases show without another search. */
function drawAgain(violation: Violation | undefined): Draw {
  const again = violation?.evidence.flatMap(({ generated }) =>
    generated === undefined ? [] : [{ seed: generated.seed, path: generated.path }],
  );
  const isWhole = again !== undefined && again.length > 0 && again.length === violation?.evidence.length;
  return isWhole ? { again } : {};
}

function combined(founds: readonly Found[]): Found {
  const failures = founds.filter(({ verdict }) => verdict === "failed");
  const failure = failures[0];
  if (failure === undefined) return founds.at(-1) ?? { verdict: "errored", reason: "nothing was judged" };
  if (failures.length === founds.length) return failure;
  return { ...failure, reason: `unstable: ${failures.length} of ${founds.length}` };
}

/** What a MUST is about may be lacking only where the contract leaves it open; else nothing was judged. */
function mandatory(found: Found, isMandatory: boolean): Found {
  return isMandatory && found.notServed === true ? { ...found, verdict: "blocked" } : found;
}

function atLevel(level: Judgeable["level"], found: Found, strict: boolean): Found {
  if (level === "MAY" && (found.verdict === "passed" || found.verdict === "failed"))
    return { ...found, verdict: "noted" };
  if (level === "SHOULD" && found.verdict === "failed" && !strict) return { ...found, verdict: "warned" };
  return found;
}

async function judgeOnce(
  { check }: Case,
  earlier: readonly Found[],
  parts: JudgeParts,
  draw: Draw,
): Promise<Found> {
  const { timeoutMs, signal } = parts;
  const notes: string[] = [];
  const patience = createPatience(timeoutMs);
  const over = new AbortController();
  let offPut: Answer | undefined;
  const putOff = (answer: Answer) => void (offPut ??= answer);
  const note = (sentence: string) => void notes.push(sentence);
  let drawn: Pick<Judgement, "cases" | "next"> = {};
  const drew = (cases: number, next: number) => void (drawn = { cases, next });
  const hasFailed = earlier.some(({ verdict }) => verdict === "failed");
  const watch = { note, drew, putOff, ran: patience.renew, over: over.signal, hasFailed };
  try {
    await patience.within(check(parts.world(earlier.length, watch, draw)));
    return { verdict: "passed", notes, ...drawn };
  } catch (error) {
    if (signal?.aborted === true)
      return { verdict: "blocked", reason: "the run was stopped before it was judged", notes };
    return {
      ...verdictOn(error instanceof Violation && offPut !== undefined ? wasPutOff(offPut) : error),
      notes,
      ...drawn,
    };
  } finally {
    over.abort(caseIsOver);
  }
}

/** Made once, because an error for each case would take time. */
const caseIsOver = new Error("the case has been judged");

function wasPutOff(answer: Answer): Blocked {
  return new Blocked(
    `the target put a request off for longer than the run waits: ${summary(answer)}`,
    answer,
  );
}

/** Only a Violation blames the target. */
export function verdictOn(error: unknown): Found {
  if (error instanceof Violation) return { verdict: "failed", violation: error };
  if (error instanceof NotServed)
    return { verdict: "skipped", notServed: true, reason: `not served by the target: ${error.message}` };
  if (error instanceof Blocked)
    return { verdict: "blocked", reason: error.message, networkFailed: isLost(error.answer?.status) };
  if (error instanceof Error && "code" in error && error.code === "LIVE_TARGET") throw error;
  return {
    verdict: "errored",
    reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** No answer at all, or none but "later" for as long as anyone waits. */
function isLost(status: number | undefined): boolean {
  return status === 0 || status === 429;
}

/** Waits for so long at most; for a check of many cases, so long for each. */
function createPatience(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  return {
    renew(): void {
      timer?.refresh();
    },
    async within(work: Promise<void>): Promise<void> {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Blocked(`not judged within ${Math.round(ms / 1000)} s`)), ms);
      });
      try {
        await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
        timer = undefined;
      }
    },
  };
}
