import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { signing, writeRun } from "./certificate.test-kit.ts";
import { type Served, emptyFolder, inProcess, serve } from "./cli.test-kit.ts";

const cwd = emptyFolder();
const pem = () => readFileSync(join(cwd, "kadosei-certificate.key"), "utf8");
const replay = "idempotency/replay-creates-nothing";
let fingerprint = "";
let certificate = "";

beforeAll(async () => {
  const made = await inProcess(["keygen"], { cwd });
  [fingerprint = ""] = /^[0-9a-f]{64}$/m.exec(made.stdout) ?? [];
  writeRun(join(cwd, "run"));
  await inProcess(["certify", "run", "--key", "kadosei-certificate.key", "--out", "c.json"], { cwd });
  certificate = readFileSync(join(cwd, "c.json"), "utf8");
});

describe("keygen", () => {
  test("makes a key for its owner alone, and never another one in its place", async () => {
    const before = pem();
    expect(statSync(join(cwd, "kadosei-certificate.key")).mode & 0o777).toBe(0o600);
    expect(await inProcess(["keygen"], { cwd })).toMatchObject({ code: 2, stdout: "" });
    renameSync(join(cwd, "kadosei-certificate.pub"), join(cwd, "moved.pub"));
    expect(await inProcess(["keygen"], { cwd })).toMatchObject({ code: 2, stdout: "" });
    expect(pem()).toBe(before);
    renameSync(join(cwd, "moved.pub"), join(cwd, "kadosei-certificate.pub"));
    expect(await inProcess(["keygen", "nowhere/key"], { cwd })).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("verify", () => {
  test("needs the certificate alone, and says that nobody vouches for the key", async () => {
    const elsewhere = emptyFolder();
    const certified = ["certify", join(cwd, "run"), "--out", "it.json", "--operator", "Example\u001b[31m"];
    await inProcess(certified, { cwd: elsewhere, env: signing });
    const { code, stdout, stderr } = await inProcess(["verify", "it.json"], { cwd: elsewhere });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Valid\n {2}- it is signed by a key you did not name/);
    expect(stdout).toContain("https://staging.example.com");
    expect(stdout).toContain(String.raw`operator   Example\x1b[31m`);
    expect(stdout).toContain("It does not show that");
  });

  test("takes the key by fingerprint or file, and compares the journal", async () => {
    const byFile = ["--key", "kadosei-certificate.pub", "--journal", "run"];
    const byName = ["--key", fingerprint.toUpperCase(), "--json"];
    expect((await inProcess(["verify", "c.json", ...byFile], { cwd })).stdout).toMatch(/^Valid\n\n/);
    const json = await inProcess(["verify", "c.json", ...byName], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ valid: true, problems: [], fingerprint });
  });

  test("finds another journal, another key and a changed byte", async () => {
    writeRun(join(cwd, "other"), (id) => (id === replay ? { durationMs: 85 } : {}));
    writeFileSync(join(cwd, "changed.json"), certificate.replace("\n  ", "\n "));
    const { code, stdout } = await inProcess(["verify", "c.json", "--journal", "other"], { cwd });
    expect({ code, stdout }).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("the journal is not the one") as string,
    });
    expect((await inProcess(["verify", "c.json", "--key", "0".repeat(64)], { cwd })).code).toBe(1);
    expect((await inProcess(["verify", "changed.json"], { cwd })).code).toBe(1);
  });

  test.each([
    [["missing.json"], "cannot read missing.json"],
    [["c.json", "--key", "missing.pub"], "cannot read missing.pub"],
    [["c.json", "--key", "kadosei-certificate.key"], "holds a private key"],
    [["c.json", "--key", "c.json"], "holds no public Ed25519 key"],
    [["c.json", "--journal", "missing"], "missing is no run"],
  ])("%j is wrong usage", async (args, says) => {
    const { code, stdout, stderr } = await inProcess(["verify", ...args], { cwd });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain(pem().split("\n")[1]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

describe("certify", () => {
  test("signs what a run in part has judged, and says what it has not", async () => {
    const part = { verdict: "skipped", reason: "needs a clock", waived: ["clock"] } as const;
    writeRun(join(cwd, "part"), (id) => (id === "sessions/expires" ? part : {}), { without: ["clock"] });
    const { code, stdout } = await inProcess(["certify", "part"], { cwd, env: signing });
    expect(code).toBe(0);
    expect(stdout).toContain("is conformant in part");
    const verified = await inProcess(["verify", "part/certificate.json", "--journal", "part"], { cwd });
    expect(verified.stdout).toContain("unjudged   sessions/expires: needs a clock");
    expect(verified.code).toBe(0);
  });

  test("refuses a run that earns none, says why, and writes nothing", async () => {
    writeRun(join(cwd, "failed"), (id) => (id === replay ? { verdict: "failed" } : {}), { insecure: true });
    const { code, stdout, stderr } = await inProcess(["certify", "failed"], { cwd, env: signing });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("the target is non-conformant: 1 requirement failed → ");
    expect(stderr).toContain("judge again without --insecure");
    expect(existsSync(join(cwd, "failed/certificate.json"))).toBe(false);
  });

  test("refuses a run of another version, and one that is too old", async () => {
    writeRun(join(cwd, "foreign"), undefined, { tool: { name: "kadosei-conformance", version: "0.0.9" } });
    writeRun(join(cwd, "old"), undefined, { startedAt: "2026-01-01T10:00:00.000Z" });
    const foreign = await inProcess(["certify", "foreign"], { cwd, env: signing });
    const old = await inProcess(["certify", "old", "--days", "1"], { cwd, env: signing });
    expect(foreign).toMatchObject({ code: 1, stderr: expect.stringContaining("0.0.9") as string });
    expect(old).toMatchObject({ code: 1, stderr: expect.stringContaining("it expired on") as string });
  });

  test("refuses a journal that is none of ours", async () => {
    mkdirSync(join(cwd, "strange"));
    writeFileSync(join(cwd, "strange/journal.ndjson"), '{"type":"run-started","run":{"planned":1}}\n');
    const { code, stderr } = await inProcess(["certify", "strange"], { cwd, env: signing });
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: strange is no run as this version writes it: .+ is missing/);
  });

  test("asks for a key that can sign, and never repeats one", async () => {
    mkdirSync(join(cwd, "keys"));
    writeFileSync(join(cwd, "keys/open.key"), pem().replace("M", "N"), { mode: 0o644 });
    const usages: readonly (readonly [readonly string[], string])[] = [
      [[], "there is no key to sign with"],
      [["--key", "keys"], "cannot read the key keys (EISDIR)"],
      [["--key", "keys/none"], "cannot read the key keys/none (ENOENT)"],
      [["--key", "kadosei-certificate.pub"], "holds the public key"],
      [["--key", "keys/open.key"], "holds no private Ed25519 key"],
    ];
    for (const [flags, says] of usages) {
      const { code, stdout, stderr } = await inProcess(["certify", "run", ...flags], { cwd });
      expect(stderr).toContain(says);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).not.toContain(pem().split("\n")[1]?.slice(4));
    }
    const taken = await inProcess(["certify", "run", "--out", "c.json"], { cwd, env: signing });
    expect(taken).toMatchObject({ code: 2, stderr: expect.stringContaining("is there already") as string });
    expect(readFileSync(join(cwd, "c.json"), "utf8")).toBe(certificate);
  });
});

describe("verify --recheck", () => {
  /** Judges the only requirement that a certificate says passed, again. */
  async function rechecked({ url, merchants: [merchant], stop }: Served) {
    const skipped = { verdict: "skipped", reason: "nobody looked" } as const;
    const run = writeRun(join(emptyFolder(), "run"), (id) => (id === replay ? {} : skipped));
    await inProcess(["certify", run], { env: signing });
    const { email = "", password = "" } = merchant ?? {};
    const args = ["verify", join(run, "certificate.json"), "--recheck", url, "--email", email];
    const ended = await inProcess(args, { env: { KADOSEI_PASSWORD: password } });
    await stop();
    return { ...ended, password };
  }

  test("finds a target as it was certified", async () => {
    const { code, stdout, stderr } = await rechecked(await serve());
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("1 as certified, 0 worse, 0 not judged");
  });

  test("finds a target that became worse", async () => {
    const { code, stdout, password } = await rechecked(
      await serve("--fault", "idempotency-replay-creates-session"),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/broken {2}idempotency\/replay-creates-nothing: failed[^]*curl/);
    expect(stdout).not.toContain(password);
  });

  test("says so when there is nothing to judge", async () => {
    const args = ["--recheck", "http://127.0.0.1:9", "--email", "owner@example.com", "--sample", "1"];
    const env = { KADOSEI_PASSWORD: "correct-horse-battery" };
    expect((await inProcess(["verify", "c.json", ...args], { cwd, env })).code).toBe(3);
  });
});
