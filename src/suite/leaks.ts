import { remembered } from "../model/index.ts";
import { type Answer, parsed } from "./answer.ts";
import { fixture } from "./fixtures.ts";

export interface Leak {
  readonly where: string;
  /** What leaked, in a word or two. */
  readonly what: string;
  /** The place itself; nothing of a credential. */
  readonly excerpt: string;
}

const { patterns: table } = fixture<{
  patterns: readonly { name: string; pattern: string; flags?: string }[];
}>("leaks");
const patterns = table.map(({ name, pattern, flags }) => ({ name, pattern: new RegExp(pattern, flags) }));

/** Headers that are about the software on purpose; another chapter judges them. */
const banners =
  /^(server|via|x-powered-by|x-aspnet(mvc)?-version|date|content-security-policy|report-to|nel|link)$/;

/** What an error answer tells that concerns nobody outside. */
export function leaksIn(answer: Answer): readonly Leak[] {
  const isEcho = (found: string) => requestText(answer).includes(found);
  const places = placesOf(answer);
  // Nearly all answers are clean: a look at all texts together says so sooner than one at each.
  const whole = places.map(({ text }) => text).join("\n");
  const likely = likelyIn(whole);
  const credentials = credentialsOf(answer).filter((credential) => whole.includes(credential));
  if (likely.length === 0 && credentials.length === 0) return [];
  return places.flatMap(({ where, text }) => [
    ...likely.flatMap(({ name, pattern }) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined || isEcho(found) ? [] : [{ where, what: name, excerpt: found }];
    }),
    ...credentials
      .filter((credential) => text.includes(credential))
      .map(() => ({
        where,
        what: "a credential of the request",
        excerpt: "the credential, letter by letter",
      })),
  ]);
}

/** Most refusals of a target read alike, and are short. */
const likelyIn = remembered((text) => patterns.filter(({ pattern }) => pattern.test(text)), 2000);

interface Place {
  readonly where: string;
  readonly text: string;
}

function placesOf(answer: Answer): readonly Place[] {
  const headers = answer.exchange.response?.headers ?? [];
  const body = answer.json === undefined ? [answer.text] : textsOf(answer.json);
  return [
    ...headers
      .filter(([name]) => !banners.test(name))
      .map(([name, value]) => ({ where: `${name} header`, text: value })),
    ...body.map((text) => ({ where: "body", text })),
  ];
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsOf(member)]);
}

/** A client may be told its own words again, however it wrote them. */
function requestText({ exchange: { request } }: Answer): string {
  return [request.url, decoded(request.url), bodyText(request.body), ...request.headers.flat()].join("\n");
}

function decoded(url: string): string {
  return url.replaceAll(/%[0-7][0-9a-f]/gi, (escape) =>
    String.fromCharCode(Number.parseInt(escape.slice(1), 16)),
  );
}

function bodyText(body: string | Uint8Array | undefined): string {
  if (body === undefined) return "";
  const text = typeof body === "string" ? body : Buffer.from(body).toString("utf8");
  return `${text}\n${textsOf(parsed(text)).join("\n")}`;
}

const secretMembers = /"(password|apiKey)"/;

/** Shorter ones are the words of a test, and would be found by chance. */
const shortest = 12;

/** The credentials that a request carried: its bearer token, and members that are secret by their name. */
function credentialsOf({ exchange: { request } }: Answer): readonly string[] {
  const authorization = request.headers.find(([name]) => name.toLowerCase() === "authorization")?.[1] ?? "";
  const body =
    typeof request.body === "string" && secretMembers.test(request.body) ? parsed(request.body) : {};
  const credentials = [authorization.replace(/^\S+ /, ""), ...secretsOf(body)];
  return credentials.filter((credential) => credential.length >= shortest);
}

function secretsOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (typeof member !== "string") return secretsOf(member);
    return secretMembers.test(`"${name}"`) ? [member] : [];
  });
}
