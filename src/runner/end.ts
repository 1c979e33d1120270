import type { Limits } from "../model/index.ts";
import type { Case } from "../suite/index.ts";
import type { Judgement } from "./judge.ts";
import { LiveTargetError } from "./live-guard.ts";
import { createRecovery } from "./recovery.ts";
import type { Rig } from "./rig.ts";
import { unjudged } from "./schedule.ts";
import type { Stop } from "./stop.ts";

/** A target that is lost for so many cases in a row, though it answers others, does not come to its senses. */
const lostInARow = 25;

/** A case that a target's absence kept from being judged is judged again so often. */
const returns = 2;

const gone = "the target stopped answering in the middle of the run";

/** Knows why a run ends before its time: unreachable, stopped, bailed out, or the target is gone. */
export interface End {
  because(why: string): void;
  reason(): string | undefined;
  /** Judges a case; for another round, if the target went away meanwhile and came back. */
  watch(judge: (round: number) => Promise<Judgement>): Promise<Judgement>;
  /** Where real money would move, what is under way comes to its end, and is cleaned up. */
  guard(judged: Case, judging: Promise<Judgement>): Promise<Judgement>;
  /** What kept real money from moving. */
  refusal(): LiveTargetError | undefined;
}

export function createEnd(
  { isThere, pause }: Pick<Rig, "isThere" | "pause">,
  { maxOutageMs = 30_000 }: Limits,
  unreachable: string | undefined,
  stop: Stop,
): End {
  let known = unreachable;
  let lost = 0;
  let refusal: LiveTargetError | undefined;
  const whereabouts = createRecovery({ isThere, pause, patienceMs: maxOutageMs });
  const reason = () => stop.reason() ?? known;
  const isBack = async (): Promise<boolean> => {
    if (reason() !== undefined) return false;
    const found = await whereabouts().catch((error: unknown) => {
      if (reason() === undefined) throw error;
      return "there" as const;
    });
    if (found === "gone") known ??= gone;
    return found === "back";
  };
  return {
    reason,
    because(why) {
      known ??= why;
    },
    refusal: () => refusal,
    async guard(judged, judging) {
      try {
        return await judging;
      } catch (error) {
        if (!(error instanceof LiveTargetError)) throw error;
        refusal ??= error;
        known ??= error.message;
        return unjudged(judged, error.message);
      }
    },
    async watch(judge) {
      let judgement = await judge(0);
      for (
        let round = 1;
        round <= returns && judgement.networkFailed === true && (await isBack());
        round += 1
      )
        judgement = await judge(round);
      lost = judgement.networkFailed === true ? lost + 1 : 0;
      if (lost >= lostInARow)
        known ??= `nothing could be judged ${lost} times in a row; last, ${judgement.reason}`;
      return judgement;
    },
  };
}
