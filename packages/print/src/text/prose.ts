// Prose in lines of a readable length.

/** Cells of a line of prose, however wide the terminal. */
const proseWidth = 100;

/**
 * Prose in lines of a readable length.
 * @param indent what each line starts with
 */
export function prose(text: string, indent = '  '): string {
  const lines: string[] = [];
  const start = indent.slice(1);
  let line = start;
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 > proseWidth && line.trim() !== '') {
      lines.push(line);
      line = start;
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
