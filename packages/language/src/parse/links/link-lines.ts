// Finds links that equal one before them but for their indices and the number of their length, by their text alone.
import type * as ast from '../../generated/ast.ts';
import type { Cursor } from '../cursor/cursor.ts';
import { type Extent, extentOf, type Node, type SyntaxNode, type WithStatements } from '../tree/syntax-node.ts';
import { addLine, type LinesOfFile, type LinkHead, LinkLine, type LinkModel } from './link-line.ts';

/** Maximum number of heads remembered for a body, and of paths remembered for a head. */
const maxHeads = 16;
const maxPaths = 4096;
/** Links without a match before the search is given up: a file may have no two alike. */
const maxInVain = 256;
/** Longer paths aren't remembered. */
const maxPathLength = 512;

/** A head, and what followed it. */
interface Known extends LinkHead {
  readonly models: Map<string, LinkModel>;
  /** The model that matched last. */
  last: LinkModel | undefined;
}

export class LinkLines {
  /** What the lines share that are found. They may outlast the text. */
  private readonly file: LinesOfFile;
  private readonly indices: number[] = [];
  private readonly text: string;
  /** The body that is being read, and the heads in it: what a name refers to depends on its body. */
  private body: SyntaxNode | undefined;
  private heads: Known[] = [];
  private inVain = 0;

  constructor(text: string, read: LinesOfFile['read']) {
    this.text = text;
    this.file = { indices: this.indices, read };
  }

  /** The link at the cursor, if it is like one before it in the same body; moves the cursor after it. */
  take(at: Cursor, body: WithStatements): LinkLine | undefined {
    if (body !== this.body) return undefined;
    const { start } = at;
    const first = this.indices.length;
    for (let i = 0; i < this.heads.length; i++) {
      const head = this.heads[i] as Known;
      const pathAt = this.matchHead(head, start);
      const end = pathAt < 0 ? -1 : this.endOfPath(head, pathAt);
      const model = head.last;
      if (end < 0 || model === undefined) {
        this.indices.length = first;
        continue;
      }
      // The next one likely has the same form.
      if (i > 0) this.heads.unshift(...this.heads.splice(i, 1));
      const line = new LinkLine(start, end, model, this.file, first);
      addLine(model, line);
      this.inVain = 0;
      at.leap(end);
      return line;
    }
    return undefined;
  }

  /** Offset of the path if a head is here; -1 otherwise. Adds the indices. */
  private matchHead({ stretches }: LinkHead, start: number): number {
    const { text, indices } = this;
    const last = stretches.length - 1;
    let at = start;
    for (let i = 0; i <= last; i++) {
      const stretch = stretches[i] as string;
      if (!text.startsWith(stretch, at)) return -1;
      at += stretch.length;
      if (i === last) break;
      const digits = at;
      let index = 0;
      for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48)
        index = index * 10 + digit;
      if (!isPlain(at - digits, index)) return -1;
      indices.push(index);
    }
    return at;
  }

  /** Where the path ends that follows a head here, if there is a model of it, which is the last that matched then; -1 otherwise. */
  private endOfPath(head: Known, at: number): number {
    const { text } = this;
    const likeLast = head.last === undefined ? -1 : pathEnd(text, at, head.last);
    if (likeLast >= 0) return likeLast;
    const rest = text.slice(at, at + maxPathLength);
    const path = rest.slice(0, rest.indexOf('}') + 1);
    const model = head.models.get(formOf(path)) ?? head.models.get(path);
    const end = model === undefined ? -1 : pathEnd(text, at, model);
    if (end >= 0) head.last = model;
    return end;
  }

  /** Remembers a link without problems, if others can be like it. */
  learn(link: Node<ast.Link>, body: WithStatements): void {
    if (body !== this.body) {
      this.body = body;
      this.heads = [];
      this.inVain = 0;
    }
    if (this.inVain > maxInVain) return;
    this.inVain++;
    const found = headOf(link, this.text);
    if (found === undefined) return;
    const to = extentOf(link.to[0] as ast.Selector);
    const path = this.text.slice(to.end, link.$end);
    // Its first `}` must be its last, so that the text alone shows where it ends.
    if (path.length > maxPathLength || path.indexOf('}') !== path.length - 1) return;
    const same = (each: LinkHead): boolean =>
      each.stretches.length === found.stretches.length && each.stretches.every((it, i) => it === found.stretches[i]);
    let head = this.heads.find(same);
    if (head === undefined) this.heads.unshift((head = { ...found, models: new Map(), last: undefined }));
    if (this.heads.length > maxHeads) this.heads.pop();
    if (head.models.size >= maxPaths) return;
    const medium = extentOf(link.medium as ast.TypeUse).start - to.end;
    const number = numberIn(link, this.text, to.end);
    head.models.set(number === undefined ? path : formOf(path), { link, head, path, number, medium, lines: [] });
  }
}

const lengthInPath = /(?<=[\s{]length\s+)\d+(?:\.\d+)?/;

/** The text of a path without the number of its length: what those share that differ in it alone. */
function formOf(path: string): string {
  return path.replace(lengthInPath, '');
}

/** A number without exponent and of few enough digits, as a length has. */
const plainNumber = /^\d{1,9}(?:\.\d{1,9})?$/;

/** Where in a path the number of its length is; undefined where that isn't a plain one, or isn't the first of that name. */
function numberIn({ statements }: ast.Link, text: string, pathAt: number): Extent | undefined {
  const [property, ...more] = statements.filter((each) => each.$type === 'Property' && each.name === 'length');
  if (property?.$type !== 'Property' || more.length > 0) return undefined;
  const [item, ...others] = property.items;
  if (item?.value?.$type !== 'Quantity' || item.counted !== undefined || others.length > 0) return undefined;
  const { start } = extentOf(item.value);
  const found = lengthInPath.exec(text.slice(pathAt, extentOf(item.value).end));
  if (found === null || found.index !== start - pathAt || !plainNumber.test(found[0])) return undefined;
  return { start: found.index, end: found.index + found[0].length };
}

/** Where a path ends that is like that of a model; -1 where it isn't. */
function pathEnd(text: string, at: number, { path, number }: LinkModel): number {
  if (number === undefined) return text.startsWith(path, at) ? at + path.length : -1;
  if (text.startsWith(path, at)) return at + path.length;
  for (let i = 0; i < number.start; i++) if (text.charCodeAt(at + i) !== path.charCodeAt(i)) return -1;
  const start = at + number.start;
  const whole = endOfDigits(text, start);
  const end = text.charCodeAt(whole) === 46 ? endOfDigits(text, whole + 1) : whole;
  const fraction = end - whole - 1;
  if (whole === start || whole - start > 9 || fraction === 0 || fraction > 9) return -1;
  for (let i = number.end; i < path.length; i++)
    if (text.charCodeAt(end + i - number.end) !== path.charCodeAt(i)) return -1;
  return end + path.length - number.end;
}

function endOfDigits(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(end)) end++;
  return end;
}

/** Whether digits are a plain index: without leading zeros, and exact. */
function isPlain(digits: number, index: number): boolean {
  return digits > 0 && digits <= 9 && (digits === 1 || index >= 10 ** (digits - 1));
}

/** The head of a link of one port to one port over a medium with properties, on one line; undefined for others. */
function headOf(link: Node<ast.Link>, text: string): LinkHead | undefined {
  const { from, to, pattern, medium, hasBody, statements } = link;
  if (from.length !== 1 || to.length !== 1 || pattern !== undefined || medium === undefined || !hasBody)
    return undefined;
  if (!statements.every((each) => each.$type === 'Property')) return undefined;
  if (/[\r\n]/.test(text.slice(link.$start, link.$end))) return undefined;
  const [fromSide, toSide] = [from[0] as ast.Selector, to[0] as ast.Selector];
  const [first, second] = [extentOf(fromSide), extentOf(toSide)];
  const [ofFrom, ofTo] = [indicesIn(fromSide), indicesIn(toSide)];
  if (ofFrom === undefined || ofTo === undefined || ofFrom.length + ofTo.length === 0) return undefined;
  const stretches: string[] = [];
  let at = link.$start;
  for (const index of [...ofFrom, ...ofTo]) {
    const { start, end } = extentOf(index);
    if (!isPlain(end - start, index.value)) return undefined;
    stretches.push(text.slice(at, start));
    at = end;
  }
  stretches.push(text.slice(at, second.end));
  const digits = (indices: readonly ast.Numeral[]): number =>
    indices.reduce((all, each) => all + extentOf(each).end - extentOf(each).start, 0);
  const [before, all] = [digits(ofFrom), digits(ofFrom) + digits(ofTo)];
  const within = /\s/.test(text.slice(first.start, first.end)) || /\s/.test(text.slice(second.start, second.end));
  if (within) return undefined;
  return {
    stretches,
    indicesFrom: ofFrom.length,
    from: first.start - link.$start,
    fromEnd: first.end - link.$start - before,
    to: second.start - link.$start - before,
    toEnd: second.end - link.$start - all,
  };
}

/** The indices of a selector, where each is one number. */
function indicesIn({ segments, channels }: ast.Selector): ast.Numeral[] | undefined {
  const found: ast.Numeral[] = [];
  const one = (item: ast.IndexItem | undefined): boolean => {
    if (item === undefined || item.all || item.high !== undefined || item.low?.$type !== 'Numeral') return false;
    found.push(item.low);
    return true;
  };
  for (const segment of segments) {
    if (segment.$type !== 'Segment') return undefined;
    for (const { items } of segment.dimensions) if (items.length !== 1 || !one(items[0])) return undefined;
  }
  return channels === undefined || one(channels) ? found : undefined;
}
