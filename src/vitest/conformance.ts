import { afterAll, describe, test } from "vitest";
import type { ConformanceOptions } from "../library/conformance-options.ts";
import { chaptersFor, everyChapter } from "../library/requirements.ts";
import type { Requirement } from "../model/index.ts";
import { createSession, type Session } from "./session.ts";
import { tell } from "./tell.ts";

/**
 * The options of the run, or a function that gives them: it is called once, when the first of the tests runs, after
 * every `beforeAll` that stands before it, so that it can name a server that was started there.
 */
export type ConformanceSource = ConformanceOptions | (() => ConformanceOptions | Promise<ConformanceOptions>);

/** How the tests are registered. */
export interface ConformanceSetup {
  /** What the `describe` around all of them is called; "Kadosei conformance" unless told. */
  readonly title?: string;
}

/**
 * Registers every requirement as a test: a `describe` for each suite, and a last test for the outcome of the whole.
 *
 * Only tests that Vitest selects are judged, in one run for all tests of the call: side by side, those that move the
 * target's clock alone and last. A test waits for its verdict without a time limit; `limits` of the options are the
 * run's own. What can't be judged is skipped with the reason, blocked requirements too, because they are no failure
 * of the target; the test "outcome" fails whenever the run is not conformant or not judged. Where that one is not
 * selected, the hook at the end fails for a run that was not judged.
 *
 * Tests are read from `only`, `skip` and `suites` of options that are given as they are. Options of a function come
 * too late for that: what they leave out is skipped.
 *
 * @param source - The options, or a function that gives them.
 * @param setup - How the tests are registered.
 * @throws ConformanceError `selection` when the options leave no requirement to judge.
 */
export function conformance(source: ConformanceSource, { title = usualTitle }: ConformanceSetup = {}): void {
  const chapters = typeof source === "function" ? everyChapter : chaptersFor(source);
  const ids = new Map(
    chapters.flatMap(({ requirements }) => requirements.map((one) => [nameOf(one), one.id])),
  );
  const session = createSession(async () => (typeof source === "function" ? source() : source), ids);
  describe(title, () => {
    for (const { title: chapter, requirements } of chapters)
      describe(chapter, () => {
        for (const requirement of requirements) register(requirement, session);
      });
    test("outcome", patiently, (context) => session.outcome(context));
    afterAll(() => session.close(), 0);
  });
}

const usualTitle = "Kadosei conformance";

/** The run keeps the time: a test may wait for all others. */
const patiently = { timeout: 0 };

function register(requirement: Requirement, session: Session): void {
  test(nameOf(requirement), patiently, async (context) => {
    const told = await session.resultOf(requirement.id, context);
    if (typeof told === "string") context.skip(told);
    else await tell(context, told);
  });
}

/** With the id, so that `vitest -t` finds it. */
function nameOf({ id, level, title }: Requirement): string {
  return `${id}: ${level} ${title}`;
}
