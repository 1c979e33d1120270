import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, cli, emptyFolder, end, serve, start, written } from "./cli.test-kit.ts";

const reports = ["journal.ndjson", "junit.xml", "report.html", "report.json"];
const one = ["--only", "idempotency/session-needs-key"];
const closed = "http://127.0.0.1:9";
let clean: Served;

beforeAll(async () => {
  clean = await serve();
}, 120_000);

afterAll(async () => {
  await clean?.stop();
});

function merchantOf({ url, merchants: [merchant] }: Served) {
  const { email = "", password = "" } = merchant ?? {};
  return { args: ["--url", url, "--email", email], env: { KADOSEI_PASSWORD: password }, password };
}

describe("exit 0", () => {
  test("for a conformant target, with the reports written", async () => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await cli(["--self", "--suite", "idempotency"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("CONFORMANT");
    const { files, report } = written(cwd);
    expect(files).toEqual(reports);
    expect(report.tool).toMatchObject({ name: "kadosei-conformance", version: expect.any(String) as string });
    expect(report.summary).toMatchObject({ failed: 0, blocked: 0, errored: 0 });
  }, 60_000);

  test("for a target elsewhere that lacks only what was waived", async () => {
    const cwd = emptyFolder();
    const { args, env } = merchantOf(clean);
    const without = ["--without", "clock,checkout", "--without", "secondMerchant"];
    const { code } = await cli([...args, ...without, ...one, "--quiet"], { cwd, env });
    expect(code).toBe(0);
    expect(written(cwd).report.without).toEqual(["clock", "checkout", "secondMerchant"]);
  }, 60_000);

  test("with settings from the file, the environment and flags", async () => {
    const cwd = emptyFolder();
    const { args, env } = merchantOf(clean);
    const [, , , email = ""] = args;
    const target = `target: { url: ${closed} }\nmerchant: { email: ${email}, password: \${PASSWORD} }\n`;
    writeFileSync(join(cwd, "kadosei-conformance.yaml"), `${target}limits: { timeout: 5s }`);
    const variables = { PASSWORD: env.KADOSEI_PASSWORD, KADOSEI_URL: clean.url, KADOSEI_SEED: "1" };
    const { code } = await cli(["run", "--seed", "7", ...one], { cwd, env: variables });
    expect(code).toBe(0);
    expect(written(cwd).report).toMatchObject({ seed: 7, target: { url: `${clean.url}/api/v1` } });
  }, 60_000);
});

describe("exit 1", () => {
  test("for a target that breaks a MUST", async () => {
    const faulty = await serve("--fault", "idempotency-replay-creates-session");
    const cwd = emptyFolder();
    const { args, env, password } = merchantOf(faulty);
    const only = ["--only", "idempotency/replay-creates-nothing", "--report", "junit=deep/copy.xml"];
    const { code, stdout } = await cli([...args, ...only], { cwd, env });
    await faulty.stop();
    expect(code).toBe(1);
    expect(stdout).toContain("NON-CONFORMANT");
    const { files, report, text } = written(cwd);
    expect(files).toEqual(reports);
    expect(report.outcome).toBe("non-conformant");
    expect(readFileSync(join(cwd, "deep/copy.xml"), "utf8")).toContain("<testsuite");
    expect(stdout + text).not.toContain(password);
  }, 60_000);
});

describe("reports that are asked for", () => {
  test("go to the run's folder or where they are told, and to GitHub", async () => {
    const cwd = emptyFolder();
    const summary = join(cwd, "summary.md");
    writeFileSync(summary, "before\n");
    const asked = ["--report", "github,tap,ctrf", "--report", "sarif=out/api.sarif", "--report", "html"];
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { code, stdout } = await cli(["--self", ...one, ...asked], { cwd, env });
    expect(code).toBe(0);
    expect(written(cwd).files).toEqual([...reports, "ctrf-report.json", "report.tap"].toSorted());
    expect(readFileSync(join(cwd, "out/api.sarif"), "utf8")).toContain('"version": "2.1.0"');
    expect(stdout).toMatch(/^::notice title=Outcome::Conformant/m);
    expect(readFileSync(summary, "utf8")).toMatch(/^before\n## Conformant/);
  }, 60_000);
});

describe("exit 2, before anything is sent or written", () => {
  const target = ["--url", closed, "--email", "owner@example.com", "--password", "correct-horse-battery"];

  test.each<readonly [args: readonly string[], says: string]>([
    [[], "target.url"],
    [["--ulr", "x"], "(Did you mean --url?)"],
    [["srve"], "unknown command 'srve'\n(Did you mean serve?)"],
    [["--url"], "argument missing"],
    [["--self", "--url", closed], "cannot be used with"],
    [["--quiet", "--verbose", "--self"], "cannot be used with"],
    [["--self", "--only", "nothing/*"], "nothing/*"],
    [["--self", "--only", "idempotncy/*"], "did you mean idempotency/*?"],
    [["--self", "--skip", "replay-creates-nothing"], "did you mean idempotency/replay-creates-nothing?"],
    [["--self", "--suite", "idempotence"], "did you mean idempotency?"],
    [["--self", "--dry-run", "--report", "jnit"], "did you mean junit?"],
    [["--dry-run"], "target.url"],
    [["--self", "--claims", "core,,refunds"], "A name is missing"],
    [["--self", "--claims", "core,refund"], "did you mean `refunds`?"],
    [["--self", "--report", "jnit=x"], "did you mean junit?"],
    [["--self", "--report", "junit="], "names no file"],
    [["--self", "--report", "junit=/dev/null/x"], "cannot write to"],
    [["--self", "--out", "/dev/null/x"], "cannot write to"],
    [["--self", "--out", "/proc/x/y"], "cannot write to"],
    [["--self", "--seed", "-1"], "--seed"],
    [["--config", "missing.yaml"], "missing.yaml"],
    [[...target, "--api-key", "ks_test_x"], "--application <id>"],
    [[...target, "--timeout", "5"], "--timeout: `limits.timeout` must be a duration"],
    [["serve", "--port", "http"], "Give a whole number"],
    [["serve", "--fault", "nonsense"], 'no fault "nonsense"'],
    [["list", "--only", "nothing"], "nothing"],
    [["list", "extra"], "too many arguments"],
    [["list", "--json", "--markdown"], "cannot be used with"],
    [["explain"], "missing required argument"],
    [["explain", "idempotency/replay-creates-nothin"], "did you mean idempotency/replay-creates-nothing?"],
  ])("%j", async (args, says) => {
    const cwd = emptyFolder();
    const { code, stdout, stderr } = await cli(args, { cwd });
    expect(stderr).toContain(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });

  test("for a port that is taken", async () => {
    const { code, stderr } = await cli(["serve", "--port", new URL(clean.url).port]);
    expect(code).toBe(2);
    expect(stderr).toContain("give another --port");
  });
});

describe("exit 3", () => {
  const merchant = ["--email", "owner@example.com", "--password", "correct-horse-battery"];

  test("for a target that cannot be reached, with the reports written", async () => {
    const cwd = emptyFolder();
    const { code, stderr } = await cli(["--url", closed, ...merchant, ...one], { cwd });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^warning: .*--password \(safer: KADOSEI_PASSWORD or the file\).*\n$/);
    expect(written(cwd)).toMatchObject({ files: reports, report: { outcome: "not-judged" } });
  }, 60_000);

  test("for a login that is refused", async () => {
    const cwd = emptyFolder();
    const { code } = await cli(["--url", clean.url, ...merchant, ...one], { cwd });
    expect(code).toBe(3);
    expect(written(cwd).report.outcome).toBe("not-judged");
  }, 60_000);

  test("for a target that never answers and a run that is interrupted", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const cwd = emptyFolder();
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const child = start(["--url", url, ...merchant], { cwd });
    const ended = end(child);
    await once(silent, "request");
    child.kill("SIGINT");
    const { code, stderr } = await ended;
    silent.closeAllConnections();
    silent.close();
    expect(code).toBe(3);
    expect(stderr).toContain("Stopping");
    expect(written(cwd)).toMatchObject({ files: reports, report: { outcome: "not-judged" } });
  }, 60_000);
});

describe("beside a run", () => {
  test("--version", async () => {
    const { code, stdout } = await cli(["--version"]);
    expect({ code, stdout: stdout.trim() }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    });
  });

  test.each([
    [["--help"]],
    [["run", "--help"]],
    [["serve", "--help"]],
    [["list", "--help"]],
    [["faults", "--help"]],
    [["explain", "--help"]],
    [["doctor", "--help"]],
    [["merge", "--help"]],
    [["report", "--help"]],
    [["replay", "--help"]],
    [["diff", "--help"]],
    [["keygen", "--help"]],
    [["certify", "--help"]],
    [["verify", "--help"]],
  ])("%j fits a screen", async (args) => {
    const { code, stdout } = await cli(args);
    const lines = stdout.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(lines.length).toBeLessThanOrEqual(args.length === 1 ? 32 : 46);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("list tells requirements as a table and as JSON", async () => {
    const table = await cli(["list", "--suite", "idempotency"]);
    const json = await cli(["list", "--suite", "idempotency", "--json"]);
    const requirements = JSON.parse(json.stdout) as { id: string; level: string }[];
    for (const { id, level } of requirements)
      expect(table.stdout).toMatch(new RegExp(`^${id} +${level} +`, "m"));
  });

  test("explain tells of a requirement and shows a server that breaks it", async () => {
    const { code, stdout } = await cli(["explain", "idempotency/replay-creates-nothing"]);
    expect(code).toBe(0);
    expect(stdout).toContain("https://docs.kadosei.com/about-the-api");
    expect(stdout).toContain("cause     Creates a second session when a request is replayed");
    expect(stdout).toMatch(/A server that does it wrong[^]*where +twice: \/sessionId[^]*curl --include/);
    expect(stdout).toMatch(/A server that does it right[^]*POST http.*\/api\/v1\/sessions → 201/);
  }, 60_000);

  test("explain says why nothing judges a requirement", async () => {
    const { code, stdout } = await cli(["explain", "providers/routes-by-currency"]);
    expect(code).toBe(0);
    expect(stdout).toContain("checked   not at all: no operation says");
  });

  test("the catalogue in the repository is what list tells", async () => {
    const { stdout } = await cli(["list", "--markdown"]);
    const page = new URL("../../suites/README.md", import.meta.url);
    expect(readFileSync(page, "utf8")).toBe(stdout);
  });

  test("doctor tells what is missing, and is content when it is waived", async () => {
    const { args, env } = merchantOf(clean);
    const wanting = await cli(["doctor", ...args], { env });
    const waived = await cli(["doctor", ...args, "--without", "clock,checkout,secondMerchant", "--json"], {
      env,
    });
    expect(wanting).toMatchObject({ code: 3, stderr: "" });
    expect(wanting.stdout).toMatch(/○ clock +not given: .*\n +→ clock: \{ advance/);
    expect(waived.code).toBe(0);
    expect(JSON.parse(waived.stdout)).toMatchObject({ ready: true });
  });

  test("a whole run tells what is served without being claimed", async () => {
    const cwd = emptyFolder();
    const { args, env } = merchantOf(clean);
    const { stdout } = await cli([...args, "--claims", "core,providers,refunds"], { cwd, env });
    expect(stdout).toContain("also serves webhooks, onboarding without claiming it");
    expect(written(cwd).report.unclaimed).toEqual(["webhooks", "onboarding"]);
  }, 60_000);

  test("serve prints what it takes to use it, and ends when told", async () => {
    const child = start(["serve", "--latency", "1", "--rate-limit", "100"]);
    const ended = end(child);
    await once(child.stdout ?? child, "data");
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\/api\/v1/);
    expect(stdout).toContain("KADOSEI_PASSWORD=");
  });

  test("a reader that leaves early breaks nothing", async () => {
    const cwd = emptyFolder();
    const child = start(["--self", ...one], { cwd });
    child.stdout?.destroy();
    expect((await end(child)).code).toBe(0);
    expect(readdirSync(join(cwd, "reports"))).toHaveLength(1);
  }, 60_000);
});
