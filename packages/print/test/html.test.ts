// The page: what a stranger's text is in it, how much of a large design it holds, and that its policy lets only its own code run.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numberColumns, type Table, textColumns } from '../src/blocks/block.ts';
import { asCode, asLines, asSentence } from '../src/blocks/rich.ts';
import { pageAssets, viewerAssets } from '../src/html/generated/assets.ts';
import { picturesHtml } from '../src/html/pictures.ts';
import { richHtml } from '../src/html/rich.ts';
import { sectionHtml } from '../src/html/section.ts';
import { tableHtml } from '../src/html/table.ts';
import { html } from '../src/shown/index.ts';

describe('in HTML', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="alert(1)', '&quot; onmouseover=&quot;alert(1)'],
    ["' onload='alert(1)", '&#39; onload=&#39;alert(1)'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['</style></title><img src=x>', '&lt;/style&gt;&lt;/title&gt;&lt;img src=x&gt;'],
    ['a\u202eb\u2066c\u0000', 'a�b�c␀'],
  ])('%j is text', (text, shown) => {
    expect(html`<p title="${text}">${text}</p>`.source).toBe(`<p title="${shown}">${shown}</p>`);
    expect(richHtml(asCode(text)).source).toBe(`<code>${shown}</code>`);
  });

  it('a sentence of ours keeps its code', () => {
    expect(richHtml(asSentence('Box has no `typical-power`, <b>')).source).toBe(
      'Box has no <code>typical-power</code>, &lt;b&gt;',
    );
    expect(richHtml(asLines(['a', 'b'])).source).toBe('<span class="line">a</span><span class="line">b</span>');
  });

  it('a text that is too long is cut', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => asCode(`leaf[${i}]`));
    expect(richHtml(names).source.length).toBeLessThan(20_000);
  });
});

describe('a table', () => {
  const of = (count: number, text: string): Table => ({
    kind: 'table',
    columns: [...textColumns('Name'), ...numberColumns('Power')],
    rows: Array.from({ length: count }, (_, i) => [`${text}${i}`, { text: `${i} W`, order: i === 0 ? Number.NaN : i }]),
  });
  const rowsOf = (source: string): number => source.match(/<tr>/g)?.length ?? 0;

  it('has a caption, heads with a scope, and what numbers are sorted by', () => {
    const { source } = tableHtml(of(2, 'a'), 'Hosts');
    expect(source).toContain('<caption class="hidden">Hosts</caption>');
    expect(source).toContain(
      '<thead><tr><th scope="col">Name</th><th scope="col" class="right">Power</th></tr></thead>',
    );
    // An unknown number is sorted last: it has no number.
    expect(source).toContain('<tr><th scope="row">a0</th><td class="right" data-order="">0 W</td></tr>');
    expect(source).toContain('<td class="right" data-order="1">1 W</td>');
  });

  it('is folded where it is long', () => {
    expect(tableHtml(of(30, 'a'), 'Hosts').source).not.toContain('<details>');
    expect(tableHtml(of(31, 'a'), 'Hosts').source).toContain('<summary>Hosts, 31 rows</summary>');
  });

  it('ends after 200 rows, or after a quarter of a mebibyte, and says so', () => {
    const many = tableHtml(of(70_000, 'a'), 'Hosts').source;
    expect(rowsOf(many)).toBe(200 + 1);
    expect(many).toContain('69,800 more rows are left out.');
    const long = tableHtml(of(200, '<'.repeat(1_990)), 'Hosts').source;
    expect(long.length).toBeLessThan(300 * 1024);
    expect(rowsOf(long)).toBeLessThan(200);
    expect(long).toMatch(/\d+ more rows are left out\./);
  });

  it('shows what is used of a limit, and more than all of it as such', () => {
    const bar = (share: number): string =>
      tableHtml({ ...of(0, ''), rows: [['a', { text: '1 W', share }]] }, 'Racks').source;
    expect(bar(0.5)).toContain('class="bar within"');
    expect(bar(0.95)).toContain('class="bar near"');
    expect(bar(1)).toContain('class="bar near"');
    expect(bar(1.2)).toMatch(/class="bar over".*class="used" width="40"/);
  });
});

describe('the size of a page', () => {
  it('is bounded: a list ends, and a drawing that is too large is named', () => {
    const items = Array.from({ length: 1_000 }, (_, i) => `${i}`);
    expect(sectionHtml({ title: 'Why', blocks: [{ kind: 'list', items }] }).source).toContain('800 more are left out.');
    const long = Array.from({ length: 200 }, () => '"'.repeat(1_990));
    expect(sectionHtml({ title: 'Why', blocks: [{ kind: 'list', items: long }] }).source.length).toBeLessThan(
      300 * 1024,
    );
    const svg = (length: number): string => `<svg>${' '.repeat(length)}</svg>`;
    const drawn = picturesHtml([
      { id: 'racks', title: 'Racks', svg: svg(2_000_000) },
      ...Array.from({ length: 5 }, (_, i) => ({ id: `${i}`, title: `${i}`, svg: svg(1_000_000) })),
    ]);
    expect(drawn[0]?.source).toContain('1.9 MiB and is left out; <code>lightloom render --view racks</code>');
    expect(drawn.map(({ source }) => source.startsWith('<figure>'))).toEqual([false, true, true, true, true, false]);
  });
});

describe('its code', () => {
  it('is what its policy allows', () => {
    const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
    for (const { style, styleHash, script, scriptHash } of [pageAssets, viewerAssets]) {
      expect([styleHash, scriptHash]).toEqual([digest(style), digest(script)]);
      // Either would end the element that holds it.
      expect(style + script).not.toMatch(/<\/(?:style|script)|<!--/);
      expect(style).not.toMatch(/url\(|@import|@font-face/);
    }
  });

  it('has colors with a contrast of at least 4.5 to the grounds that text is on', () => {
    const css = readFileSync(join(import.meta.dirname, '../page/colors.css'), 'utf8');
    const schemes = [...css.matchAll(/:root \{([^}]*)\}/g)].map(
      ([, block = '']) =>
        new Map([...block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color])),
    );
    expect(schemes).toHaveLength(2);
    for (const colors of schemes)
      for (const ink of ['ink', 'muted', 'accent', 'bad', 'warn', 'good'])
        for (const ground of ['paper', 'surface', 'raised'])
          expect(contrast(colors.get(ink), colors.get(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast of two colors, as WCAG 2.2 defines it. */
function contrast(a = '', b = ''): number {
  const luminance = (color: string): number => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
    const [r = 0, g = 0, bl = 0] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
