import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { callOf } from "./call.ts";
import { compressedBodies } from "./heavy-bodies.ts";

test("what unpacks to 100 MiB is lawful gzip of lawful JSON, and small", () => {
  const call = callOf("createApplication", "/applications", { json: { name: "a", description: "b" } });
  const bomb = compressedBodies().find(({ name }) => name.includes("100 MiB"));
  const packed = bomb?.apply(call).raw ?? "";
  const { extra, ...members } = JSON.parse(gunzipSync(packed).toString("latin1")) as { extra: string };
  expect(members).toEqual(call.json);
  expect(extra).toHaveLength(100 * 1024 * 1024);
  expect(packed.length).toBeLessThan(200 * 1024);
});
