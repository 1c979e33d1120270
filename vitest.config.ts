import { defineConfig } from "vitest/config";

/** Judges the reference server, a requirement a test, as vendors judge theirs. */
const adapted = "src/vitest/reference.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "suites/**/*.test.ts"],
          exclude: [adapted],
          globalSetup: ["src/cli/build.test-setup.ts"],
          setupFiles: ["src/generate/seed.test-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: "conformance", include: [adapted] } },
    ],
  },
});
