import type { HeaderFields, TargetSettings } from "../model/index.ts";

/** A request as a shell shall repeat it. */
export interface Repeatable {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderFields;
  readonly body?: string;
  /** The body is no text: each of its characters is a byte. */
  readonly isBinary?: boolean;
}

/** Characters of a line that is printed; a shell, a terminal and whoever copies it have to cope with it. */
const longest = 8000;

/**
 * One shell line that repeats a request, byte for byte. Double quotes, so that `$KADOSEI_…` in a masked line is
 * filled in by the shell; everything else that a shell would expand is escaped, and what a terminal would not show as
 * it is stands in `$'…'`.
 */
export function curlOf(request: Repeatable, reach: readonly string[] = []): string {
  const { method, url, headers, body } = request;
  const words = [
    "curl --include --path-as-is --globoff",
    ...reach,
    `--request ${method} ${quoted(url)}`,
    ...headers.map(([name, value]) => `--header ${quoted(field(name, value))}`),
    ...silenced(request).map((name) => `--header "${name}:"`),
  ];
  const line = [...words, ...bodyWords(request)].join(" ");
  const whole = body?.includes("\0") === true ? `printf %b ${inPrintf(request)} | ${line}` : line;
  if (whole.length <= longest) return whole;
  return `# ${method} with a body of ${body?.length ?? 0} characters is too long for a line; the command below sends it again`;
}

/** How the target is reached: what curl has to be told of certificates and proxies. */
export function reachOf({ tls, proxy }: Pick<TargetSettings, "tls" | "proxy">): readonly string[] {
  return [
    ...(tls.insecure ? ["--insecure"] : []),
    ...(tls.ca === undefined ? [] : [`--cacert ${quoted(tls.ca)}`]),
    ...(proxy === undefined ? [] : ['--proxy "$KADOSEI_PROXY"']),
  ];
}

/** Headers that curl would add of its own accord. */
function silenced({ headers, body }: Repeatable): readonly string[] {
  const own = ["User-Agent", "Accept", ...(body === undefined ? [] : ["Content-Type"])];
  return own.filter((name) => !headers.some(([given]) => given.toLowerCase() === name.toLowerCase()));
}

/** curl drops a header without a value unless it ends in a semicolon. */
function field(name: string, value: string): string {
  return value === "" ? `${name};` : `${name}: ${value}`;
}

/** No argument can hold a NUL. */
function bodyWords({ body, isBinary = false }: Repeatable): readonly string[] {
  if (body === undefined) return [];
  return [body.includes("\0") ? "--data-binary @-" : `--data-raw ${quoted(body, isBinary)}`];
}

function inPrintf({ body = "", isBinary = false }: Repeatable): string {
  const octal = (code: string) => `\\0${Number.parseInt(code, 16).toString(8).padStart(3, "0")}`;
  return expandable(body.replaceAll("\\", "\\\\"), isBinary, (codes) =>
    codes.map(octal).join("").replaceAll("\\", "\\\\"),
  );
}

function quoted(text: string, isBinary = false): string {
  return expandable(text, isBinary, (codes) => `"$'${codes.map((code) => `\\x${code}`).join("")}'"`);
}

/** What a terminal would obey, hide or break the line at. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Every character beyond ASCII is a byte of something that is no text. */
const bytes = /[^\x20-\x7e]+/g;

/** Double quotes in which nothing but a masked secret is expanded. */
function expandable(text: string, isBinary: boolean, spell: (codes: readonly string[]) => string): string {
  const safe = text
    .replace(/[\\"`]|\$(?!KADOSEI_[A-Z0-9_]+|\{KADOSEI_[A-Z0-9_]+\})/g, "\\$&")
    .replaceAll("!", "\"'!'\"")
    .replace(isBinary ? bytes : unprintable, (found) => spell(codesOf(found, isBinary)));
  return `"${safe}"`;
}

function codesOf(text: string, isBinary: boolean): readonly string[] {
  const codes = Buffer.from(text, isBinary ? "latin1" : "utf8").toString("hex");
  return codes.match(/../g) ?? [];
}
