import { type Call, withRaw } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";

/** How a text is made of an operation's own lawful body. */
export interface BodyRecipe {
  readonly name: string;
  readonly text?: string;
  /** Pattern, and what every match of it in the lawful body becomes. */
  readonly replace?: readonly [pattern: string, replacement: string];
  /** The part of the lawful body that is sent, from 0 to 1. */
  readonly keep?: number;
  /** Characters up to U+00FF in the text stand for single bytes. */
  readonly bytes?: boolean;
  /** What stands for «deep»: so many times `open`, then `inner`, then as often `close`. */
  readonly deep?: Depth;
}

interface Depth {
  readonly open: string;
  readonly inner?: string;
  readonly close: string;
  readonly levels: number;
}

/** Bodies that are no JSON, each for one reason. */
export const brokenBodies: readonly Flaw[] = fixture<{ broken: readonly BodyRecipe[] }>(
  "broken-json",
).broken.map(bodyFlaw);

/** Sends what a recipe makes of the call's own body. */
export function bodyFlaw(recipe: BodyRecipe): Flaw {
  return { name: recipe.name, apply: (call) => withRaw(call, cooked(recipe, jsonText(call))) };
}

export function jsonText(call: Call): string {
  return JSON.stringify(call.json);
}

/** The bytes or the text that a recipe makes of a lawful body. */
export function cooked(recipe: BodyRecipe, json: string): string | Uint8Array {
  if (recipe.replace !== undefined)
    return json.replaceAll(new RegExp(recipe.replace[0], "g"), recipe.replace[1]);
  if (recipe.keep !== undefined) return json.slice(0, Math.ceil(json.length * recipe.keep));
  return recipe.bytes === true ? inBytes(recipe, json) : filled(recipe, json);
}

function filled({ text = "", deep }: BodyRecipe, json: string): string {
  return text
    .replaceAll("«json»", () => json)
    .replaceAll("«members»", () => json.slice(1, -1))
    .replaceAll("«deep»", () => (deep === undefined ? "" : nested(deep)));
}

function nested({ open, inner = "", close, levels }: Depth): string {
  return open.repeat(levels) + inner + close.repeat(levels);
}

/** The body's own characters keep their UTF-8, whatever bytes are put around them. */
function inBytes(recipe: BodyRecipe, json: string): Uint8Array {
  const bytes = Buffer.from(json, "utf8").toString("latin1");
  // The guillemets of the placeholders are gone by now, so that what is left is one byte each.
  return Buffer.from(filled(recipe, bytes), "latin1");
}

/** JSON that is no object, the lawful body inside an array or a text among it. */
export const nonObjectBodies: readonly Flaw[] = [
  instead("the body in an array", (json) => `[${json}]`),
  instead("the body as a text", (json) => JSON.stringify(json)),
  instead("an empty array", () => "[]"),
  instead("a number", () => "42"),
  instead("null", () => "null"),
];

function instead(name: string, text: (json: string) => string): Flaw {
  return { name, apply: (call) => withRaw(call, text(jsonText(call))) };
}
