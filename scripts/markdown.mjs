// Markdown as the generated pages need it.

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A table. */
export function table(heads, rows) {
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}
