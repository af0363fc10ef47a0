// A design that is written alike on both sides is judged once: what is printed of it is what is printed where both are judged.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyExamples } from '../../../../test/kit/examples.ts';
import { lightloom } from '../lightloom.ts';
import { repository } from './repository.ts';

const names = ['brownfield', 'growth', 'site'];

describe('designs that are written alike in a revision and on the disk', () => {
  it('have the figures, counts and cables of those that differ in a comment', async () => {
    const cwd = repository({}, copyExamples);
    const compared = async () => {
      const printed: string[] = [];
      for (const name of names)
        printed.push((await lightloom(['diff', `HEAD:${name}.fabric`, `${name}.fabric`, '-f', 'json'], { cwd })).out);
      return printed;
    };
    const alike = await compared();
    expect(alike[0]).toContain('"same": true');
    for (const name of names) appendFileSync(join(cwd, `${name}.fabric`), '// A comment.\n');
    expect(await compared()).toEqual(alike);
  });
});
