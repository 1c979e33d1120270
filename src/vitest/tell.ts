import type { TestContext } from "vitest";
import type { RequirementResult, ViolationRecord } from "../model/index.ts";
import { exchangeText, expectation, printable, violationText } from "../report/index.ts";
import { plainError, type Told } from "./session.ts";

/** Tells Vitest a verdict: the test fails, is skipped, or passes, with the evidence as annotations. */
export async function tell(context: TestContext, told: Told): Promise<void> {
  const { verdict, reason = "", notes, expected } = told.result;
  if (verdict === "skipped" || verdict === "blocked") context.skip(safe(`${verdict}: ${reason}`));
  for (const note of notes) await context.annotate(safe(note), "notice");
  if (verdict === "passed" || verdict === "noted") return;
  if (verdict === "errored") throw plainError("Errored", safe(`${reason}\n${defect}`));
  if (verdict === "warned" || expected !== undefined) await warn(context, told);
  else await fail(context, told);
}

const defect = "This is a defect of kadosei-conformance, not of the target; please report it.";

/** What does not fail the target, and is worth a look. */
async function warn(context: TestContext, { result }: Told): Promise<void> {
  const declared = result.expected === undefined ? [] : [expectation(result.expected)];
  const texts = [...declared, ...result.violations.map(violationText)];
  for (const text of texts) await context.annotate(safe(text), "warning");
}

/** One exchange shows it; `runConformance` and the command tell them all. */
async function fail(context: TestContext, told: Told): Promise<never> {
  const how = again(context, told);
  const exchange = told.result.violations.find((violation) => violation.exchange)?.exchange;
  if (exchange !== undefined) await context.annotate(safe(exchangeText(exchange).trim()), "exchange");
  await context.annotate(how, "reproduce");
  throw violationError(told.result, how);
}

/** What repeats the verdict, with the same values. */
function again({ task }: TestContext, { result, seed }: Told): string {
  return `npx vitest run ${task.file.name} -t "${result.id}:", with seed: ${seed} among the options`;
}

/** What was expected and what came stand side by side, as in any other test. */
function violationError({ level, title, violations, reason }: RequirementResult, how: string): Error {
  const several = violations.length > 1;
  const side = (name: "expected" | "actual") =>
    violations.map((one) => (several ? `${one.where}: ${one[name]}` : one[name])).join("\n");
  const message = [
    `The API ${level} ${title}.`,
    ...(reason === undefined ? [] : [reason]),
    ...violations.flatMap((one) => [...(several ? [] : [`where: ${one.where}`]), ...factsOf(one)]),
    `again: ${how}`,
  ].join("\n");
  const sides = { expected: safe(side("expected")), actual: safe(side("actual")) };
  return Object.assign(plainError("Violation", safe(message)), sides);
}

/** What the two sides don't tell. */
function factsOf({ hint, generated, alike }: ViolationRecord): readonly string[] {
  return [
    ...(generated === undefined
      ? []
      : [`input: ${generated.input} (seed ${generated.seed}, path ${generated.path})`]),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
    ...(alike === undefined ? [] : [`alike: ${alike} more with the same cause`]),
  ];
}

/** What a target says must not steer the terminal that a reporter prints to. */
function safe(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
