/** A change of one member of a lawful body, as data. */
export type Edit = { readonly pointer: string } & (
  | { readonly put: unknown }
  | { readonly remove: true }
  /** The text that stands there, continued with `unit` or cut off, to just so many code points. */
  | { readonly fill: string; readonly length: number }
);

/** The body after the changes, one after the other. */
export function edited(body: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((whole, edit) => placed(whole, stepsOf(edit.pointer), edit), body);
}

/** The value that stands at a JSON pointer; undefined where it leads nowhere. */
export function standingAt(body: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce(memberOf, body);
}

/** `/name = "x"`, for people. A text that is long only for being long is told by its length. */
export function editInWords(edit: Edit): string {
  const { pointer } = edit;
  if ("remove" in edit) return `${pointer} left out`;
  if ("put" in edit) return `${pointer === "" ? "the body" : pointer} = ${JSON.stringify(edit.put)}`;
  return `${pointer} = ${edit.length} characters, filled up with ${JSON.stringify(edit.fill)}`;
}

/** `start`, and then `unit` again and again, to just so many code points. */
export function filledTo(start: string, unit: string, length: number): string {
  const given = [...start];
  const filling = [...unit];
  const added = Array.from(
    { length: Math.max(0, length - given.length) },
    (_, i) => filling[i % filling.length],
  );
  return [...given.slice(0, length), ...added].join("");
}

function stepsOf(pointer: string): readonly string[] {
  return pointer.split("/").slice(1);
}

function placed(whole: unknown, [step, ...steps]: readonly string[], edit: Edit): unknown {
  if (step === undefined) return valueOf(edit, whole);
  if (Array.isArray(whole))
    return whole.map((item, i) => (String(i) === step ? placed(item, steps, edit) : item));
  const { [step]: inner, ...others } = Object(whole) as Readonly<Record<string, unknown>>;
  const isRemoved = steps.length === 0 && "remove" in edit;
  return isRemoved ? others : { ...Object(whole), [step]: placed(inner, steps, edit) };
}

function valueOf(edit: Edit, before: unknown): unknown {
  if ("put" in edit) return edit.put;
  if ("remove" in edit) return undefined;
  return filledTo(typeof before === "string" ? before : "", edit.fill, edit.length);
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
