import type { ErrorObject } from "ajv/dist/2020.js";
import { expectation } from "./expectation.ts";
import { describe } from "./wording.ts";

/** One way in which a value breaks its schema. */
export interface SchemaFault {
  /** JSON pointer to the spot; "" is the whole value. */
  readonly where: string;
  /** What the schema asks for, such as "a number". */
  readonly expected: string;
  /** What was there, such as `the string "0.9"`. */
  readonly actual: string;
  /** Both in one sentence that names the spot. */
  readonly sentence: string;
}

/** Turns ajv's errors into faults: one for each spot and expectation, without echoes of inner errors. */
export function faultsFrom(errors: readonly ErrorObject[]): SchemaFault[] {
  const faults = new Map<string, SchemaFault>();
  for (const fault of errors.filter(({ keyword }) => keyword !== "if").map(faultFrom)) {
    const key = `${fault.where} ${fault.expected}`;
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()];
}

function faultFrom(error: ErrorObject): SchemaFault {
  const name = memberNamedBy(error);
  if (name === undefined) return brokenAt(error.instancePath, expectation(error), describe(error.data));
  const where = `${error.instancePath}/${escapePointer(name)}`;
  return isMissing(error)
    ? { where, expected: "to be present", actual: "nothing", sentence: `${spot(where)} is missing` }
    : {
        where,
        expected: "to be absent",
        actual: "present",
        sentence: `${spot(where)} is not a known member`,
      };
}

function brokenAt(where: string, expected: string, actual: string): SchemaFault {
  return { where, expected, actual, sentence: `${spot(where)} must ${bind(expected)}, but is ${actual}` };
}

function bind(expected: string): string {
  if (expected.startsWith("to ")) return expected.slice(3);
  return /^\d+ (character|item)/.test(expected) ? `have ${expected}` : `be ${expected}`;
}

function spot(where: string): string {
  return where === "" ? "the whole value" : `\`${where}\``;
}

function isMissing({ keyword }: ErrorObject): boolean {
  return keyword === "required" || keyword === "dependentRequired";
}

function memberNamedBy({ params }: ErrorObject): string | undefined {
  const named: unknown =
    params["missingProperty"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  return typeof named === "string" ? named : undefined;
}

function escapePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
