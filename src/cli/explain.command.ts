import { suites } from "../../suites/index.ts";
import {
  type Exchange,
  type ExchangeRecord,
  type Level,
  type RequirementResult,
  alternatives,
  howToGive,
  nearest,
} from "../model/index.ts";
import { type Fault, loadFault, type ReferenceServerOptions } from "../reference/index.ts";
import { exchangeRows, explanation, openScreen, sourceLine } from "../report/index.ts";
import type { Judgeable } from "../suite/index.ts";
import type { Context } from "./context.ts";
import { counterpartOf, onlooker } from "./onlooker.ts";
import { judgeReference, overTls } from "./trial.ts";
import { UsageError } from "./usage-error.ts";

const weight: Readonly<Record<Level, string>> = {
  MUST: "the Kadosei documentation states it; a target that breaks it is non-conformant",
  SHOULD:
    "standards ask for it where the documentation is silent; a target that breaks it is warned, under --strict failed",
  MAY: "nobody prescribes it, but integrators want to know; it is observed and never failed",
};

/** Tells all there is to know of a requirement, and shows a server that breaks it. */
export async function explainCommand(id: string, context: Context): Promise<number> {
  const requirement = requirementNamed(id);
  const faults = await Promise.all(requirement.faults.map(loadFault));
  const screen = openScreen(context.print, context.terminal);
  screen.print(...told(requirement, faults));
  const [first] = faults;
  if (first === undefined) return 0;
  screen.status(() => "judging a reference server with the first of these defects …");
  const onlooking = onlooker();
  const result = await broken(first, onlooking.requirement);
  const right = await counterpart(result, onlooking.seen, first);
  screen.status(() => "");
  if (result !== undefined) screen.print("", ...example(result, first, screen.paint));
  if (right !== undefined) screen.print("", ...goodExample(right, result, screen.paint));
  return 0;
}

function requirementNamed(id: string): Judgeable {
  const all = suites.flatMap(({ requirements }) => requirements);
  const found = all.find((requirement) => requirement.id === id);
  if (found !== undefined) return found;
  const meant = nearest(
    id,
    all.map((requirement) => requirement.id),
  );
  const hint = meant === undefined ? "`kadosei-conformance list` shows every id" : `did you mean ${meant}?`;
  throw new UsageError(`there is no requirement "${id}"`, hint);
}

function told(requirement: Judgeable, faults: readonly Fault[]): string[] {
  const { id, level, title, source, capability } = requirement;
  const rows: readonly (readonly [string, string])[] = [
    ["source", sourceLine(source)],
    ["weight", `${level}: ${weight[level]}`],
    ["claim", `judged when the target claims ${capability}`],
    ...requirement.needs.map(
      (need) =>
        [
          "needs",
          alternatives(need)
            .map((name) => howToGive[name])
            .join(", or "),
        ] as const,
    ),
    ...checked(requirement).map((line) => ["checked", line] as const),
    ...faults.map(({ title: cause }) => ["cause", cause] as const),
  ];
  return [
    id,
    `The API ${level} ${title}.`,
    "",
    ...rows.map(([label, text]) => `  ${label.padEnd(9)} ${text}`),
  ];
}

/** How it is judged: its variants, and what it watches. */
function checked({ cases, observe, alone, untested }: Judgeable): string[] {
  const variants = cases.flatMap(({ variant }) => (variant === undefined ? [] : [variant.name]));
  return [
    ...(untested === undefined ? [] : [`not at all: ${untested}`]),
    ...(variants.length === 0
      ? []
      : [
          `in ${variants.length} variants: ${variants.slice(0, 12).join("; ")}${variants.length > 12 ? " …" : ""}`,
        ]),
    ...(observe === undefined ? [] : ["on every exchange of the run, whichever requirement caused it"]),
    ...(alone ? ["while nothing else of the run talks to the target"] : []),
  ];
}

/** What the requirement says of the reference server with the fault: a real run, on this machine. */
async function broken(fault: Fault, watch: Judgeable): Promise<RequirementResult | undefined> {
  const server = { faults: [fault], ...(await protocolOf(fault)) };
  const { requirements } = await judgeReference({ only: [fault.breaks], server, attempts: 1, watch });
  return requirements.find(({ id, violations }) => id === fault.breaks && violations.length > 0);
}

/** What the reference server without the fault answers to the request that showed the violation. */
async function counterpart(
  result: RequirementResult | undefined,
  seen: readonly Exchange[],
  fault: Fault,
): Promise<ExchangeRecord | undefined> {
  const wrong = result?.violations[0]?.exchange;
  const wanted = wrong === undefined ? undefined : counterpartOf(wrong, seen);
  if (wanted === undefined) return undefined;
  const right = onlooker(wanted);
  const watch = right.requirement;
  const server = await protocolOf(fault);
  const { requirements } = await judgeReference({ only: [fault.breaks], server, attempts: 1, watch });
  return right.shown(requirements);
}

async function protocolOf({ over }: Fault): Promise<ReferenceServerOptions> {
  return over === "tls" ? overTls() : {};
}

function example(
  result: RequirementResult,
  { title }: Fault,
  paint: Parameters<typeof explanation>[0],
): string[] {
  const [first] = result.violations;
  const variants: RequirementResult["variants"] = [];
  const shown = { ...result, violations: first === undefined ? [] : [first], variants };
  const lines = explanation(paint, shown, { findings: 1, characters: 600, exchanges: true });
  const again = lines.filter((line) => !/^ {2}\S*again/.test(line));
  while (again.at(-1) === "") again.pop();
  return [`A server that does it wrong (${title}):`, "", ...again.map((line) => `  ${line}`.trimEnd())];
}

function goodExample(
  right: ExchangeRecord,
  wrong: RequirementResult | undefined,
  paint: Parameters<typeof exchangeRows>[0],
): string[] {
  const lines = exchangeRows(paint, right, wrong?.violations[0]?.exchange);
  return ["A server that does it right answers that request so:", "", ...lines.map((line) => `  ${line}`)];
}
