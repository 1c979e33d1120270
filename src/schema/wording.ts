const longest = 120;

/**
 * Tells what a value is. Long strings are not cut, but described: a piece of a secret would escape the masking,
 * which looks for whole ones. Objects are told by their members' names for the same reason.
 */
export function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return describeText(value);
  if (typeof value === "number") return `the number ${value}`;
  return Array.isArray(value) ? describeArray(value) : describeObject(value);
}

/** "a number", "an array", "a string or null". */
export function nameTypes(types: string | readonly string[]): string {
  return either([types].flat().map(nameType));
}

export function either(choices: readonly string[]): string {
  const last = choices.at(-1) ?? "nothing";
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(", ")} or ${last}`;
}

/** "1 character", "2 characters". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

function describeText(text: string): string {
  if (text === "") return "the empty string";
  const { length } = [...text];
  return length > longest ? `a string of ${length} characters` : `the string ${JSON.stringify(text)}`;
}

function describeArray(items: readonly unknown[]): string {
  return items.length === 0 ? "an empty array" : `an array of ${count(items.length, "item")}`;
}

function describeObject(value: unknown): string {
  const names = Object.keys(value as object);
  if (names.length === 0) return "an empty object";
  const shown = names.slice(0, 8).join(", ");
  return `an object with ${shown}${names.length > 8 ? " and more" : ""}`;
}

function nameType(type: string): string {
  if (type === "null") return type;
  if (type === "integer") return "a whole number";
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
