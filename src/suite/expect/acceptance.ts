import { isSuccess, summary } from "../answer.ts";
import type { Arranged } from "../arrange.ts";
import { isPutOffForGood } from "../patience.ts";
import { type Evidence, Violation } from "../violation.ts";
import { type Flaw, notAccepted, type RefusalParts } from "./refusal.ts";

/** Another way to say the same. */
export type Spelling = Pick<Flaw, "name" | "apply">;

export interface Acceptance {
  readonly when: readonly Spelling[];
  readonly hint?: string;
}

/** Judges that a lawful call, which is accepted as it is, is accepted in each of several other spellings. */
export async function judgeAcceptance(
  { send }: RefusalParts,
  arranged: Arranged,
  { when, hint }: Acceptance,
): Promise<void> {
  const control = await send(arranged.call);
  if (!isSuccess(control)) throw notAccepted(control);
  const evidence = await Promise.all(
    when.map(async ({ name, apply }): Promise<readonly Evidence[]> => {
      const { call } = await arranged.sibling();
      const answer = await send(apply(call));
      if (isSuccess(answer)) return [];
      if (isPutOffForGood(answer)) throw notAccepted(answer);
      return [{ where: `status, ${name}`, expected: "a 2xx status", actual: summary(answer), hint, answer }];
    }),
  );
  if (evidence.flat().length > 0) throw new Violation(evidence.flat());
}
