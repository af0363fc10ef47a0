// Output that was reviewed once and must stay the same. `npm run test:accept` rewrites it.
import { join } from 'node:path';
import { expect } from 'vitest';

/** Compares a text with `goldens/NAME`. */
export async function expectGolden(name: string, text: string): Promise<void> {
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'goldens', name));
}
