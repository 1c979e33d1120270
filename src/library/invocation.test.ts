import { expect, test } from "vitest";
import { movedTo, replayOf } from "./invocation.ts";

const tool = "npx kadosei-conformance";

test("a replay names what no report holds, and secrets by their variables", () => {
  const flags = {
    config: "a.yaml",
    password: "hunter2-hunter2",
    insecure: true,
    strict: true,
    claims: ["core"],
  };
  expect(replayOf("reports/x", "sessions/creates", flags)).toBe(
    'replay reports/x sessions/creates --config a.yaml --password "$KADOSEI_PASSWORD" --insecure',
  );
});

test.each(["reports/run 1", "-reports/it's", "/tmp/reports/x"])(
  "a replay out of %j moves elsewhere",
  (folder) => {
    const command = `${tool} ${replayOf(folder, "sessions/creates", { url: "http://localhost" })}`;
    expect(movedTo("merged/y", command)).toBe(
      `${tool} replay merged/y sessions/creates --url http://localhost`,
    );
  },
);

test("a command that runs again stays where it is", () => {
  const command = `${tool} --self --only sessions/creates --seed 1`;
  expect(movedTo("merged/y", command)).toBe(command);
});
