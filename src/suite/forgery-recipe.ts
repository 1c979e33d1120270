import type { Forgery } from "./forgery.ts";
import { type Jwt, type Members, segment, textSegment } from "./jwt.ts";

/** A row of `fixtures/token-forgeries.yaml`, where each member is explained. */
export interface Recipe {
  readonly name: string;
  readonly header?: Members;
  readonly claims?: Members;
  readonly drop?: readonly string[];
  readonly ahead?: Readonly<Record<string, number>>;
  readonly headerIs?: unknown;
  readonly claimsAre?: unknown;
  readonly headerText?: string;
  readonly claimsText?: string;
  readonly deepHeader?: number;
  readonly padding?: number;
  readonly token?: string;
  readonly repeat?: number;
  readonly anyToken?: boolean;
}

/** A forgery that keeps of the genuine token whatever the recipe does not change. */
export function cooked(recipe: Recipe): Forgery {
  const { name, anyToken = false } = recipe;
  return { name, anyToken, forge: (jwt) => assembled(recipe, jwt).repeat(recipe.repeat ?? 1) };
}

function assembled(recipe: Recipe, jwt: Jwt): string {
  const parts: Readonly<Record<string, string>> = {
    token: jwt.text,
    header: headerOf(recipe, jwt),
    claims: claimsOf(recipe, jwt),
    signature: jwt.signature,
    plainClaims: inAscii(JSON.stringify(jwt.claims)),
  };
  const template = recipe.token ?? "{header}.{claims}.{signature}";
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => parts[name] ?? placeholder);
}

function headerOf(recipe: Recipe, { text, header }: Jwt): string {
  const { headerText, deepHeader } = recipe;
  if (headerText !== undefined) return textSegment(headerText);
  if (deepHeader !== undefined) return textSegment("[".repeat(deepHeader) + "]".repeat(deepHeader));
  if ("headerIs" in recipe) return segment(recipe.headerIs);
  return recipe.header === undefined ? partOf(text, 0) : segment({ ...header, ...recipe.header });
}

function claimsOf(recipe: Recipe, jwt: Jwt): string {
  const { claimsText, claims, drop, ahead, padding } = recipe;
  if (claimsText !== undefined) return textSegment(claimsText);
  if ("claimsAre" in recipe) return segment(recipe.claimsAre);
  if ([claims, drop, ahead, padding].every((change) => change === undefined)) return partOf(jwt.text, 1);
  return segment(changedClaims(jwt, recipe));
}

/** The genuine claims with a recipe's changes. */
function changedClaims({ claims }: Jwt, { claims: laid, drop = [], ahead = {}, padding }: Recipe): Members {
  const later = Object.entries(ahead).map(([name, by]) => [name, secondsFrom(claims, name) + by] as const);
  const padded = padding === undefined ? {} : { padding: "a".repeat(padding) };
  const all = { ...claims, ...laid, ...Object.fromEntries(later), ...padded };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !drop.includes(name)));
}

/** The instant a claim stands for; where there is none, the one when the token was issued. */
function secondsFrom(claims: Members, name: string): number {
  const known = [claims[name], claims["iat"]].find((value) => typeof value === "number");
  return known ?? Math.floor(Date.now() / 1000);
}

function partOf(text: string, index: number): string {
  return text.split(".")[index] ?? "";
}

/** JSON that may stand in a header field. */
function inAscii(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
