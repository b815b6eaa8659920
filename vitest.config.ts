import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Much of a test file is waiting for a Worker or a browser to start.
    maxWorkers: 4,
  },
});
