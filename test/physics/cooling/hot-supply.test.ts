// Coolant that is supplied hotter than a part allows: limits met before any heat is added.
import { verdictsOf } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf as analyzed, libraryImports } from '../../kit/design.ts';

const library = libraryImports(['racks', 'cooling', 'hosts', 'osfp', 'qsfp', 'copper', 'switches']);
const analysisOf = (text: string) => analyzed(library + text);
const findingsOf = async (text: string, family: string) =>
  (await analysisOf(text)).findings.filter(({ rule }) => rule.startsWith(family));

/** The table of this coolant ends at 45 °C: what comes in at 62 °C leaves at 62 °C or more. */
const hot = (more: string, limit = 65) => `
coolant type Short { density 1024 kg/m³ at 20 °C, 1012 kg/m³ at 45 °C  specific-heat 3.95 kJ/kg·K }
loop p { coolant Short  supply 62 °C  return <= ${limit} °C  flow 100 L/min }
rack r : OpenRackV3 { cooled by p  flow 100 L/min }
switch type Z { height 1 OU  power 50 kW  liquid 100 % }
switch z : Z
${more}`;

describe('coolant that enters too hot', () => {
  it('62 °C in is over the 60 °C of an ORv3 manifold (OCP), though the coolant table does not reach it', async () => {
    const found = await findingsOf(hot('place z in r'), 'cooling/out');
    expect(found.map(({ message }) => message)).toEqual([
      'Coolant leaves r at 62 °C or more; OpenRackV3 tolerates 60 °C.',
    ]);
    expect(found[0]?.help).toContain('Lower the supply temperature');
    expect(found[0]?.derivation?.value).toBe(62);
  });
  it('a loaded rack is no better than an empty one', async () => {
    const found = await findingsOf(
      hot('rack e : OpenRackV3 { cooled by p  flow 0 L/min }\nplace z in r'),
      'cooling/out',
    );
    expect(found.map(({ message }) => message.split(';')[0])).toEqual([
      'Coolant leaves r at 62 °C or more',
      'Coolant leaves e at 62 °C',
    ]);
  });
  it('62 °C in is over a return limit of 61 °C', async () => {
    const found = await findingsOf(hot('place z in r', 61), 'cooling/return');
    expect(found.map(({ message }) => message)).toEqual(['p returns at 62 °C or more; its limit is 61 °C.']);
  });
  it('a requirement below the supply is missed, one above it can’t be judged', async () => {
    const demands = 'require temperature(p.return) <= 61 °C\nrequire temperature(p.return) <= 64 °C';
    const { facts } = await analysisOf(hot(`place z in r\n${demands}`));
    expect(verdictsOf(facts).map(({ holds }) => holds)).toEqual([false, undefined]);
  });
});
