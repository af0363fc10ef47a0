// One cage too many on a front panel is one finding, at the line that added it.
import { describe, expect, it } from 'vitest';
import { analysisOf as analyzed, libraryImports } from '../../kit/design.ts';

const library = libraryImports(['racks', 'cooling', 'hosts', 'osfp', 'qsfp', 'copper', 'switches']);
const analysisOf = (text: string) => analyzed(library + text);
const findingsOf = async (text: string, family: string) =>
  (await analysisOf(text)).findings.filter(({ rule }) => rule.startsWith(family));

describe('one cage too many', () => {
  // 7060X6-64PE: 64 OSFP of 800G on a Tomahawk 5 of 51.2 Tbps (Arista); 32 OSFP for each RU (OSFP MSA).
  it('is reported once, at the ports that were added', async () => {
    const text = 'switch type Over is 7060X6-64PE { ports q : OSFP }\nswitch o : Over';
    const found = (await analysisOf(text)).findings.filter(({ severity }) => severity !== 'note');
    expect(found.map(({ rule }) => rule)).toEqual(['bandwidth/asic-capacity']);
    expect(found[0]?.consequences).toEqual([expect.stringContaining('65 OSFP cages in 2 RU')]);
    expect(found[0]?.help).toMatch(/^Remove `q`/);
  });
  it('is reported at the added ports where no chip is named, not at a line of the base', async () => {
    const text = `switch type Base { height 1 RU  ports p[1..32] : OSFP }
switch type Over is Base { ports q : OSFP }`;
    const { findings } = await analysisOf(text);
    const [found] = findings.filter(({ rule }) => rule === 'density/osfp-per-unit');
    expect(`${library}${text}`.slice(found?.origin.start, found?.origin.end)).toBe('q : OSFP');
  });
  it('64 OSFP on 1 RU and a chip for 32 are one mistake', async () => {
    const text = 'switch type Both { asic Quantum2  height 1 RU  ports p[1..64] : OSFP }';
    const found = (await analysisOf(text)).findings.filter(({ severity }) => severity === 'error');
    expect(found.map(({ rule }) => rule)).toEqual(['bandwidth/asic-capacity']);
    expect(found[0]?.consequences).toEqual(['Both has 64 OSFP cages; 1 RU holds 36.']);
  });
  it('points to a height that was changed under cages of the base', async () => {
    const text = `switch type Base { height 2 RU  ports p[1..64] : OSFP }
switch type Low is Base { height 1 RU }`;
    const [found] = await findingsOf(text, 'density/modules-per-unit');
    expect(`${library}${text}`.slice(found?.origin.start, found?.origin.end)).toBe('height 1 RU');
  });
});
