import { valueAt } from "./answer.ts";
import { type Call, withJson } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";
import { fixture } from "./fixtures.ts";

interface Named {
  readonly name: string;
  readonly value: unknown;
}

const wrongTypes = fixture<Readonly<Record<"text" | "boolean", readonly Named[]>>>("wrong-types");

/** The body with another value at a JSON pointer; undefined leaves the member out. */
export function memberFlaw(pointer: string, name: string, value: unknown): Flaw {
  return { name: `\`${pointer}\` ${name}`, apply: (call) => withMember(call, pointer, value) };
}

export function missing(pointer: string): Flaw {
  return memberFlaw(pointer, "missing", undefined);
}

export function nulled(pointer: string): Flaw {
  return memberFlaw(pointer, "null", null);
}

export function emptied(pointer: string): Flaw {
  return memberFlaw(pointer, "empty", "");
}

/** Values that are no text. */
export function noText(pointer: string): readonly Flaw[] {
  return wrongTypes.text.map(({ name, value }) => memberFlaw(pointer, name, value));
}

/** Values that are neither true nor false. */
export function noBoolean(pointer: string): readonly Flaw[] {
  return wrongTypes.boolean.map(({ name, value }) => memberFlaw(pointer, name, value));
}

/** The text at a pointer made longer than it may be. */
export function lengthened(pointer: string, ...lengths: readonly number[]): readonly Flaw[] {
  return lengths.map((length) => ({
    name: `\`${pointer}\` of ${length} characters`,
    apply: (call) => withMember(call, pointer, filledTo(String(valueAt(call.json, pointer)), "x", length)),
  }));
}

/** `start`, and then `unit` again and again, to just so many code points. */
export function filledTo(start: string, unit: string, length: number): string {
  const room = length - [...start].length;
  const filling = unit.repeat(Math.max(0, Math.floor(room / [...unit].length)));
  const odd = Math.max(0, room - [...filling].length);
  return [...`${start}${filling}${"x".repeat(odd)}`].slice(0, length).join("");
}

function withMember(call: Call, pointer: string, value: unknown): Call {
  return withJson(call, placed(call.json, pointer.split("/").slice(1), value));
}

function placed(whole: unknown, [step, ...steps]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item, i) => (i === Number(step) ? placed(item, steps, value) : item));
  return { ...Object(whole), [step]: placed(valueAt(whole, `/${step}`), steps, value) };
}
