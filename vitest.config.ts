import { defineConfig } from 'vitest/config';

/** Tests that put altered sources in place of ours: whoever comes after must not meet them. */
const altering = ['apps/api/src/test-support/ssrf/plants.test.ts'];
const exclude = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['{packages,apps,test,tools}/**/*.test.ts', 'apps/**/*.test.tsx'],
          exclude: [...exclude, ...altering],
          // A process for many files: loading the same modules for each took a quarter of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'altering', include: altering, exclude, isolate: true } },
    ],
  },
});
