// A drawing without its sheet, in the shape of a room: for a panel that has its own title and legend.
import { layout, layoutBody, svg } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import { captionBelow } from '../src/layout/free/said-once.ts';
import { bare } from '../src/layout/sheet/bare.ts';
import { drawing, factsOf } from './drawn.ts';

const bodyOf = async (text: string, view: string, shape: number) =>
  layoutBody(drawing(await factsOf(text), view), { engine: undefined, shape });
const hall = `import "std/racks"
  hall main { rack-pitch 600 mm  row-pitch 3 m }
  host type H { height 2 RU  power 1 kW  liquid 50 % }
  loop warm { coolant PG25  supply 40 °C  flow 100 L/min }
  rack r[1..40] : Eia48 at row 1..4 position 1 { cooled by warm }
  network n : scale-out { host h[1..40] : H  place h[*] in r[*] 1 each }`;

describe('a drawing without its sheet', () => {
  it('has the same boxes and bands, and nothing around them', async () => {
    const graph = drawing(await factsOf(), 'overview');
    const [sheet, { placed }] = [await layout(graph), await layoutBody(graph, { engine: undefined, shape: 1 })];
    expect(placed.nodes.map(({ node }) => node.id)).toEqual(sheet.nodes.map(({ node }) => node.id));
    expect(placed.trunks).toHaveLength(sheet.trunks.length);
    expect([placed.figures, placed.findings, placed.block.fields, placed.legend.texts]).toEqual([[], [], [], []]);
    expect(placed.width * placed.height).toBeLessThan(0.6 * sheet.width * sheet.height);
    expect(svg(placed, { theme: 'vscode' })).not.toMatch(/data-kind="(?:legend|block|figure)"/);
  });

  it('has what many boxes have in common apart, as text', async () => {
    const graph = drawing(await factsOf(), 'overview');
    const none = { nodes: [], groups: [], trunks: [], texts: [], width: 400, height: 100 };
    const { placed, caption } = bare(graph, captionBelow(none, ['Each band: 1 × 800G', 'Each box: Router']));
    expect(caption).toBe('Each band: 1 × 800G. Each box: Router.');
    expect(placed.texts).toEqual([]);
    expect(placed.height).toBeLessThan(100);
  });

  it('has its plans and racks in lines that suit the room', async () => {
    const shapeOf = async (view: string, shape: number): Promise<number> => {
      const { placed } = await bodyOf(hall, view, shape);
      return placed.width / placed.height;
    };
    expect(await shapeOf('floor', 0.4)).toBeLessThan(await shapeOf('floor', 2.5));
  });
});
