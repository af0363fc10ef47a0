// Output that was looked at once and must stay as it is. `npm run test:accept` writes it anew.
import { join } from 'node:path';
import { expect } from 'vitest';

/** Compares a text with `goldens/NAME`. */
export async function expectGolden(name: string, text: string): Promise<void> {
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'goldens', name));
}
