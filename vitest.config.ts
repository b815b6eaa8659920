import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/global-setup.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Files share what they import: wrangler and the browser's driver take seconds to load.
    isolate: false,
    // Much of a test file is waiting for a Worker or a browser to start.
    maxWorkers: 4,
  },
});
