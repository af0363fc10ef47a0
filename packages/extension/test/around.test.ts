// What VS Code shows around the text, as data: the tree, the status bar, the report in the colors of a theme.
import type { OverviewResult, OverviewThing } from '@lightloom/language/protocol';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../src/client/fabric/nodes.ts';
import { statusText } from '../src/client/fabric/status-text.ts';
import { inTheme } from '../src/client/report/report-html.ts';

const texts = {
  networks: 'Networks',
  racks: 'Racks',
  loops: 'Loops',
  feeds: 'Feeds',
  error: 'Errors',
  warning: 'Warnings',
  note: 'Notes',
};
const start = { line: 4, character: 8 };
const thing = (name: string, more: Partial<OverviewThing> = {}): OverviewThing => ({
  name,
  figures: '1 kW',
  state: 'fine',
  place: { uri: 'file:///a.fabric', range: { start, end: start } },
  ...more,
});
const overview = (more: Partial<OverviewResult>): OverviewResult => ({
  isEmpty: false,
  counts: { error: 0, warning: 0, note: 0 },
  networks: [],
  racks: [],
  loops: [],
  feeds: [],
  ...more,
});

describe('the tree', () => {
  it('has a section for what is there, and none for what isn’t', () => {
    const tree = treeOf(
      overview({
        networks: [thing('backend', { view: 'network:backend', state: 'warning' })],
        racks: [thing('net', { parts: [thing('net[1]'), thing('net[2]')] })],
      }),
      [],
      texts,
    );
    expect(tree.map(({ label, isOpen }) => [label, isOpen])).toEqual([
      ['Networks', true],
      ['Racks', false],
    ]);
    expect(tree[0]?.children[0]).toMatchObject({
      label: 'backend',
      description: '1 kW',
      state: 'warning',
      view: 'network:backend',
      place: { ...start, uri: 'file:///a.fabric' },
    });
    expect(tree[1]?.children[0]?.children.map(({ label }) => label)).toEqual(['net[1]', 'net[2]']);
  });

  it('lists findings by severity, each in the line of its message', () => {
    const finding = (severity: 'error' | 'note', message: string) => ({ severity, message, ...start });
    const tree = treeOf(
      overview({}),
      [finding('note', 'n'), finding('error', 'e\nhelp: h'), finding('note', 'm')],
      texts,
    );
    expect(
      tree.map(({ label, description, children }) => [label, description, children.map((each) => each.label)]),
    ).toEqual([
      ['Errors', '1', ['e']],
      ['Notes', '2', ['n', 'm']],
    ]);
    expect(tree[0]?.children[0]).toMatchObject({ state: 'error', place: start });
  });
});

describe('the status bar', () => {
  it.each([
    [{ errors: 0, warnings: 0, power: '1.932 MW', margin: '1.488 dB' }, '$(pass)  1.932 MW  1.488 dB'],
    [{ errors: 2, warnings: 1, power: undefined, margin: undefined }, '$(error) 2 $(warning) 1'],
    [{ errors: 0, warnings: 3, power: '4 kW', margin: undefined }, '$(warning) 3  4 kW'],
  ])('says %o', (design, text) => {
    expect(statusText(design)).toBe(text);
  });
});

it('the report has the colors of the theme, and its policy allows them alone', () => {
  const page = `<head><meta content="default-src 'none'; style-src 'sha256-abc'; script-src 'sha256-def'"></head><body>`;
  const shown = inTheme(page, 'once');
  expect(shown).toContain(`style-src 'nonce-once' 'sha256-abc'; script-src 'sha256-def'`);
  expect(shown).toMatch(/<style nonce="once">:root:root \{ --paper: var\(--vscode-editor-background\);/);
  expect(shown).toContain('--line: var(--vscode-panel-border, transparent);');
  expect(shown).not.toMatch(/unsafe|https?:/);
});
