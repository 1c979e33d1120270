import type { RequirementResult } from "../model/index.ts";
import type { RunOptions } from "./run.ts";

/** What there is to be judged again. */
export type Reproducible = Pick<RequirementResult, "id" | "violations" | "variants">;

/** The command that shows a verdict again: a replay where a run of the requirement alone would search anew. */
export function reproduce(
  { invocation, replay, settings }: Pick<RunOptions, "invocation" | "replay" | "settings">,
  { id, violations, variants }: Reproducible,
): string {
  const isDrawn = violations.some(({ generated }) => generated !== undefined);
  const isSeenElsewhere = variants.some(({ during }) => during !== undefined);
  // Without flags of its own, a run is a replay already.
  if (replay !== undefined && (isDrawn || isSeenElsewhere || invocation === ""))
    return `npx kadosei-conformance ${replay(id)}`;
  return `npx kadosei-conformance ${invocation} --only ${id} --seed ${settings.seed}`;
}
