import { defineConfig } from "vitest/config";

/** Judges the reference server, a requirement a test, as vendors judge theirs. */
const adapted = "src/vitest/reference.test.ts";

/** Every fault and every dialect against the suites: they keep all cores busy by themselves. */
const matrices = "suites/**/*.test.ts";

const patience = { testTimeout: 120_000, hookTimeout: 120_000 };
const built = {
  globalSetup: ["src/cli/build.test-setup.ts"],
  setupFiles: ["src/generate/seed.test-setup.ts"],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts"],
          exclude: [adapted],
          // Most of these wait: for servers that dawdle, for processes, for a browser.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          ...built,
          ...patience,
        },
      },
      {
        test: {
          name: "suites",
          include: [matrices],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...built,
          ...patience,
        },
      },
      { test: { name: "conformance", include: [adapted], maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
