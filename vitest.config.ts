// Tests read sources: nothing is built first.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['test/kit/once-a-run.ts'],
    setupFiles: ['test/kit/cost.ts'],
    // One worker for each core, and the sources loaded once a worker: no module has state, so test files need no
    // isolation. With it, each file loads all sources again, which takes more than a third of the time.
    maxWorkers: availableParallelism(),
    isolate: false,
    // Node loads the sources itself, as it strips types. Through Vite, each use of an import is a call, which takes as long again as
    // what is tested.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Many short-lived objects: with more room for them, less time goes into collecting garbage.
    execArgv: ['--import', './scripts/library-text.mjs', '--max-semi-space-size=64'],
  },
});
