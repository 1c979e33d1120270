import { suites } from "../../suites/index.ts";
import { known } from "../library/requirements.ts";
import type { Requirement } from "../model/index.ts";
import { catalogueMarkdown } from "../report/index.ts";
import { select } from "../runner/index.ts";
import type { Judgeable } from "../suite/index.ts";
import type { Context } from "./context.ts";

export interface ListFlags {
  readonly suite?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** Prints the requirements that a run with the same selection would judge. */
export function listCommand(flags: ListFlags, { print, terminal }: Context): number {
  const selection = { suites: flags.suite ?? [], only: flags.only ?? [], skip: flags.skip ?? [] };
  const selected = select(suites, selection);
  const requirements = selected.map(known);
  if (flags.json === true) print(`${JSON.stringify(requirements, undefined, 2)}\n`);
  else if (flags.markdown === true) print(catalogueMarkdown(chaptersOf(selected)));
  else print(table(requirements, terminal.isTTY ? terminal.columns : Infinity));
  return 0;
}

function chaptersOf(selected: readonly Judgeable[]) {
  return suites
    .map(({ name, title }) => ({ title, requirements: selected.filter(({ suite }) => suite === name) }))
    .filter(({ requirements }) => requirements.length > 0);
}

function table(requirements: readonly Requirement[], columns: number): string {
  const width = Math.max(...requirements.map(({ id }) => id.length));
  const lines = requirements.map(
    ({ id, level, title }) => `${id.padEnd(width)}  ${level.padEnd(6)}  ${title}`,
  );
  const cut = (line: string) => (line.length > columns ? `${line.slice(0, columns - 1)}…` : line);
  const total = `${requirements.length} requirement${requirements.length === 1 ? "" : "s"}`;
  return `${[...lines.map(cut), "", total].join("\n")}\n`;
}
