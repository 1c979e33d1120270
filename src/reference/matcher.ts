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
  readonly segments: readonly string[];
}

const decode = (segment: string): string => {
  try {
    return segment.includes("%") ? decodeURIComponent(segment) : segment;
  } catch {
    throw new Refusal(400, "The path is not valid percent-encoding");
  }
};

const matchSegments = (
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined => {
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (expected.startsWith("{")) params[expected.slice(1, -1)] = segment;
    else if (expected !== segment) return undefined;
  }
  // An empty segment names nothing.
  return Object.values(params).includes("") ? undefined : params;
};

/** Finds routes by path, with `{parameters}` in it, then by method. */
export const createMatcher = <Name extends string>(routes: Readonly<Record<Name, Matchable>>) => {
  const patterns: Pattern<Name>[] = [];
  for (const name in routes) {
    const { method, path } = routes[name];
    patterns.push({ name, method, segments: path.split("/") });
  }
  return (path: string): Matches<Name> => {
    const segments = path.split("/").map(decode);
    const byMethod = new Map<string, Match<Name>>();
    for (const { name, method, segments: pattern } of patterns) {
      if (pattern.length !== segments.length) continue;
      const params = matchSegments(pattern, segments);
      if (params !== undefined) byMethod.set(method, { name, params });
    }
    return { byMethod };
  };
};
