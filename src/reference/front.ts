import type { Answer, Incoming, OperationName } from "./call.ts";
import { createMatcher } from "./matcher.ts";
import type { Match, Matches } from "./matcher.ts";
import type { Use } from "./parts.ts";
import { Refusal } from "./refusal.ts";

/** From a request to its answer: route, authenticate, read the body, operate; every refusal ends in the envelope. */
export interface Front {
  answer(incoming: Incoming): Promise<Answer>;
  serve(incoming: Incoming): Promise<Answer>;
  /** What HEAD, OPTIONS and unknown methods get on a path that exists. */
  otherMethod(method: string, allowed: readonly string[]): Answer;
  /** Undefined where there is nothing to wait for. */
  wait(incoming: Incoming): Promise<void> | undefined;
}

interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Not `new URL`: it would tidy up dots and slashes, and the path is to be judged as it was sent. */
const readTarget = (target: string, longest: number): Target => {
  if (target.length > longest) throw new Refusal(414, "The path is too long");
  const local = target.replace(/^https?:\/\/[^/?]*/i, "");
  const mark = local.indexOf("?");
  if (mark === -1) return { path: local, query: new URLSearchParams() };
  return { path: local.slice(0, mark), query: new URLSearchParams(local.slice(mark + 1)) };
};

const allowedMethods = ({ byMethod }: Matches<OperationName>): string[] => [
  ...byMethod.keys(),
  ...(byMethod.has("GET") ? ["HEAD"] : []),
  "OPTIONS",
];

const operate = async (use: Use, incoming: Incoming, where: Target, match: Match<OperationName>) => {
  const { routes, authenticator, bodyReader, operations } = use();
  const { credential, body: rule } = routes[match.name];
  // Member by member: spreads would show in the time of every request.
  const { method, target, headers, rawBody } = incoming;
  const { path, query } = where;
  const { name: operation, params } = match;
  const candidate = { method, target, headers, rawBody, path, query, operation, params };
  const principal = await authenticator.authenticate(candidate, credential);
  const body = bodyReader.read(incoming, rule);
  return operations[operation](Object.assign(candidate, { principal, body }));
};

const otherMethod = (method: string, allowed: readonly string[]): Answer => {
  const headers = { allow: allowed.join(", ") };
  if (method === "OPTIONS") return { status: 200, headers, body: {} };
  throw new Refusal(405, `${method} is not possible here`, headers);
};

export const createFront = (use: Use, latencyMs: number): Front => {
  let find: ((path: string) => Matches<OperationName>) | undefined;
  return {
    otherMethod,
    wait: () => (latencyMs > 0 ? new Promise((resolve) => setTimeout(resolve, latencyMs)) : undefined),
    serve: async (incoming) => {
      const target = readTarget(incoming.target, use().limits.targetLength);
      find ??= createMatcher(use().routes);
      const matches = find(target.path);
      if (matches.byMethod.size === 0) throw new Refusal(404, "There is nothing at this path");
      const match = matches.byMethod.get(incoming.method === "HEAD" ? "GET" : incoming.method);
      if (match === undefined) return use().front.otherMethod(incoming.method, allowedMethods(matches));
      use().rateLimiter.admit(incoming);
      return operate(use, incoming, target, match);
    },
    answer: async (incoming) => {
      try {
        const waited = use().front.wait(incoming);
        if (waited !== undefined) await waited;
        return use().finisher.finish(await use().front.serve(incoming), incoming);
      } catch (error) {
        return use().finisher.finish(use().errors.answer(error, incoming), incoming);
      }
    },
  };
};
