import { type Content, html, type Markup } from "./html-markup.ts";

type Kind = "key" | "string" | "number" | "word" | "sign" | "rest";

interface Token {
  readonly kind: Kind;
  readonly text: string;
  /** JSON pointer of the value that it begins, ends or is. */
  readonly pointer: string;
  readonly depth: number;
}

/** A body with its syntax coloured and the member at `pointer` marked; what is no JSON is shown as it came. */
export function jsonMarkup(body: string, pointer?: string): Markup {
  const tokens = tokensOf(body);
  const marked = pointer === undefined ? undefined : nearestPointer(tokens, pointer);
  return html`${laidOut(tokens).map(({ token, before }) => piece(token, before, marked))}`;
}

/** Whether a body has the member that a pointer names. */
export function hasMember(body: string, pointer: string): boolean {
  return tokensOf(body).some((token) => token.kind !== "rest" && token.pointer === pointer);
}

function piece({ kind, text, pointer }: Token, before: string, marked: string | undefined): Content {
  const coloured = kind === "sign" || kind === "rest" ? text : html`<span class="${kind}">${text}</span>`;
  const isMarked = marked !== undefined && (pointer === marked || pointer.startsWith(`${marked}/`));
  if (!isMarked || text === ",") return [before, coloured];
  return [before, html`<mark>${coloured}</mark>`];
}

/** The pointer itself, or its closest ancestor below the root when there is no such member. */
function nearestPointer(tokens: readonly Token[], pointer: string): string | undefined {
  const known = new Set(tokens.map((token) => token.pointer));
  for (let path = pointer; path !== ""; path = path.slice(0, path.lastIndexOf("/")))
    if (known.has(path)) return path;
  return undefined;
}

const lexemes = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:]))/y;

interface Level {
  readonly opener: string;
  readonly pointer: string;
  index: number;
  key: string;
}

/** Reads the text rather than its value: digits, order and doubled members stay as they were sent. */
function tokensOf(body: string): readonly Token[] {
  const tokens: Token[] = [];
  const levels: Level[] = [];
  const lexer = new RegExp(lexemes);
  let read = 0;
  for (let match = lexer.exec(body); match !== null; match = lexer.exec(body)) {
    read = lexer.lastIndex;
    tokens.push(tokenOf(match, levels, body.slice(read)));
  }
  const rest = body.slice(read);
  return rest.trim() === "" ? tokens : [...tokens, { kind: "rest", text: rest, pointer: "", depth: 0 }];
}

function tokenOf(match: RegExpExecArray, levels: Level[], after: string): Token {
  const [, string, number, word, sign = ""] = match;
  const level = levels.at(-1);
  if (string !== undefined && level?.opener === "{" && /^\s*:/.test(after)) {
    level.key = unquoted(string);
    return { kind: "key", text: string, pointer: childPointer(level), depth: levels.length };
  }
  if (string !== undefined) return value("string", string, levels);
  if (number !== undefined) return value("number", number, levels);
  if (word !== undefined) return value("word", word, levels);
  return signToken(sign, levels);
}

function value(kind: Kind, text: string, levels: readonly Level[]): Token {
  return { kind, text, pointer: pointerOf(levels), depth: levels.length };
}

function signToken(text: string, levels: Level[]): Token {
  if (text === "{" || text === "[") {
    const token = value("sign", text, levels);
    levels.push({ opener: text, pointer: token.pointer, index: 0, key: "" });
    return token;
  }
  if (text === "}" || text === "]") {
    const closed = levels.pop();
    return { kind: "sign", text, pointer: closed?.pointer ?? "", depth: levels.length };
  }
  const token = value("sign", text, levels);
  const level = levels.at(-1);
  if (text === "," && level !== undefined) level.index += 1;
  return token;
}

function pointerOf(levels: readonly Level[]): string {
  const level = levels.at(-1);
  return level === undefined ? "" : childPointer(level);
}

function childPointer({ opener, pointer, index, key }: Level): string {
  const name = opener === "[" ? String(index) : key;
  return `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

interface Placed {
  readonly token: Token;
  readonly before: string;
}

/** Two spaces per level; what a hostile target nests without end is not indented without end. */
function laidOut(tokens: readonly Token[]): readonly Placed[] {
  return tokens.map((token, index) => ({ token, before: spaceBetween(tokens[index - 1], token) }));
}

function spaceBetween(previous: Token | undefined, token: Token): string {
  if (previous === undefined || token.kind === "rest") return "";
  if (previous.text === ":" && previous.kind === "sign") return " ";
  if (token.kind === "sign" && (token.text === "," || token.text === ":")) return "";
  const wasOpened = previous.kind === "sign" && (previous.text === "{" || previous.text === "[");
  const closes = token.kind === "sign" && (token.text === "}" || token.text === "]");
  if (wasOpened && closes) return "";
  return `\n${"  ".repeat(Math.min(token.depth, 20))}`;
}
