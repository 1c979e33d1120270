import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, serve, type Served } from "./cli.test-kit.ts";

const root = new URL("../../", import.meta.url).pathname;
const folder = emptyFolder();
const modules = join(folder, "node_modules");
let tarball: string;

/** Runs a program in the vendor's folder, and gives its exit code and all it printed. */
function inFolder(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  try {
    const options = {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...env },
      stdio: "pipe",
    } as const;
    return { code: 0, output: execFileSync(program, args, options) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, output: stdout + stderr };
  }
}

beforeAll(() => {
  const flags = ["--ignore-scripts", "--silent", "--pack-destination", folder];
  const packed = execFileSync("npm", ["pack", ...flags], { cwd: root, encoding: "utf8" });
  tarball = join(folder, packed.trim());
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", tarball], {
    cwd: folder,
  });
});

describe("the packed tarball in an empty folder", () => {
  test("holds what it needs and nothing else", () => {
    const files = readdirSync(join(modules, "kadosei-conformance"), { recursive: true, encoding: "utf8" });
    expect(files).toEqual(
      expect.arrayContaining(["README.md", "LICENSE", "CHANGELOG.md", "schemas/openapi.yaml"]),
    );
    expect(
      files.filter((file) => /\.test|\.ts$|tsbuildinfo|^reports|^src/.test(file.replace(/\.d\.ts$/, ""))),
    ).toEqual([]);
  });

  test("installs less than 20 MB and 25 packages", () => {
    const files = readdirSync(modules, { recursive: true, encoding: "utf8" }).map((file) =>
      join(modules, file),
    );
    const bytes = files
      .map((file) => statSync(file))
      .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
    const packages = files.filter((file) => /node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(file));
    expect(bytes).toBeLessThan(20e6);
    expect(packages.length).toBeLessThan(25);
  });

  test.each<readonly [tool: string, ...flags: string[]]>([
    ["publint", "--strict"],
    ["attw", "--profile", "esm-only", "--quiet"],
  ])("is exported as %s would have it", (tool, ...flags) => {
    const { code, output } = inFolder(join(root, "node_modules/.bin", tool), [tarball, ...flags]);
    expect({ code, output }).toMatchObject({ code: 0 });
  });

  test("judges a served target by URL, and says what is missing", async () => {
    const { url, merchants, stop }: Served = await serve();
    const { email = "", password = "" } = merchants[0] ?? {};
    const flags = ["kadosei-conformance", "--url", url, "--email", email];
    const waived = inFolder("npx", [...flags, "--without", "clock,checkout,secondMerchant"], {
      KADOSEI_PASSWORD: password,
    });
    const wanting = inFolder("npx", flags, { KADOSEI_PASSWORD: password });
    await stop();
    expect(waived.output).toContain("CONFORMANT IN PART");
    expect(waived.output).toMatch(/^To certify this run: npx kadosei-conformance certify reports\/\S+$/m);
    expect(waived.code).toBe(0);
    expect(wanting.output).toMatch(/--without clock/);
    expect(wanting.code).toBe(3);
  });

  test("certifies a run, and verifies that elsewhere with nothing but the certificate", () => {
    const [waived = ""] = readdirSync(join(folder, "reports")).toSorted();
    const elsewhere = emptyFolder();
    inFolder("npx", ["kadosei-conformance", "keygen"]);
    const certify = [
      "kadosei-conformance",
      "certify",
      join("reports", waived),
      "--key",
      "kadosei-certificate.key",
    ];
    const certified = inFolder("npx", [...certify, "--out", join(elsewhere, "certificate.json")]);
    expect(certified).toMatchObject({ code: 0, output: expect.stringContaining("in part") as string });
    const bin = join(modules, ".bin/kadosei-conformance");
    const verified = execFileSync(bin, ["verify", "certificate.json"], { cwd: elsewhere, encoding: "utf8" });
    expect(verified).toMatch(/^Valid\n[^]*outcome +conformant in part\n[^]*needs clock/);
  });

  test("is a library, with types", async () => {
    copyFileSync(join(root, ".github/examples/judge.mjs"), join(folder, "judge.mjs"));
    lend("@types", "typescript");
    const types = [
      "--noEmit",
      "--checkJs",
      "--strict",
      "--module",
      "nodenext",
      "--types",
      "node",
      "judge.mjs",
    ];
    expect(inFolder(join(root, "node_modules/.bin/tsc"), types)).toEqual({ code: 0, output: "" });
    const { url, merchants, stop }: Served = await serve("--fault", "idempotency-replay-creates-session");
    const { email = "", password = "" } = merchants[0] ?? {};
    const env = { KADOSEI_URL: url, KADOSEI_EMAIL: email, KADOSEI_PASSWORD: password };
    const { output } = inFolder(process.execPath, ["judge.mjs"], env);
    await stop();
    expect(output).toMatch(/^\d+ requirements\n/);
    expect(output).toMatch(/^failed idempotency\/replay-creates-nothing: expected .+, got .+$/m);
    expect(output).toContain("non-conformant");
    expect(inFolder(process.execPath, ["judge.mjs"]).output).toMatch(
      /^configuration: target.url: is missing/,
    );
  });

  describe("in a Vitest project", () => {
    interface Reported {
      readonly testResults: readonly {
        readonly name: string;
        readonly assertionResults: readonly {
          readonly title: string;
          readonly status: string;
          readonly failureMessages: readonly string[];
        }[];
      }[];
    }

    /** Runs the project's tests whose name matches, and gives what Vitest made of them. */
    function judged(pattern: string, ...more: readonly string[]): Reported & { readonly output: string } {
      const reporters = ["--reporter=default", "--reporter=json", "--outputFile=vitest.json"];
      const flags = ["run", "--root", folder, ...reporters, "-t", pattern, ...more];
      const { output } = inFolder(process.execPath, [join(modules, "vitest/vitest.mjs"), ...flags], {
        NO_COLOR: "1",
      });
      return { output, ...(JSON.parse(readFileSync(join(folder, "vitest.json"), "utf8")) as Reported) };
    }

    function statuses({ testResults }: Reported, file: string): readonly string[] {
      const { assertionResults = [] } = testResults.find(({ name }) => name.endsWith(file)) ?? {};
      return assertionResults
        .filter(({ status }) => status === "passed" || status === "failed")
        .map(({ status, title }) => `${status} ${title.replace(/:.*/, "")}`)
        .toSorted();
    }

    beforeAll(() => {
      lend("vitest");
      copyFileSync(join(root, ".github/examples/kadosei.test.ts"), join(folder, "kadosei.test.ts"));
      writeFileSync(
        join(folder, "nobody.test.mjs"),
        `import { conformance } from "kadosei-conformance/vitest";
        const merchant = { email: "owner@example.com", password: "correct-horse-battery" };
        conformance({ target: "http://127.0.0.1:9", merchant, only: ["idempotency/*"] });`,
      );
    });

    test("judges what is selected: fails for the target, and for a run that judged nothing", () => {
      const report = judged("replay-creates-nothing|session-needs-key");
      expect(statuses(report, "kadosei.test.ts")).toEqual([
        "failed idempotency/replay-creates-nothing",
        "passed idempotency/session-needs-key",
      ]);
      const failure = report.testResults.flatMap(({ assertionResults }) =>
        assertionResults.flatMap(({ failureMessages }) => failureMessages),
      );
      expect(failure.join()).toMatch(/^Violation: The API MUST answer a repeated .*\nagain: [^]*seed: 5/);
      const nobody = report.testResults.find(({ name }) => name.endsWith("nobody.test.mjs"));
      expect(nobody?.assertionResults.map(({ status }) => status)).not.toContain("failed");
      expect(report.output).toMatch(/Outcome: not-judged\s+the target could not be reached/);
    });

    // Before the requirement, and after it.
    test.each([1, 3])("tells the outcome of the whole as a test, in any order: seed %i", (seed) => {
      const shuffle = ["--sequence.shuffle.tests", `--sequence.seed=${seed}`];
      const report = judged("replay-creates-nothing|outcome", ...shuffle);
      expect(statuses(report, "kadosei.test.ts")).toEqual([
        "failed idempotency/replay-creates-nothing",
        "failed outcome",
      ]);
      expect(statuses(report, "nobody.test.mjs")).toEqual(["failed outcome"]);
    });
  });
});

/** Lets the vendor's folder have packages of ours, where an installation would take too long. */
function lend(...names: readonly string[]): void {
  for (const name of names) symlinkSync(join(root, "node_modules", name), join(modules, name));
}
