// Diagrams to edit, read by the programs they are for: Mermaid in a browser, Graphviz, the compiler of D2, draw.io's model as XML.
import '../../scripts/library-text.mjs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { D2 } from '@terrastruct/d2';
import { hostile } from './reports.mjs';

const designs = ['xpo-pod', 'liquid-hall', 'torus', 'dragonfly', 'scale-across'];
const require = createRequire(import.meta.url);

/** Writes every view of some designs in every language, and has each read. */
export async function testNotations({ open }, root, { say }) {
  const { graphOf, viewsOf } = await import('../../packages/language/src/session/index.ts');
  const { addressOfFile, openNodeSession } = await import('../../packages/language/src/node.ts');
  const { layout, notationOf } = await import('../../packages/diagram/src/index.ts');
  const [graphviz, d2, context] = [await Graphviz.load(), new D2(), await open({})];
  const page = await context.newPage();
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ path: join(require.resolve('mermaid'), '..', 'mermaid.min.js') });
  await page.evaluate(() => window.mermaid.initialize({ startOnLoad: false }));
  const texts = [
    ...designs.map((name) => [name, readFileSync(join(root, `examples/${name}.fabric`), 'utf8')]),
    ['hostile', hostile],
  ];
  let count = 0;
  for (const [name, text] of texts) {
    const design = await openNodeSession().open(addressOfFile(join(root, `examples/${name}.fabric`)), text);
    for (const { id } of await viewsOf(design)) {
      const placed = await layout(await graphOf(design, id));
      const write = (language) => notationOf(placed, language, 'light');
      const labels = placed.graph.nodes.map((each) => each.label);
      const what = `${name}, ${id}`;
      await testMermaid(page, write('mermaid'), labels, what);
      testDot(graphviz, write('dot'), labels, what);
      const { diagram } = await d2.compile(write('d2'), { layout: 'dagre' });
      holds(diagram.shapes.map((each) => each.label).join('\n'), labels, `D2 of ${what}`);
      await testDrawio(page, write('drawio'), labels, what);
      count++;
    }
  }
  if ((await page.evaluate(() => window.owned)) !== undefined) throw new Error('a text did something');
  await context.close();
  say(`ok ${count} drawings read by Mermaid, Graphviz, D2 and as the model of draw.io`);
}

async function testMermaid(page, text, labels, what) {
  const shown = await page.evaluate(async (source) => {
    const { svg } = await window.mermaid.render(`g${Math.random().toString(36).slice(2)}`, source);
    document.body.innerHTML = svg;
    return document.body.textContent;
  }, text);
  holds(shown, labels, `Mermaid of ${what}`);
}

function testDot(graphviz, text, labels, what) {
  const { objects = [] } = JSON.parse(graphviz.layout(text, 'json', 'dot'));
  const shown = objects.map((each) => each.label.replaceAll('\\n', '\n').replaceAll('\\\\', '\\')).join('\n');
  holds(shown.replaceAll('&amp;', '&').replaceAll('\\"', '"'), labels, `DOT of ${what}`);
}

/** As the browser reads its XML: every label as text, every edge between two cells. */
async function testDrawio(page, text, labels, what) {
  const { shown, wrong } = await page.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, 'text/xml');
    const all = (selector) => [...read.querySelectorAll(selector)];
    const ids = new Set(all('[id]').map((each) => each.id));
    const textOf = (label) => new DOMParser().parseFromString(label, 'text/html').body.textContent;
    return {
      shown: all('object')
        .map((each) => textOf(each.getAttribute('label')))
        .join('\n'),
      wrong: [
        ...all('parsererror').map((each) => each.textContent),
        ...all('[edge]')
          .filter((each) => !ids.has(each.getAttribute('source')) || !ids.has(each.getAttribute('target')))
          .map((each) => each.outerHTML),
      ],
    };
  }, text);
  if (wrong.length > 0) throw new Error(`draw.io of ${what}: ${wrong[0]}`);
  holds(shown, labels, `draw.io of ${what}`);
}

const spaced = (text) => text.replace(/\s+/g, ' ').trim();

function holds(shown, labels, what) {
  const missing = labels.find((each) => !spaced(shown).includes(spaced(each)));
  if (missing !== undefined) throw new Error(`${what} lacks ${missing}`);
}
