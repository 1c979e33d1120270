import { readFileSync } from "node:fs";
import {
  type Document,
  LineCounter,
  type ParsedNode,
  isAlias,
  isMap,
  isPair,
  isSeq,
  parseDocument,
} from "yaml";
import { ConfigurationError, type Problem } from "./configuration-error.ts";
import { hideVariables, interpolate, showVariables } from "./interpolate.ts";
import type { Layer, Variable } from "./layer.ts";
import { convert } from "./schema-tree.ts";
import { type Path, type Tree, isTree, mapStrings, spell } from "./tree.ts";
import { yamlProblems } from "./yaml-problems.ts";

export interface ConfigurationFile {
  /** Where to read it. */
  readonly path: string;
  /** What messages call it. */
  readonly name: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Part = "key" | "value";

/** Reads a configuration file. Problems with its variables are handed over; a file that is no YAML map ends it. */
export function fileLayer(file: ConfigurationFile, env: Environment, problems: Problem[]): Layer {
  const lines = new LineCounter();
  const document = parse(file, lines);
  const place = (path: Path, part: Part = "value") => {
    const { line, col } = lines.linePos(offsetOf(document, path, part));
    return `${file.name}:${line}:${col}`;
  };
  const { tree, borrowed, variables } = fillIn(treeIn(document, file), env, (path, what) =>
    problems.push({ where: place(path), what: `\`${spell(path)}\`: ${what}` }),
  );
  return { tree, placeOf: place, isBorrowed: (path) => borrowed.has(spell(path)), variables };
}

function parse(file: ConfigurationFile, lines: LineCounter): Document.Parsed {
  const document = parseDocument(hideVariables(read(file)), {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: "error",
  });
  const problems = yamlProblems(document, file.name, lines);
  if (problems.length > 0) throw new ConfigurationError("invalid-yaml", problems);
  return document;
}

function read({ path, name }: ConfigurationFile): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "unreadable";
    throw new ConfigurationError(
      "unreadable-file",
      [{ where: name, what: `the configuration file cannot be read (${reason})` }],
      { cause },
    );
  }
}

function treeIn(document: Document.Parsed, { name }: ConfigurationFile): Tree {
  const content = contentOf(document, name);
  if (content === null || content === undefined) return {};
  if (isTree(content)) return content;
  throw new ConfigurationError("invalid-yaml", [
    { where: `${name}:1:1`, what: "a configuration is made of `key: value` lines, such as `target: …`" },
  ]);
}

function contentOf(document: Document.Parsed, name: string): unknown {
  try {
    const content: unknown = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(content);
    return content;
  } catch {
    // The parser's own error is not passed on as the cause: it may quote the file.
    throw new ConfigurationError("invalid-yaml", [
      { where: name, what: "an alias (`*name`) leads back to itself, or aliases or brackets go too deep" },
    ]);
  }
}

function fillIn(
  tree: Tree,
  env: Environment,
  report: (path: Path, what: string) => void,
): { tree: Tree; borrowed: ReadonlySet<string>; variables: readonly Variable[] } {
  const borrowed = new Set<string>();
  const variables: Variable[] = [];
  const fill = (text: string, path: Path) => {
    const result = interpolate(text, env);
    result.problems.forEach((what) => report(path, what));
    if (!result.borrowed) return result.text;
    borrowed.add(spell(path));
    variables.push(...result.names.map((name) => ({ name, value: env[name] ?? "", path })));
    return result.problems.length > 0 ? result.text : convert(result.text, path);
  };
  const filled = mapStrings(tree, fill, showVariables);
  return { tree: filled as Tree, borrowed, variables };
}

/** Offset of the deepest node on the way to a path; of its key when that is what is meant. */
function offsetOf(document: Document.Parsed, path: Path, part: Part): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const [i, step] of path.entries()) {
    const { key, value } = stepInto(isAlias(node) ? node.resolve(document) : node, step);
    const wanted = part === "key" && i === path.length - 1 ? key : (value ?? key);
    offset = (wanted as ParsedNode | null | undefined)?.range?.[0] ?? offset;
    node = value;
  }
  return offset;
}

function stepInto(node: unknown, step: string): { key?: unknown; value?: unknown } {
  if (isSeq(node)) return { value: node.items[Number(step)] };
  if (!isMap(node)) return {};
  return node.items.find((pair) => isPair(pair) && keyOf(pair.key) === step) ?? {};
}

function keyOf(key: unknown): unknown {
  return typeof key === "object" && key !== null && "value" in key ? key.value : key;
}
