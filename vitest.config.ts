import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "suites/**/*.test.ts"],
    globalSetup: ["src/cli/build.test-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
