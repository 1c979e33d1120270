import { type Document, type ErrorCode, type LineCounter, visit } from "yaml";
import type { Problem } from "./configuration-error.ts";

/** Our own words for the parser's errors, whose messages may quote the file and so a secret. */
const meanings: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "an alias takes no tag or anchor",
  BAD_ALIAS: "an alias (`*name`) without its anchor (`&name`); put a text that starts with * or & in quotes",
  BAD_DIRECTIVE: "a line that starts with % is a directive; put the text in quotes",
  BAD_DQ_ESCAPE: "a backslash in double quotes starts an escape; write \\\\ or use single quotes",
  BAD_INDENT: "the indentation does not fit the lines around, or a bracket is not closed",
  BAD_SCALAR_START: "a text cannot start with @ or `; put it in quotes",
  BLOCK_AS_IMPLICIT_KEY:
    "two `key: value` pairs on one line; start a new line, or put a text with `: ` in quotes",
  BLOCK_IN_FLOW: "inside { } and [ ] everything has to be written with { } and [ ]",
  DUPLICATE_KEY: "the key occurs twice; keep one",
  KEY_OVER_1024_CHARS: "a key this long; is a quote or a colon missing?",
  MISSING_CHAR: "a quote, colon, comma or bracket is missing here or before",
  MULTILINE_IMPLICIT_KEY: "a key has to stand on one line, with `:` and a space behind it",
  MULTIPLE_DOCS: "one document per file; drop the `---`",
  NON_STRING_KEY: "a key has to be a text",
  TAB_AS_INDENT: "indent with spaces, not with tabs",
  TAG_RESOLVE_FAILED: "an unknown tag; put a text that starts with ! in quotes",
  UNEXPECTED_TOKEN: "something unexpected; is a quote or a bracket missing before it?",
};

/** What keeps a document from being read, in the order of the parser. */
export function yamlProblems(
  document: Document.Parsed,
  name: string,
  lines: LineCounter,
): readonly Problem[] {
  const strays = strayAliases(document).map((offset) => ({ code: "BAD_ALIAS" as const, pos: [offset] }));
  return [...document.errors, ...document.warnings, ...strays].map(({ code, pos }) => {
    const { line, col } = lines.linePos(pos[0] ?? 0);
    return { where: `${name}:${line}:${col}`, what: meanings[code] ?? "this is not YAML" };
  });
}

/** Offsets of aliases without an anchor before them, which the parser leaves to whoever reads the values. */
function strayAliases(document: Document.Parsed): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}
