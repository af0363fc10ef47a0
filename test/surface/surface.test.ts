// What programs can import is a promise: a change of it fails here. `--update` accepts one; say so in CHANGELOG.md, and raise the
// version as semver has it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as core from '../../packages/core/src/public.ts';
import * as diagram from '../../packages/diagram/src/public.ts';
import * as language from '../../packages/language/src/api/public.ts';
import * as node from '../../packages/language/src/public-node.ts';
import { compileDeclarations, declarationText, surfaceOf, surfaces } from '../../scripts/library/surface.mjs';
import { root } from '../sources.ts';

compileDeclarations(root);

describe('the public surface', () => {
  it.each(surfaces(root).map(({ module, surface }) => [module, surface] as const))('of %s', async (module, surface) => {
    const file = `public/${module.replace('@lightloom/', '').replaceAll('/', '-')}.txt`;
    await expect(declarationText(surface, { comments: false })).toMatchFileSnapshot(file);
  });

  it('is what the modules export', () => {
    const values = surfaces(root).map(({ surface }) =>
      surface.exported.filter(({ kind }) => !['type', 'interface'].includes(kind)).map(({ name }) => name),
    );
    expect(values).toEqual([core, diagram, language, node].map((each) => Object.keys(each).sort()));
  });

  it('names no type of a parser, a protocol or the inside of the core', () => {
    for (const { surface } of surfaces(root)) {
      expect([...surface.foreign.values()].filter((from) => !from.startsWith('@lightloom/'))).toEqual([]);
      const names = [...surface.exported, ...surface.hidden].map(({ name }) => name);
      expect(names).not.toEqual(expect.arrayContaining(['Fabric']));
      expect(names).not.toEqual(expect.arrayContaining(['Facts']));
    }
  });
});

describe('a surface', () => {
  const textOf = (files: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'lightloom-surface-'));
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return declarationText(surfaceOf(join(folder, 'index.d.ts')), { comments: false });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const files = {
    'index.d.ts': "export { type Box, open } from './box.ts';\n",
    'box.d.ts':
      "import type { Size } from './size.ts';\nexport interface Box {\n    /** Its size. */\n    readonly size: Size;\n}\nexport declare function open(box: Box): void;\nexport interface Unasked {\n}\n",
    'size.d.ts': "export type Size = 'a; b' | 'c';\n",
  };

  it('has what is exported, and what that is made of', () => {
    expect(textOf(files)).toBe(
      "export interface Box {\n    readonly size: Size;\n}\nexport declare function open(box: Box): void;\ntype Size = 'a; b' | 'c';\nexport {};\n",
    );
  });

  it('changes with a member, an argument, and a type behind it', () => {
    const before = textOf(files);
    for (const [name, from, to] of [
      ['box.d.ts', 'readonly size', 'size'],
      ['box.d.ts', 'box: Box', 'box?: Box'],
      ['size.d.ts', "'c'", "'d'"],
      ['index.d.ts', 'type Box, ', ''],
    ] as const)
      expect(textOf({ ...files, [name]: files[name].replace(from, to) })).not.toBe(before);
    expect(textOf({ ...files, 'box.d.ts': files['box.d.ts'].replace('Its size', 'The size') })).toBe(before);
  });

  it('has one thing of each name', () => {
    const two = {
      ...files,
      'index.d.ts': "export { type Box, open } from './box.ts';\nexport { type Crate } from './crate.ts';\n",
      'crate.d.ts':
        'interface Size {\n}\nexport interface Crate {\n    readonly size: Size;\n    readonly more: Size[];\n}\n',
    };
    expect(() => textOf(two)).toThrow(/Size is declared in .* and in /);
  });
});
