import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What each folder may import, besides itself and packages: the one-way arrows of the design. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/http": ["src/model"],
  "src/schema": ["src/model"],
  "src/generate": ["src/schema", "src/model"],
  "src/suite": ["src/model", "src/schema", "src/generate"],
  suites: ["src/suite"],
  "src/config": ["src/model", "src/schema"],
  "src/report": ["src/model", "src/schema"],
  "src/certificate": ["src/model", "src/schema"],
  "src/runner": ["src/model", "src/suite", "src/http"],
  "src/reference": [],
  "src/library": ["suites", "src/model", "src/config", "src/runner", "src/report", "src/reference"],
  "src/vitest": ["src/model", "src/report", "src/library"],
  "src/index.ts": ["src/model", "src/config", "src/report", "src/library"],
};

/** Modules that only one folder may use, because it is their only home. */
const homes: Readonly<Record<string, readonly string[]>> = {
  undici: ["src/http", "src/reference"],
  ajv: ["src/schema"],
  commander: ["src/cli"],
  "fast-check": ["src/generate"],
};

const sources = ["src", "suites"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter(
    (file) =>
      file.endsWith(".ts") && !/\.test(-kit|-setup)?\.ts$/.test(file) && statSync(join(root, file)).isFile(),
  );

function folderOf(file: string): string {
  const [first = "", second = ""] = relative(root, file).split("/");
  return first === "src" ? `src/${second}` : first;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
}

test.each(Object.entries(mayImport))("%s imports only what it may", (folder, allowed) => {
  const files = sources.filter((file) => folderOf(join(root, file)) === folder);
  const strayed = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => folderOf(resolve(root, dirname(file), name)))
      .filter((target) => target !== folder && !allowed.includes(target))
      .map((target) => `${file} imports ${target}`),
  );
  expect(strayed).toEqual([]);
});

test.each(Object.entries(homes))("%s has one home", (module, folders) => {
  const strayed = sources.filter(
    (file) =>
      importsOf(file).some((name) => name === module || name.startsWith(`${module}/`)) &&
      !folders.includes(folderOf(join(root, file))),
  );
  expect(strayed).toEqual([]);
});

test("only the command line knows the process and the console", () => {
  const strayed = sources
    .filter((file) => !file.startsWith("src/cli/"))
    .filter((file) =>
      /\b(process\.(env|exit|argv|std|on)|console\.(log|error|warn|info))/.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
  expect(strayed).toEqual([]);
});

test("a suite speaks of the API, not of plumbing", () => {
  const suites = sources.filter((file) => file.endsWith(".suite.ts"));
  const plumbing = /\b(if|for|while|try|catch|switch)\s*[({]|https?:\/\/|\bfetch\b/;
  const strayed = suites.filter((file) => plumbing.test(readFileSync(join(root, file), "utf8")));
  expect(strayed).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  const long = sources.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 301);
  expect(long).toEqual([]);
});
