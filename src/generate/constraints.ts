import type { Level } from "../model/index.ts";
import {
  brokenKeywords,
  demandOf,
  inlinedWireSchema,
  type JsonSchema,
  type WireSchema,
} from "../schema/index.ts";

/** One keyword of a body's schema at one place. */
export interface Constraint {
  /** JSON pointer of the member; `*` stands for each item of an array. */
  readonly pointer: string;
  readonly keyword: string;
  readonly schema: JsonSchema;
  readonly level: Level;
  /** The member may be left out, so that null may count as leaving it out. */
  readonly isOptional: boolean;
  /** What it asks for, as the words after the member: "may have 100 characters at most". */
  readonly asks: string;
}

const keywords = [
  "type",
  "enum",
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "minItems",
  "maxItems",
  "uniqueItems",
  "x-max-decimals",
] as const;

interface Place {
  readonly pointer: string;
  readonly level: Level;
  readonly isOptional: boolean;
}

const known = new Map<WireSchema, readonly Constraint[]>();

/** All constraints of a body but those on the body as a whole, each with the level that the schema gives it. */
export function constraintsOf(name: WireSchema): readonly Constraint[] {
  const constraints = known.get(name) ?? constraintsIn(inlinedWireSchema(name));
  known.set(name, constraints);
  return constraints;
}

function constraintsIn(schema: JsonSchema): readonly Constraint[] {
  return below(schema, { pointer: "", level: schema["x-level"] ?? "MUST", isOptional: false });
}

function below(schema: JsonSchema, place: Place): readonly Constraint[] {
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    atMember(schema, name, member, place),
  );
  if (schema.items === undefined) return members;
  const items = { ...place, pointer: `${place.pointer}/*`, isOptional: false };
  return [...members, ...onValue(schema.items, items), ...below(schema.items, items)];
}

function atMember(
  whole: JsonSchema,
  name: string,
  member: JsonSchema,
  { pointer, level: inherited, isOptional }: Place,
) {
  const isRequired = whole.required?.includes(name) === true;
  const level = member["x-level"] ?? inherited;
  const place = { pointer: `${pointer}/${name}`, level, isOptional: isOptional || !isRequired };
  const required: Constraint = {
    ...place,
    keyword: "required",
    schema: whole,
    asks: demandOf(whole, "required"),
  };
  return [...(isRequired ? [required] : []), ...onValue(member, place), ...below(member, place)];
}

function onValue(schema: JsonSchema, place: Place): readonly Constraint[] {
  return keywords
    .filter((keyword) => keyword in schema)
    .map((keyword) => ({
      ...place,
      keyword,
      schema,
      level: schema["x-levels"]?.[keyword] ?? place.level,
      asks: demandOf(schema, keyword),
    }));
}

/** Whether a body breaks this constraint and no other that is stated anywhere. */
export function breaksOnly(
  name: WireSchema,
  all: readonly Constraint[],
  one: Constraint,
  body: unknown,
): boolean {
  const told = brokenKeywords(name, body).map(({ pointer, keyword }) => ({
    keyword,
    pointer: pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*"),
  }));
  const isOne = (broken: (typeof told)[number]) =>
    broken.pointer === one.pointer && broken.keyword === one.keyword;
  const isStated = (broken: (typeof told)[number]) =>
    all.find(({ pointer, keyword }) => pointer === broken.pointer && keyword === broken.keyword)?.level !==
    "MAY";
  return told.some(isOne) && told.every((broken) => isOne(broken) || !isStated(broken));
}
