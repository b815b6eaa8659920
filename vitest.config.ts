import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/global-setup.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What comes of itself comes in no time on a machine of one's own, and late on one that others use too.
    expect: { poll: { timeout: 15_000 } },
    // Files share what they import: wrangler and the browser's driver take seconds to load.
    isolate: false,
    // Much of a test file is waiting for a Worker or a browser to start.
    maxWorkers: 4,
  },
});
