import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A test that builds a site of its own takes as long as a build.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
