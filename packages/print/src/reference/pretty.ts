// A word of the language for the terminal: each meaning with its form and what belongs to it.
import { defineFormat } from '../format/format.ts';
import { prose } from '../text/prose.ts';
import { type ReferenceTopic, referenceDocument } from './document.ts';

/** The widest name beside which its line stands; a longer one has it below. */
const nameWidth = 28;

export const format = defineFormat({
  document: referenceDocument,
  name: 'pretty',
  title: 'text, for a terminal',
  print({ word, meanings }, { theme }) {
    const parts = meanings.map(({ is, doc, form, entries = [] }) =>
      [
        `${theme.strong(word)}: ${is}`,
        prose(doc),
        ...(form === undefined ? [] : [prose(form, '    ')]),
        ...(entries.length === 0 ? [] : ['', listed(entries, theme.strong)]),
      ].join('\n'),
    );
    return `${parts.join('\n\n')}\n`;
  },
});

type Entries = NonNullable<ReferenceTopic['meanings'][number]['entries']>;

/** Names with their lines beside them, in a column. */
function listed(entries: Entries, strong: (text: string) => string): string {
  const widths = entries.map(({ name }) => name.length).filter((each) => each <= nameWidth);
  const width = Math.max(0, ...widths);
  const indent = ' '.repeat(width + 4);
  return entries
    .map(({ name, doc }) => {
      const lines = prose(doc, indent);
      return name.length > width
        ? `  ${strong(name)}\n${lines}`
        : `  ${strong(name)}${' '.repeat(width - name.length + 2)}${lines.trimStart()}`;
    })
    .join('\n');
}
