import { bodyFlaw, type BodyRecipe } from "./broken-bodies.ts";
import { type Call, withRaw } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";
import { typicalOperations } from "./media-types.ts";

interface HostileValue {
  readonly name: string;
  readonly value: string;
  readonly bytes?: boolean;
}

const hostile = fixture<{
  members: readonly BodyRecipe[];
  parser: readonly BodyRecipe[];
  texts: readonly HostileValue[];
  numbers: readonly HostileValue[];
}>("hostile-json");

/** Members that reach a database, a hash function or a provider; one of each name is enough. */
const textMembers = /^(name|description|orderReference|firstName|email|password|apiKey|url|reason)$/;
const numberMembers = /^(amount|total|quantity|unitPrice)$/;

/** Hostile bodies for a call: its own with something hostile added, and with each telling member made hostile. */
export function hostileBodies(call: Call): readonly Flaw[] {
  const leaves = leavesOf(call.json);
  return [
    ...hostile.members.map(bodyFlaw),
    ...(isTypical(call) ? hostile.parser.map(bodyFlaw) : []),
    ...attacks(leaves, textMembers, "string", hostile.texts),
    ...attacks(leaves, numberMembers, "number", hostile.numbers),
  ];
}

function isTypical(call: Call): boolean {
  return typicalOperations.some(({ operation }) => operation === call.operation);
}

type Path = readonly (string | number)[];

interface Leaf {
  readonly name: string;
  readonly path: Path;
  readonly value: unknown;
}

function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (typeof value !== "object" || value === null) return [{ name: String(path.at(-1)), path, value }];
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return keys.flatMap((key) => leavesOf((value as Record<string | number, unknown>)[key], [...path, key]));
}

function attacks(
  leaves: readonly Leaf[],
  members: RegExp,
  type: "string" | "number",
  values: readonly HostileValue[],
): readonly Flaw[] {
  const eligible = leaves.filter(({ name, value }) => members.test(name) && typeof value === type);
  const firsts = eligible.filter(({ name }, i) => eligible.findIndex((other) => other.name === name) === i);
  return firsts.flatMap((leaf) => values.map((value) => attack(leaf, value)));
}

const mark = "hostile value here";

function attack(
  { name, path, value: lawful }: Leaf,
  { name: attackName, value, bytes = false }: HostileValue,
): Flaw {
  const most = JSON.stringify(String(lawful).slice(0, -1)).slice(1, -1);
  return {
    name: `\`${name}\` ${attackName}`,
    apply: (call) => {
      const marked = JSON.stringify(withLeaf(call.json, path, mark));
      const [before = "", behind = ""] = marked.split(JSON.stringify(mark));
      const [open = "", end = ""] = value.split("«most»");
      const text = value.includes("«most»") ? open + most + end : value;
      return withRaw(call, joined(before, text, behind, bytes));
    },
  };
}

/** Only the attack may be bytes that are no UTF-8; what stands around it is text. */
function joined(before: string, text: string, behind: string, bytes: boolean): string | Uint8Array {
  if (!bytes) return before + text + behind;
  return Buffer.concat([Buffer.from(before), Buffer.from(text, "latin1"), Buffer.from(behind)]);
}

function withLeaf(value: unknown, path: Path, leaf: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return leaf;
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? withLeaf(item, rest, leaf) : item));
  const members = value as Readonly<Record<string, unknown>>;
  return { ...members, [step]: withLeaf(members[step], rest, leaf) };
}
