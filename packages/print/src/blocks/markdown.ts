// Sections as Markdown.
import { markdownTable } from '../markdown/table.ts';
import { code, joined, Markdown, markdown, sentence } from '../shown/index.ts';
import { type Block, type Cell, fullCell, type NamedFigure, type Section, type Table } from './block.ts';
import type { Rich } from './rich.ts';

/** A heading and what is below it; nothing for a section without content. */
export function markdownSection({ title, blocks }: Section): string[] {
  return blocks.length === 0 ? [] : [markdown`## ${title}`.source, ...blocks.map(markdownBlock)];
}

/** A block between two empty lines. */
export function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'table':
      return ofTable(block);
    case 'text':
      return ofRich(block.text).source;
    case 'note':
      return `> **${block.title}:** ${ofRich(block.text).source}`;
    case 'list':
      return block.items.map((each) => `- ${ofRich(each).source}`).join('\n');
    case 'figures': {
      const [name, value] = block.heads;
      return markdownTable([{ head: name }, { head: value, align: 'right' }], block.figures.flatMap(figureRows));
    }
  }
}

/** A figure, and below it what says more about it. */
function figureRows({ name, value, parts = [] }: NamedFigure): (string | Markdown)[][] {
  return [[name, ofCell(value)], ...parts.map((each) => [`– ${each.name}`, ofCell(each.value)])];
}

function ofTable({ caption, columns, rows }: Table): string {
  const printed = markdownTable(
    columns,
    rows.map((row) => row.map(ofCell)),
  );
  return caption === undefined ? printed : `${markdown`${caption}:`.source}\n\n${printed}`;
}

function ofCell(cell: Cell): Markdown {
  return ofRich(fullCell(cell).text);
}

function ofRich(rich: Rich): Markdown {
  if (typeof rich === 'string') return joined([rich], '');
  if (isMany(rich)) return joined(rich.map(ofRich), '');
  switch (rich.kind) {
    case 'code':
      return code(rich.text);
    case 'strong':
      return new Markdown(`**${joined([rich.text], '').source}**`);
    case 'sentence':
      return sentence(rich.text);
    case 'lines':
      return joined(rich.lines.map(ofRich), ' ');
  }
}

function isMany(rich: Rich): rich is readonly Rich[] {
  return Array.isArray(rich);
}
