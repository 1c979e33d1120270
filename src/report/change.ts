import type { Verdict } from "../model/index.ts";

/** What became of a verdict: worse, better, none any more, one for the first time, or the same. */
export type Change = "broken" | "mended" | "lost" | "gained" | "same";

/** How bad it is for the target; what was not judged says nothing of it. */
const badness: Readonly<Partial<Record<Verdict, number>>> = { passed: 0, noted: 0, warned: 1, failed: 2 };

export function changeOf(before: Verdict, after: Verdict): Change {
  const [was, is] = [badness[before], badness[after]];
  if (was === undefined) return is === undefined ? "same" : "gained";
  if (is === undefined) return "lost";
  if (was === is) return "same";
  return is > was ? "broken" : "mended";
}
