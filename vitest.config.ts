import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A test that builds a site of its own takes as long as a build.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Builds wait for one another's disk and workers often enough to share two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
