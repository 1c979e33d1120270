import { nearest } from "../model/index.ts";
import { checkTool } from "../schema/index.ts";
import type { Problem } from "./configuration-error.ts";
import type { Layer } from "./layer.ts";
import { namesAt, pathsEndingIn, schemaAt } from "./schema-tree.ts";
import { type Path, at, pathOf, spell } from "./tree.ts";

/** What the merged settings break in their schema, in words that repeat no secret. */
export function schemaProblems(settings: Layer): readonly Problem[] {
  return checkTool("configuration", settings.tree).map(({ where, expected }) => {
    const path = pathOf(where);
    if (expected === "to be absent") return unknownKey(settings, path);
    if (expected === "to be present") return missingKey(settings, path);
    return { where: settings.placeOf(path), what: `${name(path)} ${wrongValue(settings, path, expected)}` };
  });
}

function unknownKey(settings: Layer, path: Path): Problem {
  const key = path.at(-1) ?? "";
  const known = namesAt(path.slice(0, -1));
  return {
    where: settings.placeOf(path, "key"),
    what: `unknown key ${shownKey(settings, path)}; ${remedy(key, path.slice(0, -1), known)}`,
  };
}

function remedy(key: string, around: Path, known: readonly string[]): string {
  const meant = nearest(key, known);
  if (meant !== undefined) return `did you mean \`${spell([...around, meant])}\`?`;
  const elsewhere = pathsEndingIn(key)[0];
  if (elsewhere !== undefined) return `did you mean \`${spell(elsewhere)}\`?`;
  return `known here: ${known.join(", ")}`;
}

/** A key with nothing behind it may be a slipped value (`{ password:hunter2 }`), so it is not repeated. */
function shownKey(settings: Layer, path: Path): string {
  const key = path.at(-1) ?? "";
  const slipped = at(settings.tree, path) === null || !/^[\w-]{1,40}$/.test(key);
  const around = path.length > 1 ? ` in \`${spell(path.slice(0, -1))}\`` : "";
  return (slipped ? "(is a space missing behind a colon?)" : `\`${key}\``) + around;
}

function missingKey(settings: Layer, path: Path): Problem {
  const what = schemaAt(path)?.description ?? "";
  const around = path.slice(0, -1);
  return {
    where: settings.placeOf(around, "key"),
    what: `${name(around)} needs \`${path.at(-1)}\`${what && ` (${lowerFirst(what).replace(/\.$/, "")})`}`,
  };
}

function wrongValue(settings: Layer, path: Path, expected: string): string {
  if (expected === "absent") return "cannot stand beside `command`; remove one of them";
  const value = at(settings.tree, path);
  return `must be ${inWords(path, expected)}${found(settings, path, value)}${suggestion(value, path)}`;
}

/** "a duration" says more than "a string". */
function inWords(path: Path, expected: string): string {
  const isType = /^a string$|^a number or a string$/.test(expected);
  return (isType ? schemaAt(path)?.["x-expected"] : undefined) ?? expected;
}

function suggestion(value: unknown, path: Path): string {
  const choices = schemaAt(path)?.enum?.filter((choice) => typeof choice === "string") ?? [];
  const meant = typeof value === "string" ? nearest(value, choices) : undefined;
  return meant === undefined ? "" : `; did you mean \`${meant}\`?`;
}

const neverSecret = [/^claims\b/, /^without\b/, /^limits\b/, /^expectedFailures\b/];

/** The value itself only where no secret can be and none came out of a variable; otherwise its kind. */
function found(settings: Layer, path: Path, value: unknown): string {
  const harmless = neverSecret.some((pattern) => pattern.test(spell(path))) && !settings.isBorrowed?.(path);
  const short =
    (typeof value === "string" && value !== "" && value.length <= 40) || typeof value === "number";
  if (harmless && short) return `, not ${value}`;
  if (typeof value === "string" && value !== "") return "";
  const quoting = typeof value === "number" ? " (put it in quotes)" : "";
  return `, not ${kindOf(value)}${quoting}`;
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (value === "") return "an empty text";
  return typeof value === "object" ? "a group of keys" : `a ${typeof value}`;
}

function name(path: Path): string {
  return path.length === 0 ? "the configuration" : `\`${spell(path)}\``;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
