import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url).pathname;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(root, file), "utf8")) as T;
}

const { packages } = read<{ packages: Readonly<Record<string, Locked>> }>("package-lock.json");
const manifest = read<Manifest>("package.json");
const production = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);

describe("what an installation brings along", () => {
  test("runs no script", () => {
    expect(production.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
    const own = Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$/.test(name));
    expect(own).toEqual([]);
  });

  test("is pinned, and proved to be what was tested", () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.values(wanted).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    for (const [name, version] of Object.entries(wanted))
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
    const unproved = Object.entries(packages).filter(
      ([path, { integrity }]) => path !== "" && integrity === undefined,
    );
    expect(unproved).toEqual([]);
  });
});

describe("the workflows", () => {
  interface Workflow {
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { uses?: string; run?: string }[] }>>;
  }
  const folder = join(root, ".github/workflows");
  const workflows = readdirSync(folder).map((file): readonly [string, Workflow] => [
    file,
    parse(readFileSync(join(folder, file), "utf8")) as Workflow,
  ]);

  test.each(workflows)("%s may only read, and says which actions it means", (_, { permissions, jobs }) => {
    expect(permissions).toEqual({ contents: "read" });
    const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action))).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
  });

  test("publish with provenance", () => {
    const [, publish] = workflows.find(([file]) => file === "publish.yml") ?? [];
    const job = publish?.jobs["publish"];
    expect(job).toMatchObject({ permissions: { "id-token": "write" } });
    expect(job?.steps.map(({ run }) => run)).toContain("npm publish --provenance --access public");
  });
});
