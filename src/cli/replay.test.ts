import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../model/index.ts";
import { type Ended, type Served, cli, emptyFolder, serve, written } from "./cli.test-kit.ts";

const faults = [
  "validation-lone-surrogate-crashes",
  "lifecycle-second-revocation-revives-first",
  "refunds-nearly-all-is-all",
];
const drawn = "validation/never-5xx";
const steps = "lifecycle/obeys-model";
let faulty: Served;
let clean: Served;
let ran: Ended;
/** Where the run was, and another folder that holds nothing but its report. */
const home = emptyFolder();
const elsewhere = emptyFolder();

function passwordOf({ merchants: [merchant] }: Served): Readonly<Record<string, string>> {
  return { KADOSEI_PASSWORD: merchant?.password ?? "" };
}

beforeAll(async () => {
  [faulty, clean] = await Promise.all([serve("--fault", faults.join(",")), serve()]);
  const target = ["--url", faulty.url, "--email", faulty.merchants[0]?.email ?? ""];
  const what = ["--only", `${drawn},${steps}`, "--seed", "1"];
  const means = ["--claims", "core", "--without", "clock,checkout,secondMerchant"];
  ran = await cli([...target, ...what, ...means], { cwd: home, env: passwordOf(faulty) });
  const [run = ""] = readdirSync(join(home, "reports"));
  copyFileSync(join(home, "reports", run, "report.json"), join(elsewhere, "report.json"));
}, 120_000);

afterAll(async () => {
  await Promise.all([faulty?.stop(), clean?.stop()]);
});

function report(): RunReport {
  return JSON.parse(readFileSync(join(elsewhere, "report.json"), "utf8")) as RunReport;
}

function resultOf(id: string) {
  const result = report().requirements.find((one) => one.id === id);
  if (result === undefined) throw new Error(`${id} is not in the report`);
  return result;
}

/** A copy of the report that differs from it. */
function altered(changes: Partial<RunReport>): string {
  const file = join(emptyFolder(), "report.json");
  writeFileSync(file, JSON.stringify({ ...report(), ...changes }));
  return file;
}

describe("from the report alone, in another folder", () => {
  test.each([
    [drawn, /STILL FAILS: 1 of 1 .* \d\d requests in/],
    [steps, /STILL FAILS: 1 of 1 .* \d{2,3} requests in/],
  ])("%s fails still, by the case that was found", async (id, last) => {
    const { code, stdout, stderr } = await cli(["replay", "report.json", id], {
      cwd: elsewhere,
      env: passwordOf(faulty),
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(last);
    for (const { generated } of resultOf(id).violations)
      if (generated !== undefined) expect(stdout).toContain(generated.input);
  });

  test("all that failed is told apart from what was mended", async () => {
    const url = ["--url", clean.url];
    const { code, stdout } = await cli(["replay", "report.json", ...url], {
      cwd: elsewhere,
      env: passwordOf(clean),
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/NO LONGER FAILS: 2 of 2/);
  });

  test("a run of the bundled server is repeated on the bundled server", async () => {
    const file = altered({ target: { url: "http://127.0.0.1:9/api/v1", live: false, bundled: true } });
    const { code, stdout } = await cli(["replay", file, drawn, "--quiet"], { cwd: elsewhere });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^NO LONGER FAILS: 1 of 1 .*\n$/);
  });
});

describe("a failure that takes a payment", () => {
  const paid = "refunds/partial-refund";
  const shop = emptyFolder();
  const far = emptyFolder();

  function reportOf(request: string): RunReport {
    const paidFor = JSON.parse(readFileSync(join(far, "report.json"), "utf8")) as RunReport;
    const settings = { ...paidFor.settings, checkout: { pay: { request } } };
    return { ...paidFor, settings } as RunReport;
  }

  beforeAll(async () => {
    const { url, controlUrl, merchants } = faulty;
    const configuration = {
      target: { url },
      merchant: { email: merchants[0]?.email, password: "${KADOSEI_PASSWORD}" },
      claims: ["core", "refunds"],
      checkout: { pay: { request: "POST ${CONTROL}/sessions/{sessionId}/pay" } },
    };
    writeFileSync(join(shop, "kadosei-conformance.yaml"), JSON.stringify(configuration));
    await cli(["--only", paid], { cwd: shop, env: { ...passwordOf(faulty), CONTROL: controlUrl } });
    const [run = ""] = readdirSync(join(shop, "reports"));
    copyFileSync(join(shop, "reports", run, "report.json"), join(far, "report.json"));
  }, 60_000);

  test("fails still, with the driver that the report holds", async () => {
    const again = await cli(["replay", "report.json", "--quiet"], { cwd: far, env: passwordOf(faulty) });
    expect(again).toMatchObject({ code: 1, stderr: "" });
    expect(again.stdout).toMatch(/^STILL FAILS: 1 of 1 /);
  });

  test.each(["POST http://hooks.example.com/pay", "GET http://127.0.0.1.example.com/pay"])(
    "is not judged where that leads to another host: %s",
    async (request) => {
      writeFileSync(join(far, "other.json"), JSON.stringify(reportOf(request)));
      const again = await cli(["replay", "other.json"], { cwd: far, env: passwordOf(faulty) });
      expect(again.code).toBe(3);
      expect(again.stdout).toContain("needs checkout");
      expect(again.stderr).toContain("the run was given checkout, which its report does not hold");
    },
  );

  test("is repeated with the user's own driver before that of the report", async () => {
    const mine = join(far, "mine.yaml");
    writeFileSync(mine, JSON.stringify({ checkout: { pay: { command: "exit 7" } } }));
    const own = ["replay", "report.json", "--config", "mine.yaml"];
    const { code, stdout } = await cli(own, { cwd: far, env: passwordOf(faulty) });
    expect(code).toBe(3);
    expect(stdout).toContain("the command ended with code 7");
  });
});

describe("the line that a report prints", () => {
  test("stands in all of them, and repeats the failure", async () => {
    const { reproduce } = resultOf(drawn);
    expect(ran.stdout).toContain(reproduce);
    const { text } = written(home);
    // Once in each of the journal, report.json, report.html and junit.xml at least.
    expect(text.split(reproduce).length).toBeGreaterThan(4);
    const [, , ...args] = reproduce.split(" ");
    expect(args.slice(0, 1)).toEqual(["replay"]);
    const { code, stdout } = await cli(args, { cwd: home, env: passwordOf(faulty) });
    expect(code).toBe(1);
    expect(stdout).toContain("\\ud800");
  });
});

describe("what cannot be replayed", () => {
  test("is not judged where the case is another one", async () => {
    const { violations, ...result } = resultOf(steps);
    const other = violations.map(({ generated, ...violation }) =>
      generated === undefined
        ? violation
        : { ...violation, generated: { ...generated, input: "1. nothing" } },
    );
    const file = altered({ requirements: [{ ...result, violations: other }] });
    const { code, stdout } = await cli(["replay", file], { cwd: elsewhere, env: passwordOf(faulty) });
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /not judged lifecycle\/obeys-model: case .* is not the one that failed, but: 1\. /,
    );
  });

  test("is not judged where nobody answers", async () => {
    const url = ["--url", "http://127.0.0.1:9"];
    const { code, stdout } = await cli(["replay", "report.json", drawn, ...url], {
      cwd: elsewhere,
      env: passwordOf(faulty),
    });
    expect(code).toBe(3);
    expect(stdout).toContain("could not be reached");
  });

  test("is wrong usage where the credentials are another target's", async () => {
    const { code, stdout, stderr } = await cli(["replay", "report.json"], {
      cwd: elsewhere,
      env: { ...passwordOf(faulty), KADOSEI_URL: clean.url },
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("KADOSEI_URL: is another target than the earlier run's");
  });
});
