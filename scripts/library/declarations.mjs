// The declarations in a `.d.ts` file as the compiler writes it: the name, the comment and the text of each, and what it imports.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const kinds = /^(?:export )?(?:declare )?(?:abstract )?(interface|class|type|const|function|enum) (?:unique )?([\w$]+)/;

/**
 * @typedef {{ name: string, kind: string, exported: boolean, comment: string, text: string }} Declaration
 * @typedef {{ path: string, declarations: Declaration[], imports: Map<string, { from: string, name: string }>,
 *   exports: Map<string, { from: string, name: string }>, stars: string[] }} DeclarationFile
 */

/** Reads a file. @returns {DeclarationFile} */
export function readDeclarations(path) {
  const file = { path, declarations: [], imports: new Map(), exports: new Map(), stars: [] };
  for (const { comment, text } of statements(readFileSync(path, 'utf8'))) {
    const [, clause, star, names, from] =
      /^(import|export) (?:type )?(?:(\*)|\{([^}]*)\}) from '([^']+)';$/.exec(text) ?? [];
    const target = from?.startsWith('.') ? join(dirname(path), from.replace(/\.ts$/, '.d.ts')) : from;
    if (star !== undefined) file.stars.push(target);
    else if (names !== undefined) {
      for (const each of names.split(',')) {
        const [name, as = name] = each
          .trim()
          .replace(/^type /, '')
          .split(/ as /);
        if (name !== '') file[`${clause}s`].set(as, { from: target, name });
      }
    } else if (text !== 'export {};') {
      const [, kind, name] = kinds.exec(text) ?? [];
      if (name === undefined) throw new Error(`${path} has a declaration that nobody can read: ${text.slice(0, 80)}`);
      file.declarations.push({ name, kind, exported: text.startsWith('export '), comment, text });
    }
  }
  return file;
}

/** Each statement with the comment above it. */
function* statements(source) {
  let comment = '';
  let start = 0;
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const sign = source[i];
    if (sign === '/' && (source[i + 1] === '/' || source[i + 1] === '*')) {
      const end = source[i + 1] === '/' ? source.indexOf('\n', i) : source.indexOf('*/', i) + 2;
      if (source.slice(start, i).trim() === '') {
        comment = source[i + 1] === '*' ? source.slice(i, end) : '';
        start = end;
      }
      i = end - 1;
    } else if (sign === "'" || sign === '"' || sign === '`') {
      for (i++; source[i] !== sign; i++) if (source[i] === '\\') i++;
    } else if ('{[('.includes(sign)) depth++;
    else if ('}])'.includes(sign)) depth--;
    const isEnd =
      depth === 0 &&
      (sign === ';' ||
        (sign === '}' && /^\s*(?:export )?(?:declare )?(?:interface|class|enum) /.test(source.slice(start, i))));
    if (!isEnd) continue;
    yield { comment, text: source.slice(start, i + 1).trim() };
    comment = '';
    start = i + 1;
  }
}

/** A text without its comments and what is in quotes. */
export function codeOf(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
}
