import { describe, expect, test } from "vitest";
import { edited } from "./edit.ts";
import { type Hostile, hostilities } from "./hostile.ts";
import { lawfulBodies } from "./lawful.test-kit.ts";

const body = lawfulBodies["webhook-request"];
const deck = hostilities({ body, parameters: ["page"], headers: ["cookie"], segments: [2, 4] });
const drawn = Array.from({ length: 800 }, (_, index) => deck.draw(3, index));
const inBody = drawn.filter((one) => one.at === "body");

describe("hostile requests", () => {
  test("put null in place of each member first, the body itself and items too", () => {
    const pointers = ["", "/url", "/subscribedEvents", "/subscribedEvents/0", "/subscribedEvents/1"];
    const first = drawn.slice(0, pointers.length);
    expect(first).toEqual(pointers.map((pointer) => ({ at: "body", pointer, json: "null" })));
  });

  test("reach every parameter, header and segment in the first rounds", () => {
    const places = new Set(drawn.slice(0, 60).map(placeOf));
    expect([...places]).toEqual(
      expect.arrayContaining(["query page", "header cookie", "path 2", "path 4", "body"]),
    );
  });

  test("are JSON where they say so, but for bytes", () => {
    for (const { json, isBytes, pointer } of inBody) {
      if (isBytes === true) expect(Buffer.from(json, "latin1").toString("latin1")).toBe(json);
      else
        expect(() =>
          JSON.parse(JSON.stringify(edited(body, [{ pointer, put: JSON.parse(json) }]))),
        ).not.toThrow();
    }
  });

  test("hold no header that HTTP can't carry, and no segment that is more than one", () => {
    const values = (at: Hostile["at"]) =>
      drawn.flatMap((one) => (one.at === at && one.at !== "body" ? [one.value] : []));
    for (const value of values("header")) expect(value).toMatch(/^[\x21-\xff]([\x20-\xff]*[\x21-\xff])?$/);
    for (const value of values("path")) expect(value).toMatch(/^[^/?#\s]*$/);
  });

  test("know what servers stumble over", () => {
    const texts = inBody.map(({ json }) => json);
    for (const known of ['"\\ud800"', "1e400", "9007199254740993", "{}", "[]"])
      expect(texts.some((text) => text.includes(known))).toBe(true);
    expect(texts.some((text) => text.length > 2000)).toBe(true);
  });

  test("make lists empty and repeat what is in them, before anything stranger", () => {
    const lists = inBody.filter(({ pointer }) => pointer === "/subscribedEvents").slice(1, 3);
    const [none, repeated] = lists.map(({ json }) => JSON.parse(json) as readonly unknown[]);
    expect(none).toEqual([]);
    expect(new Set(repeated).size).toBe(1);
    expect(repeated?.length).toBeGreaterThan(1);
  });

  test("shrink within their place", async () => {
    const index = drawn.findIndex(({ at }) => at === "query");
    const { value } = await deck.shrink(3, index, { fails: async () => true, most: 100 });
    expect(placeOf(value)).toBe("query page");
  });
});

function placeOf(one: Hostile): string {
  if (one.at === "body") return "body";
  return one.at === "path" ? `path ${one.segment}` : `${one.at} ${one.name}`;
}
