// `check a b` gives what `check a` and `check b` give.
import { describe, expect, it } from 'vitest';
import { folder, lightloom, podFolder } from '../lightloom.ts';
import { expectValid } from '../schema.ts';

interface Findings {
  readonly findings: readonly {
    readonly designs: readonly string[];
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly fingerprint: string | null;
  }[];
  readonly summary: { readonly errors: number; readonly warnings: number; readonly notes: number };
}

async function check(cwd: string, ...files: string[]) {
  const { code, out } = await lightloom(['check', ...files, '-f', 'json'], { cwd });
  return { code, ...expectValid<Findings>('findings', out) };
}

/** The findings of one design, without the names of designs, in an order of their own. */
const ofDesign = ({ findings }: Findings, design: string): string[] =>
  findings
    .filter(({ designs }) => designs.includes(design))
    // Of findings with one fingerprint, a run numbers each.
    .map(({ designs: _, fingerprint, ...said }) => JSON.stringify([said, fingerprint?.replace(/:\d+$/, '')]))
    .sort();

/** That a check of several files has of each design what a check of it alone has, and ends as the worst of them does. */
async function expectUnion(cwd: string, ...files: string[]): ReturnType<typeof check> {
  const both = await check(cwd, ...files);
  const codes: number[] = [];
  for (const file of files) {
    const alone = await check(cwd, file);
    expect(ofDesign(both, file)).toEqual(ofDesign(alone, file));
    expect(alone.findings.map(({ designs }) => designs)).toEqual(alone.findings.map(() => [file]));
    codes.push(alone.code);
  }
  expect(both.code).toBe(Math.max(...codes));
  expect(both.findings).toHaveLength(both.summary.errors + both.summary.warnings + both.summary.notes);
  return both;
}

/** A link of the imported template is as long as its caller says. */
const template = `import "std/osfp"
switch type Box { height 1 RU  ports p : OSFP }
template Pair(run : length = 10 m) {
    network n : scale-out {
        switch a : Box
        switch b : Box
        plug Osfp800Dr8 into a.p, b.p
        link a.p to b.p over OS2 { length run }
    }
}
`;
const pair = (run: string): string => `import "./pair"\nsome : Pair(run = ${run})\n`;

describe('several designs', () => {
  it('that use one template with two lengths have a finding each, and the longer one is an error', async () => {
    const cwd = folder({
      'pair.fabric': template,
      'a.fabric': pair('600 m'),
      'b.fabric': pair('700 m'),
      'c.fabric': pair('10 m'),
    });
    // 800GBASE-DR8 reaches 500 m.
    const { findings } = await expectUnion(cwd, 'a.fabric', 'b.fabric');
    const reach = findings.filter(({ rule }) => rule === 'optics/reach');
    expect(reach.map(({ message, designs }) => [/\d+ m long/.exec(message)?.[0], designs])).toEqual([
      ['600 m long', ['a.fabric']],
      ['700 m long', ['b.fabric']],
    ]);
    expect((await expectUnion(cwd, 'c.fabric', 'a.fabric')).code).toBe(1);
    const { out } = await lightloom(['check', 'a.fabric', 'b.fabric'], { cwd });
    expect(out).toContain('= in: a.fabric');
    expect(out).toContain('= in: b.fabric');
  });

  it('that import one file under two configurations keep the error of the one and the note of the other', async () => {
    const cwd = folder({
      'pair.fabric': `${template.replace('length run', 'length 600 m')}\nsome : Pair()\n`,
      'lax/lightloom.json': '{ "rules": { "optics/reach": "note" } }',
      'lax/a.fabric': 'import "../pair"\n',
      'strict/b.fabric': 'import "../pair"\n',
    });
    const { findings } = await expectUnion(cwd, 'lax/a.fabric', 'strict/b.fabric');
    const reach = findings.filter(({ rule }) => rule === 'optics/reach');
    expect(reach.map(({ severity, designs }) => [severity, ...designs])).toEqual([
      ['note', 'lax/a.fabric'],
      ['error', 'strict/b.fabric'],
    ]);
    const { code, out } = await lightloom(['check', 'lax/a.fabric', 'strict/b.fabric'], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/^note\[optics\/reach\].* in lax\/a\.fabric$/m);
  });

  it('report what they have in common once, and name them all', async () => {
    const cwd = folder({
      'a.fabric': 'import "./c"\n',
      'b.fabric': 'import "./c"\n',
      'c.fabric': 'switch type Box { height 1 dB }\n',
    });
    const { findings } = await expectUnion(cwd, 'a.fabric', 'b.fabric', 'c.fabric');
    expect(findings.map(({ designs }) => designs)).toEqual([['a.fabric', 'b.fabric', 'c.fabric']]);
  });

  it('as the example pod with its site, whose notes are its own', async () => {
    await expectUnion(podFolder(), 'site.fabric', 'xpo-pod.fabric');
  });
});
