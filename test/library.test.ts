// The part library: it means what it says, and every number says where it comes from.

import { libraryNames, libraryText, libraryUri } from '@lightloom/language';
import { analyzeText } from '@lightloom/language/testing';
import { type AstNode, AstUtils, type Reference } from 'langium';
import { describe, expect, it } from 'vitest';

interface PropertyNode extends AstNode {
  readonly name: string;
  readonly items: readonly { readonly value: { readonly $type: string } }[];
  readonly provenance?: { readonly text: string };
}

describe.each(libraryNames())('std/%s', (name) => {
  const text = libraryText(libraryUri(name)) ?? '';

  it('has no problem when read as a file of the user’s', async () => {
    const { analysis, document } = await analyzeText(text);
    expect(analysis.findings.map((each) => each.message)).toEqual([]);
    const unresolved = (document.references as Reference[])
      .filter((each) => each.error !== undefined)
      .map((each) => each.$refText);
    const words = [
      'unknown',
      'liquid',
      'air',
      'single-mode',
      'multimode',
      'published',
      'draft',
      'KP4',
      'retimed',
      'half-retimed',
      'linear',
    ];
    expect(unresolved.filter((each) => !words.includes(each))).toEqual([]);
  });

  it('gives a source, or a reason, for every number', async () => {
    const { document } = await analyzeText(text);
    const bare = AstUtils.streamAst(document.parseResult.value)
      .filter((node): node is PropertyNode => node.$type === 'Property')
      .filter((node) =>
        node.items.some(
          ({ value }) => value.$type === 'Quantity' || (value.$type === 'Numeral' && node.name !== 'channels'),
        ),
      )
      .filter((node) => (node.provenance?.text.length ?? 0) < 5)
      .map((node) => node.$cstNode?.text)
      .toArray();
    expect(bare).toEqual([]);
  });
});
