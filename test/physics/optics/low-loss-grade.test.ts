// The low-loss grade that the part library assumes is reported only where a design uses it.
import { describe, expect, it } from 'vitest';
import { analysisOf as analyzed, libraryImports } from '../../kit/design.ts';

const library = libraryImports(['racks', 'cooling', 'hosts', 'osfp', 'qsfp', 'copper', 'switches']);
const analysisOf = (text: string) => analyzed(library + text);
const findingsOf = async (text: string, family: string) =>
  (await analysisOf(text)).findings.filter(({ rule }) => rule.startsWith(family));

describe('the low-loss grade that the library assumes', () => {
  const path = (connectors: string) => `
switch type B { height 2 RU  power 1 kW  ports q : QSFP-DD }
network n : scale-out {
switch a : B
switch b : B
plug QsfpDd400Fr4 into a.q, b.q
link a.q to b.q over OS2 { length 2 km  connectors ${connectors} }
}`;
  const told = async (connectors: string) =>
    (await findingsOf(path(connectors), 'provenance/assumed')).filter(({ message }) => message.includes('low-loss'));
  it('is reported only where a design names it', async () => {
    expect(await told('2 x LC')).toEqual([]);
    expect((await told('2 x LC low-loss')).map(({ message }) => message)).toEqual([
      expect.stringContaining('low-loss-grade of LC'),
    ]);
    expect(await told('1 x LC, 1 x LC low-loss')).toHaveLength(1);
  });
});
