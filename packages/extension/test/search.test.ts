// Search, connections and the outline of a drawing: all of them on the same graph.
import type { Graph } from '@lightloom/diagram';
import { describe, expect, it } from 'vitest';
import { connectionsOf, neighborhoodOf } from '../src/webview/model/connections.ts';
import { emphasisOf } from '../src/webview/model/emphasis.ts';
import { outlineOf } from '../src/webview/model/outline.ts';
import { covers, matches } from '../src/webview/model/search.ts';

const mark = {
  severity: 'error',
  rule: 'optics/loss-budget',
  text: 'loss-budget, 8 of 24',
  message: '8 links lose',
} as const;
const graph: Graph = {
  ...{ arrangement: 'tiers', id: 'n', title: 'N', subtitle: '', figures: [], legend: {}, notes: [], file: 'n.fabric' },
  nodes: [
    {
      id: 'n.su[1..2].leaf',
      kind: 'switch',
      label: 'leaf[1..8]',
      lines: ['16 × XpoLeaf'],
      count: 16,
      tier: 1,
      group: 'n.su[1..2]',
      detail: 'leaf: 16 switches',
    },
    {
      id: 'n.spine',
      kind: 'switch',
      label: 'spine[1..8]',
      lines: ['8 × XpoSpine'],
      count: 8,
      tier: 2,
      detail: 'spine: 8 switches',
    },
    { id: 'n.idle', kind: 'switch', label: 'idle', lines: [], count: 1, tier: null, detail: 'idle' },
  ],
  groups: [{ id: 'n.su[1..2]', kind: 'template', label: 'su[1..2]', lines: [], count: 2, detail: 'su' }],
  trunks: [
    {
      id: 'n.su[1..2].leaf to n.spine',
      from: 'n.su[1..2].leaf',
      to: 'n.spine',
      lines: ['128 × 800G'],
      weight: 1,
      detail: 'links',
      marks: [mark],
    },
  ],
};

describe('a search', () => {
  it('finds names first, one thing of many, then figures and rules', () => {
    expect(matches(graph, 'spine')[0]).toBe('n.spine');
    expect(matches(graph, 'leaf[5]')).toEqual(['n.su[1..2].leaf']);
    expect(matches(graph, 'su[2].leaf[5]')).toEqual(['n.su[1..2].leaf']);
    expect(matches(graph, 'leaf[9]')).toEqual([]);
    expect(matches(graph, '  ')).toEqual([]);
    expect(matches(graph, '16 SWITCHES')).toEqual(['n.su[1..2].leaf']);
  });

  it('knows what a range has', () => {
    expect(covers('a.b[1..3, 7].c', 'b[7].c')).toBe(true);
    expect(covers('a.b[1..3, 7].c', 'b[5].c')).toBe(false);
    expect(covers('chip[1][1..4]', 'chip')).toBe(false);
    expect(covers('leaf', 'leaf[1]')).toBe(false);
  });
});

describe('what is connected', () => {
  it('to a box, and to a frame, is what the bands lead to', () => {
    const [up] = connectionsOf(graph, 'n.su[1..2].leaf');
    expect(up).toEqual({
      trunk: 'n.su[1..2].leaf to n.spine',
      other: 'n.spine',
      name: 'spine[1..8]',
      lines: ['128 × 800G'],
    });
    expect(connectionsOf(graph, 'n.su[1..2]').map(({ other }) => other)).toEqual(['n.spine']);
    expect(connectionsOf(graph, 'n.su[1..2].leaf to n.spine').map(({ other }) => other)).toEqual([
      'n.su[1..2].leaf',
      'n.spine',
    ]);
    expect(connectionsOf(graph, 'n.idle')).toEqual([]);
  });

  it('stays in sight, with the frames around it', () => {
    expect([...neighborhoodOf(graph, 'n.spine')].sort()).toEqual([
      'n.spine',
      'n.su[1..2]',
      'n.su[1..2].leaf',
      'n.su[1..2].leaf to n.spine',
    ]);
    const at = { graph, selected: 'n.idle', cursor: [], search: undefined, connected: true, findings: false };
    expect([...(emphasisOf(at).only ?? [])]).toEqual(['n.idle']);
    expect([...(emphasisOf({ ...at, connected: false, findings: true }).only ?? [])]).toEqual([
      'n.su[1..2].leaf to n.spine',
    ]);
  });
});

describe('the outline', () => {
  it('has every box and band with its figures and findings, frame by frame', () => {
    expect(outlineOf(graph)).toMatchObject([
      {
        name: 'su[1..2]',
        rows: [
          {
            name: 'leaf[1..8]',
            text: '16 × XpoLeaf',
            rows: [{ name: 'to spine[1..8]', text: '128 × 800G, error: loss-budget, 8 of 24', severity: 'error' }],
          },
        ],
      },
      { name: 'spine[1..8]', rows: [{ name: 'to leaf[1..8]' }] },
      { name: 'idle', rows: [] },
    ]);
  });
});
