// What is accepted, in SARIF: left out, so that GitHub closes its alert, or marked where that is asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { folder, lightloom } from '../lightloom.ts';

const ajv = new AjvDraft4({ strict: false, allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile(
  JSON.parse(readFileSync(join(import.meta.dirname, 'schemas/sarif-schema-2.1.0.json'), 'utf8')),
);

/** A feed that can't carry its rack, which is allowed; a module too hot for its cage, which isn't; and notes. */
const design = (more = ''): string => `import "./box"
import "std/racks"
feed east { capacity 10 kW }
network n : scale-out {
    switch a : Box
    switch b : Box
    plug Hot into a.p[1], b.p[1]
}
rack r : Eia42 { fed by east  power 20 kW }
place n.a, n.b in r
allow power/feed-budget because "second feed in May <b>"
${more}`;
const files = {
  'a.fabric': design(),
  'box.fabric': `import "std/osfp"
switch type Box { height 1 RU  power 9 kW  source "data sheet"  liquid 90 % source "data sheet"  ports p[1..2] : OSFP }
module type Hot is Osfp800Dr8 { power 60 W  source "data sheet" }
`,
};

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions?: readonly {
    readonly kind: string;
    readonly justification: string;
    readonly location?: { readonly physicalLocation: { readonly region: { readonly startLine: number } } };
  }[];
}

async function results(cwd: string, ...args: string[]): Promise<readonly Result[]> {
  const { out } = await lightloom(['check', '-f', 'sarif', ...args], { cwd });
  const document = JSON.parse(out);
  isSarif(document);
  expect(isSarif.errors ?? []).toEqual([]);
  return document.runs[0].results;
}
const kindsOf = (all: readonly Result[]) =>
  all.map(({ ruleId, suppressions }) => [ruleId, suppressions?.map(({ kind }) => kind)]);

describe('what is accepted', () => {
  it('is left out of SARIF, by a design and by a baseline', async () => {
    const cwd = folder(files);
    expect(kindsOf(await results(cwd))).toEqual([
      ['provenance/assumed', undefined],
      ['power/module-over-cage', undefined],
    ]);
    await lightloom(['check', '--suppress-all'], { cwd });
    expect(await results(cwd)).toEqual([]);
  });

  it('is listed behind the rest where it is asked for, marked with who accepts it and why', async () => {
    const cwd = folder(files);
    const all = await results(cwd, '--report-suppressed');
    expect(kindsOf(all)).toEqual([
      ['provenance/assumed', []],
      ['power/module-over-cage', []],
      ['power/feed-budget', ['inSource']],
    ]);
    const [by] = all.at(-1)?.suppressions ?? [];
    expect(by).toMatchObject({ status: 'accepted', justification: 'second feed in May <b>' });
    expect(by?.location?.physicalLocation.region.startLine).toBe(11);
    await lightloom(['check', '--suppress-all'], { cwd });
    const later = await results(cwd, '--report-suppressed');
    expect(kindsOf(later)).toEqual([
      ['power/feed-budget', ['inSource']],
      ['provenance/assumed', ['external']],
      ['power/module-over-cage', ['external']],
    ]);
    expect(later.at(-1)?.suppressions?.[0]?.justification).toBe('Accepted by lightloom-baseline.json.');
  });

  it('changes neither the fingerprint of a finding nor what the run ends with', async () => {
    const cwd = folder(files);
    const prints = (all: readonly Result[]) =>
      new Map(all.map((each) => [each.ruleId, each.partialFingerprints.primaryLocationLineHash]));
    const before = prints(await results(cwd));
    const shown = prints(await results(cwd, '--report-suppressed'));
    for (const [rule, print] of before) expect(shown.get(rule)).toBe(print);
    await lightloom(['check', '--suppress-all'], { cwd });
    expect(prints(await results(cwd, '--report-suppressed')).get('power/module-over-cage')).toBe(
      before.get('power/module-over-cage'),
    );
    const { code, err } = await lightloom(
      ['check', '--report-suppressed', '-f', 'sarif', '-o', 'x.sarif', '-f', 'pretty'],
      { cwd },
    );
    expect([code, err]).toEqual([0, 'note: 2 findings are accepted by lightloom-baseline.json.\n']);
  });

  it('is there once for all designs that have it in common, with the reason that each gives', async () => {
    const shared = design().replace('import "./box"', 'import "./box"\n');
    const cwd = folder({
      ...files,
      'a.fabric': '',
      'hall.fabric': shared,
      'x.fabric': 'import "./hall"\n',
      'y.fabric': 'import "./hall"\n',
    });
    const all = await results(cwd, '--report-suppressed');
    expect(all.filter(({ ruleId }) => ruleId === 'power/feed-budget')).toHaveLength(1);
  });

  it('has the errors only with --quiet', async () => {
    const cwd = folder(files);
    await lightloom(['check', '--suppress-all'], { cwd });
    const levels = (await results(cwd, '--report-suppressed', '--quiet')).map(({ level }) => level);
    expect(levels).toEqual(['error', 'error']);
  });
});
