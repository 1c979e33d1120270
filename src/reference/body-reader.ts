import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Incoming } from "./call.ts";
import type { Use } from "./parts.ts";
import { Refusal } from "./refusal.ts";

export type BodyRule = "required" | "optional" | "none";

/** From bytes to a JSON object: size, media type, encoding, syntax, in that order. */
export interface BodyReader {
  /** The whole body, or undefined when it is larger than the server reads. */
  collect(stream: IncomingMessage): Promise<Buffer | undefined>;
  read(incoming: Incoming, rule: BodyRule): unknown;
  /** Throws 415 for whatever is not plain JSON. */
  checkMediaType(incoming: Incoming): void;
  parse(bytes: Buffer): unknown;
}

/** Asks for the headers in the one form in which everybody does: each form is made at its first use. */
const hasBody = ({ headersDistinct: headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"]?.[0] ?? 0) > 0;

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Goes no deeper than it has to, so that the depth it defends against can't exhaust it either. */
const isDeeperThan = (value: object, most: number): boolean => {
  for (const name in value) {
    const item: unknown = value[name as keyof typeof value];
    if (most === 0 || (typeof item === "object" && item !== null && isDeeperThan(item, most - 1)))
      return true;
  }
  return false;
};

/** Most bodies come in one piece, which need not be copied. */
const joined = (chunks: readonly Buffer[]): Buffer =>
  (chunks.length === 1 ? chunks[0] : undefined) ?? Buffer.concat(chunks);

/** By events: the iterator of a stream is slow where bodies are small. */
const collect = (stream: IncomingMessage, most: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // An oversized body is read to its end and forgotten: a client that is still sending would miss the answer.
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
      if (size > most * 64) stream.destroy();
    });
    stream.on("end", () => resolve(size > most ? undefined : joined(chunks)));
    stream.on("error", reject);
    stream.on("close", () => {
      if (size > most) resolve(undefined);
      else if (!stream.readableEnded) reject(new Error("the body was cut off"));
    });
  });

const parseJson = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) throw new Refusal(400, "The body is not valid UTF-8");
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw new Refusal(
      400,
      error instanceof SyntaxError ? "The body is not valid JSON" : "The body is unreadable",
    );
  }
};

const checkMediaType = ({ headers }: Incoming): void => {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith("charset="));
  const isPlain = ["identity", ""].includes((headers.get("content-encoding") ?? "").trim().toLowerCase());
  if (type.trim() !== "application/json") throw new Refusal(415, "Content-Type must be application/json");
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))
    throw new Refusal(415, "The charset must be UTF-8");
  if (!isPlain) throw new Refusal(415, "Content-Encoding is not supported");
};

export const createBodyReader = (use: Use): BodyReader => ({
  collect: async (stream) => (hasBody(stream) ? collect(stream, use().limits.bodyBytes) : Buffer.alloc(0)),
  checkMediaType,
  parse: (bytes) => {
    const value = parseJson(bytes);
    if (!isObject(value)) throw new Refusal(400, "The body must be a JSON object");
    if (isDeeperThan(value, use().limits.bodyDepth)) throw new Refusal(400, "The body is nested too deeply");
    return value;
  },
  read: (incoming, rule) => {
    const { rawBody } = incoming;
    if (rawBody === undefined) throw new Refusal(413, "The body is too large");
    if (rule === "none") return undefined;
    if (rawBody.length === 0) {
      if (rule === "required") throw new Refusal(400, "A JSON body is required");
      return {};
    }
    use().bodyReader.checkMediaType(incoming);
    return use().bodyReader.parse(rawBody);
  },
});
