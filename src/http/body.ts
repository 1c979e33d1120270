import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { HeaderFields } from "../model/index.ts";
import { AnswerCutOff } from "./failure.ts";

const unpackers = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync };

/** No encoding is asked for, but a target may compress all the same. */
export function unpacked(bytes: Buffer, headers: HeaderFields, maxBytes: number): Buffer {
  const encoding = headers.find(([name]) => name === "content-encoding")?.[1].toLowerCase() ?? "";
  if (bytes.length === 0 || !isUnpackable(encoding)) return bytes;
  try {
    return unpackers[encoding](bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw tooLarge("the answer, unpacked,", maxBytes, cause);
    throw Object.assign(
      new Error(`the answer is no ${encoding}, as its Content-Encoding says: ${(cause as Error).message}`),
      {
        code: "Z_DATA_ERROR",
      },
    );
  }
}

function isUnpackable(encoding: string): encoding is keyof typeof unpackers {
  return Object.hasOwn(unpackers, encoding);
}

export function tooLarge(what: string, maxBytes: number, cause?: unknown): AnswerCutOff {
  return new AnswerCutOff(
    "BODY_TOO_LARGE",
    `${what} is longer than ${sizeOf(maxBytes)} (limits.maxBody)`,
    cause,
  );
}

function sizeOf(bytes: number): string {
  return bytes % 1024 ** 2 === 0 ? `${bytes / 1024 ** 2} MiB` : `${bytes} bytes`;
}
