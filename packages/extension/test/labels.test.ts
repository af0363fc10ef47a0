// Labels over a drawing: names keep their size on the screen, nothing is on anything else, figures come with room.
import { layoutBody } from '@lightloom/diagram';
import { graphOf } from '@lightloom/diagram/views';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/kit/design.ts';
import { type Scene, type SceneItem, sceneOf } from '../src/webview/model/scene.ts';
import { areaOf, type Label, labelsAt, ownTexts } from '../src/webview/stage/labels.ts';
import { shortForms } from '../src/webview/stage/short-forms.ts';

const box = (id: string, x: number, y: number, more: Partial<SceneItem> = {}): SceneItem => {
  const [width, height] = [150, 90];
  return {
    ...{ id, kind: 'node', drawn: 'card', name: id, lines: ['8 × XpoLeaf', '102.4 Tbps'] },
    ...{ box: { x, y, width, height }, text: { x: x + 18, y: y + 11, width: width - 24, height: 60 } },
    ...more,
  };
};
/** Twenty-five boxes in rows with bands between those of a row. */
const rows: Scene = {
  ...{ width: 1400, height: 900 },
  items: Array.from({ length: 25 }, (_, i) => {
    const [x, y] = [(i % 5) * 280, Math.floor(i / 5) * 180];
    const between = { x: x + 160, y: y + 20, width: 110, height: 40 };
    return [
      box(`site[${i + 1}]`, x, y, i === 3 ? { severity: 'error' } : {}),
      { ...box(`band ${i}`, x, y), kind: 'trunk' as const, drawn: 'band' as const, box: between, text: between },
    ];
  }).flat(),
};
const overlap = (a: Label, b: Label, scale: number): boolean => {
  const [one, two] = [areaOf(a, scale), areaOf(b, scale)];
  const across = one.x < two.x + two.width && two.x < one.x + one.width;
  return across && one.y < two.y + two.height && two.y < one.y + one.height;
};
const named = (labels: readonly Label[]): string[] => labels.filter(({ name }) => name !== '').map(({ id }) => id);

describe('labels', () => {
  it.each([0.8, 0.5, 0.35, 0.2])('name each of 25 boxes at a scale of %d, none on another', (scale) => {
    const labels = labelsAt(rows, scale);
    expect(named(labels).filter((id) => id.startsWith('site'))).toHaveLength(25);
    for (const [i, a] of labels.entries())
      for (const b of labels.slice(i + 1)) expect(a.name !== '' && b.name !== '' && overlap(a, b, scale)).toBe(false);
  });

  it('have figures as there is room for them, and none where the drawing can be read', () => {
    const figuresAt = (scale: number): number =>
      labelsAt(rows, scale).reduce((sum, each) => sum + each.figures.length, 0);
    expect([0.2, 0.5, 0.8].map(figuresAt)).toEqual([...[0.2, 0.5, 0.8].map(figuresAt)].sort((a, b) => a - b));
    expect(figuresAt(0.8)).toBeGreaterThan(figuresAt(0.2));
    expect(labelsAt(rows, ownTexts)).toEqual([]);
  });

  it('have a sign where something is wrong, at every scale', () => {
    for (const scale of [0.8, 0.3, 0.05])
      expect(labelsAt(rows, scale).filter(({ sign }) => sign?.severity === 'error')).toHaveLength(1);
  });

  it('leave out what has no room', () => {
    const crowd: Scene = {
      ...rows,
      items: Array.from({ length: 400 }, (_, i) => box(`a[${i}]`, (i % 20) * 8, Math.floor(i / 20) * 6)),
    };
    const labels = labelsAt(crowd, 0.1);
    expect(labels.length).toBeLessThan(20);
  });

  it('name the racks of a hall below them, close and far', async () => {
    const facts = await factsOf(`import "std/racks"
      rack type R is Eia48 { power 60 kW }
      hall main { rack-pitch 600 mm  row-pitch 3 m }
      rack gpu[1..140] : R at row 1..7 position 1
      rack net[1..20] : R at row 8 position 1`);
    const graph = graphOf(facts, 'floor');
    if (graph === undefined) throw new Error('The hall has no floor plan.');
    const { placed } = await layoutBody(graph, { engine: undefined, shape: 1 });
    const scene = sceneOf(placed);
    const runs = graph.nodes.length;
    for (const scale of [0.75, 1.5])
      expect(named(labelsAt(scene, scale)).filter((id) => id.includes('['))).toHaveLength(runs);
  });
});

describe('a name that has no room', () => {
  it('is shortened to what tells it from those beside it', () => {
    expect(shortForms('backend.su[1].leaf[1..8]')).toEqual([
      'backend.su[1].leaf[1..8]',
      'leaf[1..8]',
      '[1..8]',
      '1..8',
    ]);
    expect(shortForms('gpu[1] … gpu[20]')).toEqual(['gpu[1] … gpu[20]', 'gpu[1..20]', '[1..20]', '1..20']);
    expect(shortForms('backend.server[1..8][1..16]')).toEqual([
      'backend.server[1..8][1..16]',
      'server[1..8][1..16]',
      'server',
      'serv…',
      'ser…',
    ]);
    expect(shortForms('Frankfurt')).toEqual(['Frankfurt', 'Frankf…', 'Fran…', 'Fra…']);
    expect(shortForms('spine')).toEqual(['spine', 'spi…']);
  });
});
