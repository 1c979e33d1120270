import { Refusal } from "./refusal.ts";

export interface Matchable {
  readonly method: string;
  readonly path: string;
}

export interface Match<Name> {
  readonly name: Name;
  readonly params: Readonly<Record<string, string>>;
}

/** The methods a path knows; none for a path that leads nowhere. */
export interface Matches<Name> {
  readonly byMethod: ReadonlyMap<string, Match<Name>>;
}

interface Pattern<Name> {
  readonly name: Name;
  readonly method: string;
  readonly segments: readonly Segment[];
}

/** What stands there, or the name of the parameter that does. */
type Segment = { readonly literal: string } | { readonly parameter: string };

const segmentOf = (text: string): Segment =>
  text.startsWith("{") ? { parameter: text.slice(1, -1) } : { literal: text };

const decode = (segment: string): string => {
  try {
    return segment.includes("%") ? decodeURIComponent(segment) : segment;
  } catch {
    throw new Refusal(400, "The path is not valid percent-encoding");
  }
};

/** An empty segment names nothing. */
const fits = (pattern: readonly Segment[], segments: readonly string[]): boolean =>
  pattern.every((expected, i) =>
    "literal" in expected ? expected.literal === segments[i] : segments[i] !== "",
  );

const paramsOf = (pattern: readonly Segment[], segments: readonly string[]): Record<string, string> => {
  const params: Record<string, string> = {};
  pattern.forEach((expected, i) => {
    if ("parameter" in expected) params[expected.parameter] = segments[i] ?? "";
  });
  return params;
};

/** Finds routes by path, with `{parameters}` in it, then by method. */
export const createMatcher = <Name extends string>(routes: Readonly<Record<Name, Matchable>>) => {
  /** By the number of their segments. */
  const patterns: Pattern<Name>[][] = [];
  for (const name in routes) {
    const { method, path } = routes[name];
    const segments = path.split("/").map(segmentOf);
    (patterns[segments.length] ??= []).push({ name, method, segments });
  }
  return (path: string): Matches<Name> => {
    const segments = path.split("/").map(decode);
    const byMethod = new Map<string, Match<Name>>();
    for (const { name, method, segments: pattern } of patterns[segments.length] ?? [])
      if (fits(pattern, segments)) byMethod.set(method, { name, params: paramsOf(pattern, segments) });
    return { byMethod };
  };
};
