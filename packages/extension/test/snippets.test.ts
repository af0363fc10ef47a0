// Each snippet, with its stops as they come, is text the language takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyzeText } from '../../language/src/testing.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}
const snippets: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../snippets/fabric.json'), 'utf8'),
);

/** The text a snippet leaves when every stop is passed with the tab key. */
function filled({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replaceAll('\t', '    ');
}

/** The rest of a design around a part of one: the names it uses. */
const imports = ['xpo', 'osfp', 'switches', 'hosts', 'fiber', 'racks', 'cooling'].map(
  (each) => `import "std/${each}"\n`,
);
const types = `
switch type Leaf { ports up[1..4] : XPO  ports down[1..4] : XPO }
switch type Spine { ports down[1..8] : XPO }
host type Node is Hgx8
module type Module is Xpo
`;
const installed = `
network backend : scale-out {
    host node[1..8] : Node
    switch leaf[1..8] : Leaf
    switch spine[1..8] : Spine
}
rack net[1..2] : OpenRackV3
rack gpu[1..2] : OpenRackV3
feed A { capacity 1 MW }
feed B { capacity 1 MW }
`;
const plant =
  'cdu cdu[1..3] : Deschutes\nloop primary { coolant PG25 supply 40 °C flow 1900 L/min from cdu[*], n+1 }\n';
/** By prefix: the text around it, where it is not `imports` before it. */
const around: Readonly<Record<string, (text: string) => string>> = {
  design: (text) => text,
  'loop-from': (text) => `${imports.join('')}cdu cdu[1..3] : Deschutes\n${text}`,
  racks: (text) => `${imports.join('')}${plant}feed A { capacity 1 MW }\nfeed B { capacity 1 MW }\n${text}`,
  hosts: (text) => `${imports.join('')}${types}network backend : scale-out { ${text} }`,
  switches: (text) => `${imports.join('')}${types}network backend : scale-out { ${text} }`,
  unit: (text) => imports.join('') + types + text,
  'leaf-spine': (text) => `${imports.join('')}${types}template ScalableUnit(n) { switch leaf[1..n] : Leaf }\n${text}`,
  'link-over': inNetwork,
  'plug-into': inNetwork,
  'place-in': (text) => `${imports.join('')}${types}${installed.replace('}\n', `    ${text}\n}\n`)}`,
  requirements: (text) => imports.join('') + types + plant + installed + text,
  'require-fact': (text) => imports.join('') + types + installed + text,
  'allow-because': (text) => `${imports.join('')}switch type Name { power 1 kW assumed "x" }\n${text}`,
  'phase-adds': (text) =>
    `${imports.join('')}${types}template Unit() { switch leaf : Leaf }\nnetwork backend : scale-out { su[1..4] : Unit() }\n${text}`,
  'view-of': (text) => imports.join('') + types + installed + text,
  doc: (text) => `${imports.join('')}${text}\n${types}`,
};
function inNetwork(text: string): string {
  return imports.join('') + types + installed.replace('}\n', `    ${text}\n}\n`);
}

/** Families of problems of the text itself; all other rules judge the design. */
const ofText = /^(syntax|statement|name|type|property|value|selection|template|import|link|require|allow)\//;

describe('a snippet', () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    it(`is text without problems: ${name}`, async () => {
      const text = (around[snippet.prefix] ?? ((inner) => imports.join('') + inner))(filled(snippet));
      const { analysis } = await analyzeText(text);
      const problems = analysis.findings.filter((each) => ofText.test(each.rule));
      expect(problems.map((each) => `${each.rule}: ${each.message}`)).toEqual([]);
    });
  }

  it('has a prefix of its own, and a description', () => {
    const all = Object.values(snippets);
    expect(new Set(all.map((each) => each.prefix)).size).toBe(all.length);
    expect(all.filter((each) => each.description === '')).toEqual([]);
  });

  it('gives a whole design that holds', async () => {
    const { analysis } = await analyzeText(filled(snippets['Whole design'] as Snippet));
    expect(analysis.findings.filter((each) => each.severity !== 'note').map((each) => each.message)).toEqual([]);
    expect(analysis.fabric.networks.map((each) => each.name)).toEqual(['backend']);
  });
});
