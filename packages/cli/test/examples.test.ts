// Every example holds, and its output is the one that was reviewed: findings, report, bill of materials, drawings.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyExamples } from '../../../test/kit/examples.ts';
import { expectGolden } from './golden.ts';
import { folder, lightloom } from './lightloom.ts';

const root = join(import.meta.dirname, '../../../examples');
const examples = readdirSync(root).filter((name) => name.endsWith('.fabric') && name !== 'site.fabric');

/** A folder with the examples in it. */
function examplesFolder(): string {
  const path = folder();
  copyExamples(path);
  return path;
}

describe.each(examples)('%s', (file) => {
  const name = file.replace('.fabric', '');
  const run = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await lightloom(args, { cwd: examplesFolder() });
    expect([code, err]).toEqual([0, '']);
    return out;
  };

  it('has no error and no warning', async () => {
    await expectGolden(`examples/${name}/check.txt`, await run('check', file));
  });

  it('is reported', async () => {
    const report = await run('report', file);
    expect(report).toMatch(/\*\*The design holds(\.| as far as it was judged: [\d,]+ limits were not\.)\*\*/);
    await expectGolden(`examples/${name}/report.md`, report);
  });

  it('has a bill of materials', async () => {
    await expectGolden(`examples/${name}/bom.md`, await run('export', 'bom', file, '-f', 'md'));
  });

  it('is drawn', async () => {
    const views = [...readFileSync(join(root, file), 'utf8').matchAll(/^view ([\w-]+)/gm)].map(
      ([, id]) => id as string,
    );
    expect(views.length).toBeGreaterThan(0);
    for (const view of views) {
      const svg = await run('render', file, '--view', view);
      // The version in the title block isn't part of what is compared.
      await expectGolden(`examples/${name}/${view}.svg`, svg.replaceAll(/Lightloom \d+[^<,]*/g, 'Lightloom'));
    }
  });

  it('starts with what it is, and is described for who looks for one', () => {
    expect(readFileSync(join(root, file), 'utf8')).toMatch(/^\/\*\* [A-Z0-9]/);
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`[${name}](${file})`);
  });
});
