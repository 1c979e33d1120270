import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "suites/**/*.test.ts"],
    globalSetup: ["src/cli/build.test-setup.ts"],
    setupFiles: ["src/generate/seed.test-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
