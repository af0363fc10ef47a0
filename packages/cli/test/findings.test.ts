// What `lightloom check` prints, looked at by eye and kept; and the same as JSON, against its schema.
import { allRules } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { expectGolden } from './golden.ts';
import { lightloom, podFolder, podWith } from './lightloom.ts';
import { expectValid } from './schema.ts';

/** Designs with one mistake each. */
const designs: Readonly<Record<string, string>> = {
  'pod-420-w': podWith('128 W ', '420 W '),
  'ninth-spine': podWith('spine[1..8]', 'spine[1..9]'),
  'low-flow': podWith('1900 L/min', '1700 L/min'),
  'one-cdu-less': podWith('cdu[1..3]', 'cdu[1..2]'),
  'fifth-port': podWith('down[1..4]', 'down[1..5]'),
  'long-link': podWith('length 60 m  connectors 4 x MPO16 low-loss', 'length 400 m  connectors 4 x MPO16'),
  'missing-import': podWith('./site.fabric', './sight.fabric'),
  'wrong-dimension': podWith('128 W ', '400 dB '),
  'no-power': podWith(/power {4}1\.5 kW.*\n/, '\n'),
  'multimode-on-os2': podWith('plug Osfp800Dr4', 'plug Osfp800Sr8'),
  'cut-in-two': podWith(/supply {2}40[\s\S]*/, ''),
};

interface Findings {
  readonly files: readonly string[];
  readonly findings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly consequences: readonly string[];
    readonly consequenceOf: { readonly rule: string } | null;
    readonly location: { readonly path: string; readonly start: { readonly line: number } } | null;
    readonly derivation: { readonly text: string; readonly value: number | null } | null;
    readonly subjects: { readonly count: number; readonly names: readonly string[] } | null;
  }[];
  readonly summary: { readonly errors: number; readonly warnings: number; readonly notes: number };
}

describe('the findings', () => {
  it('of the pod', async () => {
    await expectGolden('check/xpo-pod.txt', (await lightloom(['check', 'xpo-pod.fabric'], { cwd: podFolder() })).out);
  });

  it.each(Object.entries(designs))('of %s', async (name, text) => {
    const cwd = podFolder({ [`${name}.fabric`]: text });
    const pretty = await lightloom(['check', `${name}.fabric`], { cwd });
    await expectGolden(`check/${name}.txt`, pretty.out);
    const json = await lightloom(['check', `${name}.fabric`, '-f', 'json'], { cwd });
    const { findings, summary } = expectValid<Findings>('findings', json.out);
    expect(json.code).toBe(pretty.code);
    expect(json.out).not.toContain(cwd);
    expect(pretty.out).not.toContain(cwd);
    const own = findings.filter((each) => each.consequenceOf === null);
    expect(own).toHaveLength(summary.errors + summary.warnings + summary.notes);
    for (const each of findings)
      if (each.consequenceOf !== null)
        expect(
          own.some(
            ({ rule, consequences }) => rule === each.consequenceOf?.rule && consequences.includes(each.message),
          ),
        ).toBe(true);
    for (const each of own) expect(pretty.out).toContain(`[${each.rule}]`);
  });

  it('give the number with its derivation', async () => {
    const cwd = podFolder({ 'wanted.fabric': podWith('headroom(primary) >= 10 %', 'headroom(primary) >= 20 %') });
    const { out } = await lightloom(['check', 'wanted.fabric', '-f', 'json', '--quiet'], { cwd });
    const [finding, ...others] = expectValid<Findings>('findings', out).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'requirement/unmet',
      location: { path: 'wanted.fabric', start: { line: 72 } },
    });
    // 1 - 1,632.776 kW / (1,014.3 kg/m³ x 3.96 kJ/kg·K x 1,900 L/min x 15 K)
    expect(finding?.derivation?.value).toBeCloseTo(1 - 1_632_776 / (1014.3 * 3960 * (1.9 / 60) * 15), 9);
  });

  it('name what they are about, up to a hundred', async () => {
    const cwd = podFolder({ 'reach.fabric': podWith('length 60 m', 'length 600 m') });
    const { out } = await lightloom(['check', 'reach.fabric', '-f', 'json', '--quiet'], { cwd });
    for (const { subjects } of expectValid<Findings>('findings', out).findings)
      expect(subjects?.names.length ?? 0).toBeLessThanOrEqual(100);
  });

  it.each(allRules.map(({ id, bad }) => [id, bad]))('of %s lie in the user’s file', async (id, bad) => {
    const { out } = await lightloom(['check', '-', '-f', 'json'], { stdin: bad });
    const { findings } = expectValid<Findings>('findings', out);
    expect(findings.map((each) => each.rule)).toContain(id);
    expect(new Set(findings.map((each) => each.location?.path))).toEqual(new Set(['<stdin>']));
  });

  it('are the same twice', async () => {
    const cwd = podFolder({ 'b.fabric': designs['pod-420-w'] as string });
    const runs = await Promise.all([1, 2].map(() => lightloom(['check', '-f', 'json'], { cwd })));
    expect(runs[0]?.out).toBe(runs[1]?.out);
  });
});
