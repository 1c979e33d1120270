import type { ServerResponse } from "node:http";
import type { Answer, Incoming } from "./call.ts";
import type { Use } from "./parts.ts";

/** The last hand on every answer: the headers all of them share, then the wire. */
export interface Finisher {
  finish(answer: Answer, incoming: Incoming): Answer;
  write(answer: Answer, response: ServerResponse, incoming: Incoming): void;
}

const shared = {
  "content-type": "application/json; charset=utf-8",
  // Tokens, keys and secrets travel in bodies, and no answer of this API gains from a cache.
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** Means something to those only who came by HTTPS. */
const secure = { ...shared, "strict-transport-security": "max-age=31536000; includeSubDomains" };

/** Without parts, as the control uses it, the server speaks plain HTTP. */
export const createFinisher = (use?: Use): Finisher => ({
  finish: (answer) => {
    const always = use?.().tls.isOn === true ? secure : shared;
    return { ...answer, headers: answer.headers === undefined ? always : { ...always, ...answer.headers } };
  },
  write: ({ status, headers, body, text }, response) => {
    const content = text ?? JSON.stringify(body ?? {});
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(content) });
    // As text it leaves together with the headers, in one write. And with all other answers of this turn, at its end:
    // a client that is woken by one finds the others, and is not woken for each.
    setImmediate(() => response.end(content));
  },
});
