// `lightloom init`: projects that check clean, and files that stay.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templates } from '@lightloom/language/templates';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from '../lightloom.ts';

const filesIn = (cwd: string): string[] =>
  readdirSync(cwd, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(cwd.length + 1))
    .sort();

describe.each(templates.map(({ name }) => name))('the template %s', (name) => {
  it('checks clean, is formatted, holds and can be drawn', async () => {
    const cwd = folder();
    const { code, out } = await lightloom(['init', 'new', '--template', name], { cwd });
    expect(code).toBe(0);
    const design = `new/${name}.fabric`;
    expect(filesIn(cwd)).toEqual(['new/lightloom.json', design].sort());
    for (const line of out.split('\n').filter((each) => each.startsWith('  lightloom '))) {
      const ran = await lightloom(line.trim().split(' ').slice(1), { cwd });
      expect([line, ran.code, ran.err]).toEqual([line, 0, '']);
    }
    expect((await lightloom(['check', 'new', '--error-on-warning'], { cwd })).out).toMatch(/0 problems/);
    expect((await lightloom(['fmt', '--check', 'new'], { cwd })).code).toBe(0);
    expect((await lightloom(['report', '--brief', design], { cwd })).out).toContain('The design holds');
  });
});

describe('init', () => {
  it('writes into this folder, a leaf-spine network by default', async () => {
    const cwd = folder();
    await lightloom(['init'], { cwd });
    expect(filesIn(cwd)).toEqual(['leaf-spine.fabric', 'lightloom.json']);
  });

  it.each([
    ['github', '.github/workflows/lightloom.yml', /check -f sarif -o lightloom\.sarif -f github$/m],
    ['gitlab', '.gitlab-ci.yml', /check -f gitlab -o gl-code-quality\.json -f junit -o lightloom\.xml -f pretty$/m],
  ])('writes a job for %s whose command works', async (system, path, command) => {
    const cwd = folder();
    await lightloom(['init', '--ci', system], { cwd });
    const job = readFileSync(join(cwd, path), 'utf8');
    const [line = ''] = command.exec(job) ?? [];
    expect(line).not.toBe('');
    expect((await lightloom(line.split(' '), { cwd })).code).toBe(0);
  });

  it('replaces no file and then writes none', async () => {
    const cwd = folder({ 'lightloom.json': '{}' });
    const { code, err } = await lightloom(['init'], { cwd });
    expect([code, err]).toEqual([2, 'error: lightloom.json is there already; nothing was written.\n']);
    expect(filesIn(cwd)).toEqual(['lightloom.json']);
    expect(readFileSync(join(cwd, 'lightloom.json'), 'utf8')).toBe('{}');
  });

  it('reports a folder that it cannot make', async () => {
    const { code, err } = await lightloom(['init', 'a/b'], { cwd: folder({ a: '' }) });
    expect(code).toBe(2);
    expect(err).toMatch(/^error: a\/b\/leaf-spine\.fabric can't be written: .*\(ENOTDIR\)\.\n$/);
  });
});
