import { suites } from "../../suites/index.ts";
import type { Requirement } from "../model/index.ts";
import { select } from "../runner/index.ts";
import { conformanceErrorFrom } from "./conformance-error.ts";
import { type ConformanceOptions, settingsFrom } from "./conformance-options.ts";

/**
 * Every requirement that a run can judge, in the order of the contract.
 *
 * @returns Id, level, title, source, capability and needs of each; nothing is judged.
 */
export function listRequirements(): readonly Requirement[] {
  return suites.flatMap(({ requirements }) => requirements.map(known));
}

/** The requirement without the code that judges it. */
export function known(requirement: Requirement): Requirement {
  const { id, suite, title, level, source, capability, needs, faults } = requirement;
  return { id, suite, title, level, source, capability, needs, faults };
}

/** A suite with those of its requirements that are to be judged. */
export interface Chapter {
  readonly title: string;
  readonly requirements: readonly Requirement[];
}

export const everyChapter: readonly Chapter[] = suites;

/** What a run with these options would judge, by suites. Throws a ConformanceError for options that can't be. */
export function chaptersFor(options: ConformanceOptions): readonly Chapter[] {
  try {
    const selected = new Set<Requirement>(select(suites, settingsFrom(options).selection));
    const chosen = suites.map(({ title, requirements }) => ({
      title,
      requirements: requirements.filter((requirement) => selected.has(requirement)),
    }));
    return chosen.filter(({ requirements }) => requirements.length > 0);
  } catch (cause) {
    throw conformanceErrorFrom(cause);
  }
}

/** The ids of their requirements. */
export function idsIn(chapters: readonly Chapter[]): readonly string[] {
  return chapters.flatMap(({ requirements }) => requirements.map(({ id }) => id));
}
