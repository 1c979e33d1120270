import fc, { type Arbitrary } from "fast-check";
import type { Level } from "../model/index.ts";
import type { WireSchema } from "../schema/index.ts";
import { breaksOnly, type Constraint, constraintsOf } from "./constraints.ts";
import { type Deck, deckOf } from "./deck.ts";
import { type Edit, edited, standingAt } from "./edit.ts";
import { wrongValues } from "./wrong-values.ts";

/** A body that breaks exactly one constraint: which one, and by what change of a lawful body. */
export interface Breach {
  /** JSON pointer of the member that is wrong; `*` stands for an item. */
  readonly member: string;
  readonly keyword: string;
  /** What the constraint asks for. */
  readonly asks: string;
  readonly edit: Edit;
}

export interface BreachOptions {
  readonly schema: WireSchema;
  /** A lawful body with every member that is to be broken. */
  readonly body: unknown;
  /** Which constraints are to be broken. */
  readonly level: Level;
  /** A reason to leave a constraint alone. */
  readonly except?: (constraint: Constraint) => boolean;
}

/**
 * Bodies that break one constraint each. All constraints have their turn before any is broken in a second way; what
 * is drawn and what it shrinks to is proven by the schema.
 */
export function breaches({
  schema,
  body,
  level,
  except = () => false,
}: BreachOptions): Deck<Breach> | undefined {
  const all = constraintsOf(schema);
  const broken = all.filter((one) => levelOf(one) === level && !except(one));
  const kinds = broken.map((one) => waysToBreak(one, body).map((way) => proven(schema, all, one, body, way)));
  const drawable = inTurns(kinds).filter((kind): kind is Arbitrary<Breach> => kind !== undefined);
  return drawable.length === 0 ? undefined : deckOf(drawable);
}

/** Whether a body has a constraint of this level. */
export function hasConstraints(schema: WireSchema, level: Level): boolean {
  return constraintsOf(schema).some((one) => levelOf(one) === level);
}

/** Whether a breach still is one, in whatever body it is made. */
export function isBreach(schema: WireSchema, { member, keyword, edit }: Breach, body: unknown): boolean {
  const all = constraintsOf(schema);
  const one = all.find((constraint) => constraint.pointer === member && constraint.keyword === keyword);
  return one !== undefined && breaksOnly(schema, all, one, edited(body, [edit]));
}

/** A member that nobody has to send: some take whatever else stands there for nothing at all. */
function levelOf({ level, keyword, isOptional }: Constraint): Level {
  return level === "MUST" && isOptional && keyword === "type" ? "SHOULD" : level;
}

function waysToBreak(one: Constraint, body: unknown): readonly Arbitrary<Edit>[] {
  return pointersOf(one.pointer, body).flatMap((pointer) => {
    if (one.keyword === "required") return [fc.constant<Edit>({ pointer, remove: true })];
    return wrongValues(one, standingAt(body, pointer)).map((values) =>
      values.map((value): Edit => ({ pointer, ...value })),
    );
  });
}

/** Where a constraint applies in a body: of items to the last one and to the first. */
function pointersOf(pointer: string, body: unknown): readonly string[] {
  const [whole = "", ...rest] = pointer.split("/*");
  if (rest.length === 0) return [pointer];
  const items = standingAt(body, whole);
  const last = Array.isArray(items) ? items.length - 1 : 0;
  const tail = rest.join("/*");
  return [...new Set([last, 0])].flatMap((index) =>
    pointersOf(`${whole}/${Math.max(0, index)}${tail}`, body),
  );
}

function proven(
  schema: WireSchema,
  all: readonly Constraint[],
  one: Constraint,
  body: unknown,
  way: Arbitrary<Edit>,
): Arbitrary<Breach> | undefined {
  const holds = (edit: Edit) => breaksOnly(schema, all, one, edited(body, [edit]));
  // A way that hardly ever breaks it, such as a text that is always lawful, would be searched for without end.
  if (!fc.sample(way, { numRuns: 20, seed: 1 }).some(holds)) return undefined;
  const { pointer: member, keyword, asks } = one;
  return way.filter(holds).map((edit) => ({ member, keyword, asks, edit }));
}

/** The first of each, then the second of each, and so on. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}
