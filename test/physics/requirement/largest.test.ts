// The largest example as it is: two million links are checked, reported, drawn and bought, and the figures are those of paper.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printValue, verdictsOf } from '@lightloom/core';
import { graphOf } from '@lightloom/diagram/views';
import { beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, seriousIn } from '../../kit/design.ts';
import { largest } from '../../kit/examples.ts';
import { rowsOf } from '../../kit/tables.ts';
import { root } from '../../sources.ts';

const planes = 8;
const ports = 131_072;
const hosts = ports / 8;
/** Of a plane: a leaf for 256 ports and as many links up, a spine for 512. */
const [leaves, spines] = [ports / 256, ports / 512];
const switches = planes * (leaves + spines);

describe('the largest example', () => {
  let analysis: Awaited<ReturnType<typeof analysisOf>>;
  beforeAll(async () => {
    analysis = await analysisOf(readFileSync(join(root, 'examples', largest), 'utf8'));
  }, 60_000);

  it('has a link from each port to each plane, and as many above them', () => {
    expect(analysis.fabric.links.count).toBe(ports * planes * 2);
    expect(analysis.fabric.links.count).toBe(2_097_152);
    const of = (kind: string) =>
      analysis.fabric.blocks.filter((each) => each.kind === kind).reduce((all, each) => all + each.count, 0);
    expect([of('host'), of('switch')]).toEqual([hosts, switches]);
  });

  it('holds', () => {
    expect(seriousIn(analysis)).toEqual([]);
    expect(verdictsOf(analysis.facts).map(({ holds, value }) => [holds, printValue(value)])).toEqual([
      [true, '16,384'],
      [true, '1'],
      // Half of 131,072 ports of 1.6 Tbps, without an eighth of it.
      [true, `${((ports / 2) * 1.6 * (7 / 8)).toLocaleString('en')} Tbps`],
      // From leaf to leaf over a spine.
      [true, '2'],
      // 3 dB of 200GBASE-DR1, less four pairs of 0.35 dB and 80 m of 0.4 dB/km.
      [true, '1.568 dB'],
      // 14.5 kW and eight modules of 30 W a host, 1.5 kW and eight modules of 128 W a switch.
      [true, `${((hosts * (14.5 + 0.24) + switches * (1.5 + 1.024)) / 1000).toFixed(3)} MW`],
    ]);
  });

  it('is bought in whole cables, modules, racks and pumps', () => {
    const count = Object.fromEntries(
      rowsOf('bom', analysis.facts).map(({ kind, part, 'length-m': length, count: each }) => [
        [kind, part, length].filter((word) => word !== '').join(' '),
        each,
      ]),
    );
    expect(count).toMatchObject({
      'module OsfpSplit': ports,
      'module XpoSplit': switches * 8,
      // A shuffle takes the ports of eight hosts to eight planes, or of eight leaves to eight spines: 64 links.
      'fiber OS2 60': (ports * planes) / 64,
      'fiber OS2 80': (ports * planes) / 64,
      'rack GpuRack': hosts / 4,
      'rack NetRack': switches / 12,
      // Three a loop: 64 of units, 8 of planes.
      'cdu Mcdu70': 3 * (64 + planes),
    });
  });

  it('is drawn as two bands', () => {
    const graph = graphOf(analysis.facts, 'overview');
    if (graph === undefined || !('trunks' in graph)) throw new Error('The view has no bands.');
    expect(graph.trunks.map(({ count }) => count)).toEqual([ports * planes, ports * planes]);
  });
});
