// Each snippet, with its stops as they come, is text the language takes.

import { textAnalyzer } from '@lightloom/language/testing';
import { describe, expect, it } from 'vitest';
import { designSnippets, statementSnippets } from '../../../packages/language/src/syntax/index.ts';

interface Snippet {
  readonly label: string;
  readonly lines: readonly string[];
}
/** Bodies alone, which are snippets of other tests, and words that need a statement before them. */
const notAlone = ['branch', 'else', 'ports', 'import'];
const snippets: readonly Snippet[] = [
  ...designSnippets.map((each) => ({ ...each, label: each.prefix })),
  ...Object.values(statementSnippets).flat(),
].filter(({ label }) => !notAlone.includes(label));

const analyze = textAnalyzer();

/** The text a snippet leaves when every stop is passed with the tab key. */
function filled({ lines }: Snippet): string {
  return lines
    .join('\n')
    .replace(/\$\{\d+\|((?:\\,|[^,|])*)[^|]*\|\}/g, '$1')
    .replaceAll('\\,', ',')
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
/** By label: the text around it, where it is not `imports` before it. */
const around: Readonly<Record<string, (text: string) => string>> = {
  design: (text) => text,
  loop: (text) => `${imports.join('')}cdu cdu[1..3] : Deschutes\n${text}`,
  rack: (text) => `${imports.join('')}${plant}feed A { capacity 1 MW }\nfeed B { capacity 1 MW }\n${text}`,
  host: (text) => `${imports.join('')}${types}network backend : scale-out { ${text} }`,
  switch: (text) => `${imports.join('')}${types}network backend : scale-out { ${text} }`,
  unit: (text) => imports.join('') + types + text,
  'leaf-spine': (text) => `${imports.join('')}${types}template ScalableUnit(n) { switch leaf[1..n] : Leaf }\n${text}`,
  link: inNetwork,
  plug: inNetwork,
  place: (text) => `${imports.join('')}${types}${installed.replace('}\n', `    ${text}\n}\n`)}`,
  requirements: (text) => imports.join('') + types + plant + installed + text,
  require: (text) => imports.join('') + types + installed + text,
  allow: (text) => `${imports.join('')}switch type Name { power 1 kW assumed "x" }\n${text}`,
  'link one side': (text) =>
    `${imports.join('')}switch type Router { ports fabric[1..2] : XPO }\nswitch router[1..4] : Router\n${text}`,
  if: (text) => `let i = 1\n${text}`,
  phase: (text) =>
    `${imports.join('')}${types}template Unit() { switch leaf : Leaf }\nnetwork backend : scale-out { su[1..4] : Unit() }\n${text}`,
  view: (text) => imports.join('') + types + installed + text,
  doc: (text) => `${imports.join('')}${text}\n${types}`,
};
function inNetwork(text: string): string {
  return imports.join('') + types + installed.replace('}\n', `    ${text}\n}\n`);
}

/** Families of problems of the text itself; all other rules judge the design. */
const ofText = /^(syntax|statement|name|type|property|value|selection|template|import|link|require|allow)\//;

describe('a snippet', () => {
  it.each(snippets.map((each) => [each.label, each] as const))(
    'is text without problems: %s',
    async (label, snippet) => {
      const text = (around[label] ?? ((inner) => imports.join('') + inner))(filled(snippet));
      const { analysis } = await analyze(text);
      const problems = analysis.findings.filter((each) => ofText.test(each.rule));
      expect(problems.map((each) => `${each.rule}: ${each.message}`)).toEqual([]);
    },
  );

  it('gives a whole design that holds', async () => {
    const { analysis } = await analyze(filled(snippets.find(({ label }) => label === 'design') as Snippet));
    expect(analysis.findings.filter((each) => each.severity !== 'note').map((each) => each.message)).toEqual([]);
    expect(analysis.fabric.networks.map((each) => each.name)).toEqual(['backend']);
  });
});
