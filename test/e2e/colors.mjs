// The colors, as VS Code's own tokenizer gives them: the scope of words in the example.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(import.meta.dirname, 'node_modules/code-server/lib/vscode/package.json'));
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

/** Each line holds words, marked by `«…»`, and the scope of each mark; empty for none. */
const lines = [
  ['«import» "std/«xpo»"', 'keyword.control.import', 'string.quoted'],
  ['/** «The» `«pod»`. */', 'comment.block.documentation', 'markup.inline.raw'],
  ['// «network» x { }', 'comment.line'],
  [
    '«switch» «type» «XpoLeaf»  «is» «XpoSwitch» { «ports» «up»[«1»«..»«4»] : «XPO»  «ports» «down»[1..4] : XPO }',
    'storage.type.kind',
    'storage.type.fabric',
    'entity.name.type',
    'storage.modifier.is',
    'entity.other.inherited-class',
    'storage.type.ports',
    'variable.other.constant',
    'constant.numeric',
    'keyword.operator.range',
    'constant.numeric',
    'entity.name.type',
    'storage.type.ports',
    'variable.other.constant',
  ],
  ['optics type «1.6TBASE-DR8» { }', 'entity.name.type'],
  [
    '    «channels» «16» «x» «800GBASE-DR4»',
    'variable.property',
    'constant.numeric',
    'keyword.operator',
    'entity.name.type',
  ],
  ['    interface «half-retimed»', 'constant.language'],
  [
    '    power «1.5» «kW» «assumed» "«no figure»"',
    'constant.numeric',
    'keyword.other.unit',
    'storage.modifier',
    'string.quoted',
  ],
  ['    power «unknown»', 'constant.language'],
  ['    flow «0.35» «L/min» «source» "x"', 'constant.numeric', 'keyword.other.unit', 'storage.modifier'],
  ['    «return»  «<=» «55» «°C»', 'variable.property', 'keyword.operator', 'constant.numeric', 'keyword.other.unit'],
  ['    supplies 3 «x» 1.5 «kW», «n+1»', 'keyword.operator', 'keyword.other.unit', 'constant.language'],
  ['    «asic» «Tomahawk6»', 'variable.property', 'entity.name.type'],
  ['    «liquid» 85 «%»', 'variable.property', 'keyword.other.unit'],
  [
    '«rack» «net»[1..2] : «LiquidRack» «at» «row» 1 { «cooled» «by» primary  «fed» by A, B  «flow» 40 L/min }',
    'storage.type.kind',
    'variable.other.constant',
    'entity.name.type',
    'keyword.control',
    'keyword.control',
    'variable.property',
    'keyword.control',
    'variable.property',
    'variable.property',
  ],
  [
    '«feed» «A» { «capacity» 2.4 «MW» }',
    'storage.type.kind',
    'variable.other.constant',
    'variable.property',
    'keyword.other.unit',
  ],
  [
    '«template» «ScalableUnit»(hosts = «64», leafType «=» XpoLeaf) {',
    'storage.type',
    'entity.name.function',
    'constant.numeric',
    'keyword.operator',
  ],
  ['«network» «backend» : «scale-out» {', 'storage.type', 'entity.name.function', 'constant.language'],
  ['    «su»[1..2] : «ScalableUnit»(64)', 'variable.other.constant', 'entity.name.type'],
  [
    '«plug» «XpoDr» «into» su[«*»].leaf[*].*, spine[*].*',
    'keyword.control',
    'entity.name.type',
    'keyword.control',
    'keyword.operator',
  ],
  [
    '«link» su[*].leaf[*].up «to» spine[*].down «as» «mesh»',
    'keyword.control',
    'keyword.control',
    'keyword.control',
    'support.function.pattern',
  ],
  [
    '  «over» «OS2» { «length» 60 «m»  «connectors» 4 x «MPO16» «low-loss» }',
    'keyword.control',
    'entity.name.type',
    'variable.property',
    'keyword.other.unit',
    'variable.property',
    'entity.name.type',
    'constant.language',
  ],
  ['«place» su[*].node[*] «in» gpu[*] 4 «each»', 'keyword.control', 'keyword.control', 'keyword.control'],
  [
    '«require» «bisection»(backend) >= 50 % «of» «full» «when» «any» 4 «of» spine «fail»',
    'keyword.control',
    'support.function.fact',
    'keyword.control',
    'constant.language',
    'keyword.control',
    'keyword.control',
    'keyword.control',
    'keyword.control',
  ],
  ['require temperature(primary.return) <= 55 °C when any 1 of «cdu» «fail»', '', 'keyword.control'],
  [
    '«allow» «provenance/assumed» «because» "x" «on» XpoSwitch',
    'keyword.control',
    'support.function.rule',
    'keyword.control',
    'keyword.control',
  ],
  [
    '«view» «thermal»  "Heat"   { «of» net  «color» «by» «temperature» }',
    'storage.type',
    'entity.name.function',
    'variable.property',
    'variable.property',
    'keyword.control',
    'constant.language',
  ],
  ['«let» «n» = 4', 'storage.type.let', 'variable.other.constant'],
  [
    '«for» «i» «in» «1»«..»n, «j» «in» 1..m «{»',
    'keyword.control.loop',
    'variable.parameter',
    'keyword.control',
    'constant.numeric',
    'keyword.operator.range',
    'variable.parameter',
    'keyword.control',
    'punctuation.section.block',
  ],
  [
    '«if» i «!=» j «and» i «mod» 2 «==» 0 { } «else» «if» j == 1 { } «else» { }',
    'keyword.control.conditional',
    'keyword.operator.comparison',
    'keyword.control',
    'keyword.operator.word',
    'keyword.operator.comparison',
    'keyword.control.conditional',
    'keyword.control.conditional',
    'keyword.control.conditional',
  ],
  ['template Unit(«hosts» = 64, «leafType» = XpoLeaf) {', 'variable.parameter', 'variable.parameter'],
  ['«coupling» «type» «Uqd08» { }', 'storage.type.kind', 'storage.type', 'entity.name.type'],
  ['«cable» «type» «Dac» { }', 'storage.type.kind', 'storage.type', 'entity.name.type'],
  ['rack r : R «at» «row» 1 «position» 3', 'keyword.control', 'keyword.control', 'keyword.control'],
];

/** Names that the words of the language, units and numbers must leave alone. */
const plain = ['leaf-1', 'place.power', 'network[2]', 'to.in', 'x1', 'W', 'for-1', 'if.else', 'laser[1]'];

/** Checks the grammar of a packed extension's folder. Throws at the first color that is wrong. */
export async function testColors(extension) {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const path = join(extension, 'syntaxes/fabric.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
  });
  const grammar = await registry.loadGrammar('source.fabric');
  const scopesAt = (tokens, offset) =>
    tokens
      .find((each) => each.startIndex <= offset && offset < each.endIndex)
      .scopes.slice(1)
      .join(' ');
  for (const [marked, ...scopes] of lines) {
    const text = marked.replace(/[«»]/g, '');
    const { tokens } = grammar.tokenizeLine(text, textmate.INITIAL);
    let offset = 0;
    const words = [...marked.matchAll(/([^«]*)«([^»]*)»/g)];
    assert.equal(words.length, scopes.length, `as many scopes as marks: ${marked}`);
    for (const [i, [, before, word]] of words.entries()) {
      offset += before.length;
      for (const end of [offset, offset + word.length - 1])
        assert.ok(
          scopes[i] === '' ? scopesAt(tokens, end) === '' : scopesAt(tokens, end).includes(scopes[i]),
          `\`${word}\` in \`${text}\`: ${scopesAt(tokens, end)}, not ${scopes[i]}`,
        );
      offset += word.length;
    }
  }
  for (const name of plain) {
    const { tokens } = grammar.tokenizeLine(`place ${name} in a`, textmate.INITIAL);
    assert.ok(!/keyword\.control|storage|unit/.test(scopesAt(tokens, 6)), `\`${name}\`: ${scopesAt(tokens, 6)}`);
  }
  return lines.length + plain.length;
}
