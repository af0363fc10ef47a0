// Patterns of paths: `*`, `**`, `?` and `{a,b}`. Matching takes no more than the product of both lengths, whoever wrote the pattern.

/** A pattern that was read. */
export interface Pattern {
  readonly text: string;
  /** The patterns without braces that it is short for: each a list of steps. */
  readonly variants: readonly (readonly string[])[];
}

/** The largest number of patterns without braces that one is short for. */
const maxVariants = 100;

/** Reads a pattern; a sentence when it can't be one, with what to do. */
export function readPattern(text: string): Pattern | { readonly message: string; readonly help: string } {
  const own = 'Write it from the folder of this file, with forward slashes, such as `drafts/**`.';
  if (text.trim() === '') return { message: 'A pattern is empty.', help: own };
  if (text.includes('\\')) return { message: 'A pattern has no backslashes.', help: own };
  if (/^(?:\/|[A-Za-z]:)/.test(text)) return { message: 'A pattern is not an absolute path.', help: own };
  if (text.startsWith('!')) return { message: 'A pattern has no exceptions with `!`.', help: 'Name what is meant.' };
  if (/[[\]]/.test(text))
    return { message: 'A pattern has no `[` and `]`.', help: 'Use `*`, `**`, `?` and `{a,b}`; `?` matches a bracket.' };
  const braces = expand(text.replace(/^(?:\.\/)+/, '').replace(/\/$/, '/**'));
  if (braces === 'unbalanced') return { message: 'The braces of a pattern must be in pairs.', help: 'Write `{a,b}`.' };
  if (braces === 'too many')
    return {
      message: `A pattern has at most ${maxVariants} alternatives.`,
      help: 'Split it into several patterns.',
    };
  const variants = braces.map((each) => each.split('/')).map(withAllBelow);
  const has = (...names: readonly string[]): boolean =>
    variants.some((steps) => steps.some((step) => names.includes(step)));
  if (has('..')) return { message: 'A pattern does not lead out of the folder with `..`.', help: own };
  if (has('.', '')) return { message: 'A pattern has no empty steps, and none called `.`.', help: own };
  return { text, variants };
}

/** `drafts` names a folder as well as a file, with all that is in it. */
function withAllBelow(steps: readonly string[]): readonly string[] {
  return /[*?]/.test(steps.at(-1) ?? '') ? steps : [...steps, '**'];
}

/** Whether a pattern matches a path. @param path relative to the folder of the configuration, with forward slashes */
export function matchesPattern({ variants }: Pattern, path: string): boolean {
  return variants.some((steps) => matchesSteps(steps, path));
}

/** Whether a pattern matches everything in a folder. @param path of the folder, as above */
export function matchesAllIn({ variants }: Pattern, path: string): boolean {
  // What ends in any number of names and matches the folder matches what is below it, too.
  return variants.some((steps) => steps.at(-1) === '**' && matchesSteps(steps, path));
}

function matchesSteps(steps: readonly string[], path: string): boolean {
  const isName = (step: string, name: string): boolean =>
    matches([...step], [...name], '*', (sign, letter) => sign === '?' || sign === letter);
  return matches(steps, path.split('/'), '**', isName);
}

/**
 * Whether a list of items matches a list of pattern items. After a mismatch, only the last item that matches any number takes one
 * more: an earlier one never has to.
 * @param any the pattern item that matches any number of items
 */
function matches(
  pattern: readonly string[],
  items: readonly string[],
  any: string,
  isOne: (item: string, own: string) => boolean,
): boolean {
  let [at, next, last, taken] = [0, 0, -1, 0];
  while (next < items.length) {
    const own = pattern[at];
    if (own === any) {
      last = at++;
      taken = next;
    } else if (own !== undefined && isOne(own, items[next] ?? '')) {
      at++;
      next++;
    } else if (last >= 0) {
      at = last + 1;
      next = ++taken;
    } else return false;
  }
  return pattern.slice(at).every((each) => each === any);
}

/** The patterns without braces that a pattern is short for. */
function expand(text: string): readonly string[] | 'unbalanced' | 'too many' {
  let done: string[] = [''];
  /** For each open brace: what is before it, and the alternatives so far. */
  const open: { readonly before: string[]; readonly alternatives: string[] }[] = [];
  for (const sign of text) {
    const inner = open.at(-1);
    if (sign === '{') {
      open.push({ before: done, alternatives: [] });
      done = [''];
    } else if (inner !== undefined && (sign === ',' || sign === '}')) {
      inner.alternatives.push(...done);
      if (inner.before.length * inner.alternatives.length > maxVariants) return 'too many';
      done = [''];
      if (sign === '}') {
        open.pop();
        done = inner.before.flatMap((before) => inner.alternatives.map((each) => before + each));
      }
    } else if (sign === '}') return 'unbalanced';
    else done = done.map((each) => each + sign);
  }
  return open.length > 0 ? 'unbalanced' : done;
}
