import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, serve, type Served } from "./cli.test-kit.ts";

const root = new URL("../../", import.meta.url).pathname;
const folder = emptyFolder();
const modules = join(folder, "node_modules");

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
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  });
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", join(folder, packed.trim())], {
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

  test("is a library", () => {
    mkdirSync(join(folder, "vendor"), { recursive: true });
    const program = 'import { suites } from "kadosei-conformance"; console.log(suites.length > 9)';
    writeFileSync(join(folder, "vendor/index.mjs"), program);
    expect(inFolder(process.execPath, ["vendor/index.mjs"]).output.trim()).toBe("true");
  });
});
