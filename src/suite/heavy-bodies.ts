import { constants, crc32, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { jsonText } from "./broken-bodies.ts";
import { type Call, withHeader, withRaw } from "./call.ts";
import type { Flaw } from "./expect/refusal.ts";

const mebibyte = 1024 * 1024;

/** More than 1 MiB of lawful JSON: as blanks, which mean nothing, and as one member. */
export const oversizedBodies: readonly Flaw[] = [
  oversized("1 MiB of blanks before its end", (json) => `${json.slice(0, -1)}${" ".repeat(mebibyte)}}`),
  oversized("a text of 1 MiB", (json) => `${json.slice(0, -1)},"extra":"${"x".repeat(mebibyte)}"}`),
];

/** A proxy may answer what is too large instead of the API. */
function oversized(name: string, grow: (json: string) => string): Flaw {
  return { name, apply: (call) => ({ ...withRaw(call, grow(jsonText(call))), odd: true }) };
}

/** Compressed bodies, lawful ones and such that mean harm. */
export function compressedBodies(): readonly Flaw[] {
  return [
    compressed("gzip", "gzip", gzipSync),
    compressed("deflate", "deflate", deflateSync),
    compressed("gzip twice", "gzip, gzip", (json) => gzipSync(gzipSync(json))),
    compressed("gzip that is none", "gzip", (json) => Buffer.from(json)),
    compressed("gzip cut off", "gzip", (json) => gzipSync(json).subarray(0, -12)),
    compressed("a coding that does not exist", "kadosei", (json) => Buffer.from(json)),
    compressed("100 MiB in 0.1 MiB of gzip", "gzip", bomb),
  ];
}

function compressed(name: string, coding: string, compress: (json: string) => Uint8Array): Flaw {
  const coded = (call: Call) =>
    withHeader(withRaw(call, compress(jsonText(call))), "Content-Encoding", coding);
  return { name, apply: (call) => ({ ...coded(call), odd: true }) };
}

/**
 * Lawful gzip of the body with one more member of 100 MiB, the first. One compressed block is used 100 times over,
 * because compressing it all would take the run longer than everything else.
 */
function bomb(json: string): Uint8Array {
  const front = Buffer.from('{"extra":"');
  const block = Buffer.alloc(mebibyte, "0");
  const rest = Buffer.from(`",${json.slice(1)}`);
  const flush = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const packedBlock = deflateRawSync(block, flush);
  const blocks = Array.from({ length: mebibytes }, () => packedBlock);
  const packed = [deflateRawSync(front, flush), ...blocks, deflateRawSync(rest)];
  return Buffer.concat([gzipHeader, ...packed, gzipTrailer(front.length, rest)]);
}

const mebibytes = 100;
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);

/** CRC-32 of all that stands before the rest, which is always the same: to add it up takes a tenth of a second. */
const crcBefore = 0xfaa7a969;

function gzipTrailer(frontLength: number, rest: Buffer): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(rest, crcBefore), 0);
  trailer.writeUInt32LE(frontLength + mebibytes * mebibyte + rest.length, 4);
  return trailer;
}
