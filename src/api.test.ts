import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const dist = new URL("../dist/src/", import.meta.url).pathname;

interface Declared {
  readonly name: string;
  /** Its comment and its text, as the package is published. */
  readonly doc: string;
  readonly text: string;
}

/** What a door of the package exports, by name, each as the file declares it that it comes from. */
function exportsOf(door: string): readonly Declared[] {
  const text = readFileSync(join(dist, door), "utf8");
  const own = declaredIn(text);
  const passedOn = [...text.matchAll(/^export (?:type )?\{([^}]+)\} from "([^"]+)";/gm)].flatMap(
    ([, names = "", file = ""]) => {
      const known = declaredIn(readFileSync(join(dist, door, "..", file.replace(/\.ts$/, ".d.ts")), "utf8"));
      return namesIn(names).map((name) => known.find((one) => one.name === name) ?? untold(name));
    },
  );
  return [...own, ...passedOn].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function namesIn(list: string): readonly string[] {
  const names = list.split(",").map((name) => name.trim().replace(/^type /, ""));
  return names.filter((name) => name !== "");
}

function untold(name: string): Declared {
  return { name, doc: "", text: "" };
}

const declaration =
  /^(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export (?:declare )?(?:const|function|class|interface|type) (\w+)[^]*?(?=^(?:\/\*\*|export)|(?![^]))/gm;

function declaredIn(text: string): readonly Declared[] {
  return [...text.matchAll(declaration)].map(([whole, doc = "", name = ""]) => ({
    name,
    doc,
    text: whole.slice(doc.length).replaceAll(/^ *\/\*\*[^]*?\*\/\n/gm, ""),
  }));
}

describe.each(["index.d.ts", "vitest/index.d.ts"])("what %s exports", (door) => {
  const declared = exportsOf(door);

  test("is what it was: a change here is a change for those who build on it", async () => {
    const surface = declared.map(({ text }) => text.trim()).join("\n\n");
    await expect(`${surface}\n`).toMatchFileSnapshot(
      `__snapshots__/${door.replaceAll("/", "-").replace(/\.d\.ts$/, "")}.api.txt`,
    );
  });

  test.each(declared)("explains $name", ({ name, doc, text }) => {
    expect(doc).toMatch(/^\/\*\*[^]{20,}/);
    const takes = /^export declare function \w+\(\w/.test(text);
    expect({ name, told: /@param/.test(doc) || !takes }).toEqual({ name, told: true });
  });
});
