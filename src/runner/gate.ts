import { Blocked } from "../suite/index.ts";
import type { Rig } from "./rig.ts";
import type { Stop } from "./stop.ts";

/** Statuses by which a target lawfully refuses to log a merchant in, or asks to be left alone. */
const lawfulRefusals = [400, 401, 403, 422, 429, 503];

/**
 * Why there is no use in judging anything: the target can't be reached, or does not let the merchant in. One clear
 * reason then stands for all requirements. A login that answers unlawfully is judged like everything else.
 */
export async function whyUnreachable(
  { premises, baseUrl }: Pick<Rig, "premises" | "baseUrl">,
  stop: Pick<Stop, "reason">,
): Promise<string | undefined> {
  try {
    await premises.jwt();
  } catch (error) {
    if (stop.reason() !== undefined) return stop.reason();
    if (!(error instanceof Blocked)) throw error;
    const status = error.answer?.status;
    if (status === 0) return `the target could not be reached at ${baseUrl}: ${error.message}`;
    if (status !== undefined && lawfulRefusals.includes(status)) return error.message;
  }
  return undefined;
}

/** How many cases can be judged side by side: one, where every login of a check ends the token of all others. */
export async function widthFor({ premises }: Pick<Rig, "premises">, usual: number): Promise<number> {
  try {
    return (await premises.hasOneSessionOnly()) ? 1 : usual;
  } catch {
    return usual;
  }
}
