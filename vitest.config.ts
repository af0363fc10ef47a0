// Tests read sources: nothing is built first.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      name: 'fabric-as-text',
      enforce: 'pre',
      load(id) {
        return id.endsWith('.fabric') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))};` : undefined;
      },
    },
  ],
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    // One worker for each core, and the sources loaded once a worker: no module has state, so test files need no
    // isolation. With it, each file loads all sources again, which takes more than a third of the time.
    maxWorkers: availableParallelism(),
    isolate: false,
  },
});
