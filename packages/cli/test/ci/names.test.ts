// Other names of formats, and what JSON says of a finding for programs that fix and compare.
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder } from '../lightloom.ts';
import { expectValid } from '../schema.ts';

describe('markdown is md', () => {
  it.each([['check', 'xpo-pod.fabric'], ['report', 'xpo-pod.fabric'], ['export', 'bom', 'xpo-pod.fabric'], ['parts']])(
    'of %j',
    async (...args) => {
      const cwd = podFolder();
      const formats = (await lightloom([args[0] ?? '', '--help'], { cwd })).out;
      if (!/^ {2}md\b/m.test(formats)) return;
      const [md, markdown] = [
        await lightloom([...args, '-f', 'md'], { cwd }),
        await lightloom([...args, '-f', 'markdown'], { cwd }),
      ];
      expect(markdown).toEqual(md);
      expect(md.code).toBe(0);
      // One row in the list of formats, not two.
      expect(formats.match(/markdown/g)).toHaveLength(1);
    },
  );

  it('and no other name is taken', async () => {
    const { code, err } = await lightloom(['check', '-f', 'markdwon'], { cwd: podFolder() });
    expect(code).toBe(2);
    expect(err).toContain('Allowed choices are');
  });
});

it('JSON says which fixes are safe, with their places, and gives each finding a fingerprint of its own', async () => {
  const text = 'import "std/racks"\nswitch type Box { height 1 RU }\nswitch a : Box\nlet spare = 2\n';
  const cwd = folder({ 'a.fabric': text, 'b.fabric': text.replace(': Box', ': Bxo') });
  const { out } = await lightloom(['check', '-f', 'json'], { cwd });
  const { findings } = expectValid<{
    readonly findings: readonly {
      readonly rule: string;
      readonly fingerprint: string | null;
      readonly fixes: readonly { readonly safe: boolean; readonly edits: readonly unknown[] }[];
    }[];
  }>('findings', out);
  const fixesOf = (rule: string) => findings.find((each) => each.rule === rule)?.fixes;
  expect(fixesOf('unused/let')).toEqual([
    {
      title: 'Remove it',
      safe: true,
      edits: [
        {
          location: { path: 'a.fabric', start: { line: 4, column: 1 }, end: { line: 4, column: 14 } },
          text: '',
        },
      ],
    },
  ]);
  expect(fixesOf('name/unknown')?.map(({ safe }) => safe)).toEqual([false]);
  const prints = findings.flatMap(({ fingerprint }) => fingerprint ?? []);
  expect(new Set(prints).size).toBe(prints.length);
});
