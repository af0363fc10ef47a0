// Statements: what starts one, and how each continues.
import type * as ast from '../../generated/ast.ts';
import {
  type KeywordStatement,
  keywords,
  networkKindNames,
  partKinds,
  propertyWords,
  statementOfKeyword,
  type Word,
} from '../../syntax/index.ts';
import { closesMore } from '../cursor/closing-line.ts';
import { attach, type Cursor } from '../cursor/cursor.ts';
import { isMisspeltType, isOverride, misspeltKeyword } from '../cursor/misspelt.ts';
import { notGrouped } from '../cursor/slips.ts';
import type { LinkLines } from '../links/link-lines.ts';
import { missing } from '../tokens/missing.ts';
import { Kind } from '../tokens/token.ts';
import { LinkNode, PropertyNode } from '../tree/frequent-nodes.ts';
import { type Extent, type Node, noBody, type SyntaxNode, type WithStatements } from '../tree/syntax-node.ts';
import { Connections } from './connections.ts';
import { Declarations } from './declarations.ts';
import { Expressions } from './expressions.ts';
import { Items } from './items.ts';
import { Repetition } from './repetition.ts';

/** Groups of digits and commas that one number may have: it has at most 100 characters. */
const maxGroups = 100;

const provenanceWords = ['source', 'assumed'] as const satisfies readonly Word[];

/** What need not be read in full. */
interface Shortcuts {
  /** Finds links that are like others; without it all are read in full. */
  readonly lines?: LinkLines | undefined;
  /** Puts off the body of a type that starts at an offset. Returns where it ends, or -1 where it must be read now. */
  readonly defer?: ((node: WithStatements, brace: number) => number) | undefined;
}

export class Statements {
  /** Reads the statement that a keyword starts. */
  private static readonly readers: Readonly<
    Record<KeywordStatement, (by: Statements, word: string) => SyntaxNode | undefined>
  > = {
    Import: (by) => by.declarations.import(),
    TypeDeclaration: (by, kind) => by.typeWithoutWord(kind),
    Template: (by) => by.declarations.template(),
    Let: (by) => by.declarations.let(),
    Network: (by) => by.declarations.network(),
    Instance: (by, kind) => by.declarations.instance(kind),
    Ports: (by) => by.declarations.ports(),
    Plug: (by) => by.connections.plug(),
    Link: (by) => by.connections.link(),
    Place: (by) => by.connections.place(),
    For: (by) => by.repetition.for(),
    If: (by) => by.repetition.if(),
    Else: (by) => by.repetition.else(),
    Require: (by) => by.connections.require(),
    Allow: (by) => by.connections.allow(),
    View: (by) => by.declarations.view(),
    Phase: (by) => by.declarations.phase(),
  };

  private readonly at: Cursor;
  private readonly values: Expressions;
  private readonly items: Items;
  private readonly declarations: Declarations;
  private readonly connections: Connections;
  private readonly repetition: Repetition;
  private readonly lines: Shortcuts['lines'];
  private readonly defer: Shortcuts['defer'];

  constructor(cursor: Cursor, { lines, defer }: Shortcuts = {}) {
    this.at = cursor;
    this.lines = lines;
    this.defer = defer;
    this.values = new Expressions(cursor);
    this.items = new Items(cursor, this.values);
    const body = (node: SyntaxNode): void => this.body(node);
    this.declarations = new Declarations(cursor, this.values, body);
    this.connections = new Connections(cursor, this.values, body);
    this.repetition = new Repetition(cursor, this.values, body);
  }

  readFile(root: SyntaxNode): void {
    const file = root as WithStatements;
    file.statements = [];
    while (this.at.kind !== Kind.end) {
      if (this.at.kind === Kind.braceClose) {
        this.at.forgive();
        this.at.problem({
          rule: 'syntax/unexpected',
          message: 'This `}` closes nothing.',
          start: this.at.start,
          end: this.at.end,
          fix: { title: 'Remove it', edits: [{ start: this.at.start, end: this.at.end, text: '' }] },
        });
        this.at.advance();
      } else this.readStatement(file);
    }
  }

  /** Reads statements up to an offset. Returns whether something starts there: a statement, the `}` of the body, or the end. */
  readUpTo(root: SyntaxNode, offset: number): boolean {
    const file = root as WithStatements;
    file.statements = [];
    const { at } = this;
    while (at.start < offset && at.kind !== Kind.end && at.kind !== Kind.braceClose) this.readStatement(file);
    return at.start === offset;
  }

  /** Reads one statement into a parent. Always takes at least one token. */
  private readStatement(parent: WithStatements): void {
    const { at } = this;
    at.forgive();
    const before = at.position;
    const line = this.lines !== undefined && at.isWord('link') ? this.lines.take(at, parent) : undefined;
    if (line !== undefined) {
      addStatement(line, parent);
      return;
    }
    const indent = at.indentAt(at.start);
    const problems = at.problems.length + at.tokenProblems;
    const statement = this.statement();
    if (statement !== undefined) {
      at.close(statement);
      addStatement(statement, parent);
      if (statement instanceof LinkNode && !at.failed && at.problems.length + at.tokenProblems === problems)
        this.lines?.learn(statement as Node<ast.Link>, parent);
    }
    if (at.failed) at.recover(indent);
    if (at.position === before) {
      at.complain('Expected a statement');
      at.advance();
      at.recover(indent);
    }
  }

  /** Reads a question for a fact, which is the whole text. */
  readQuestion(root: SyntaxNode): ast.Require {
    const file = root as WithStatements;
    file.statements = [];
    const { at } = this;
    at.takeWord('require');
    const question = this.connections.question();
    addStatement(question, file);
    if (at.kind !== Kind.end) at.complain('Expected the end of the fact');
    return question;
  }

  /** Reads a link. */
  readLink(): SyntaxNode {
    return this.at.close(this.connections.link());
  }

  private statement(): SyntaxNode | undefined {
    const { at } = this;
    if (at.kind !== Kind.name) return undefined;
    const next = at.kindAt(1);
    if (next === Kind.colon && networkKindNames.some((each) => at.isWord(each, 2)))
      return this.declarations.headlessNetwork();
    if (next === Kind.colon && startsValue.has(at.kindAt(2))) return this.property();
    if (isOverride(at)) return this.declarations.override();
    // `su[1..2] : Unit`: a name, even where it is a keyword.
    if (next === Kind.bracketOpen || next === Kind.colon) return this.declarations.templateInstance();
    const word = at.text;
    if (word === 'type' && at.kindAt(1) === Kind.name && (at.isWord('is', 2) || at.kindAt(2) === Kind.braceOpen)) {
      at.complain('Expected the kind of part before `type`');
      return undefined;
    }
    if (word === 'when' && at.isWord('any', 1)) {
      at.problem({
        rule: 'syntax/expected',
        message: '`when` follows a requirement.',
        start: at.start,
        end: at.end,
        help: 'Write what is required first: `require links(backend) >= 4 when any 1 of spine fail`.',
      });
      return undefined;
    }
    const read = this.keyword(word);
    if (read !== undefined) return read;
    const suggestion = misspeltKeyword(at, word);
    if (suggestion === undefined) return next === Kind.braceOpen ? this.declarations.override() : this.property();
    at.problem({
      rule: 'syntax/keyword',
      message: `\`${word}\` isn't a keyword that starts a statement.`,
      start: at.start,
      end: at.end,
      suggestion,
    });
    return this.keyword(suggestion);
  }

  private keyword(word: string): SyntaxNode | undefined {
    const { at } = this;
    if (partKinds.has(word) && at.isWord('type', 1)) return this.declarations.typeDeclaration(word);
    if (partKinds.has(word) && isMisspeltType(at)) return this.declarations.misspeltType(word);
    const type = statementOfKeyword.get(word);
    return type === undefined ? undefined : Statements.readers[type](this, word);
  }

  /** `module X { … }`: a kind of part without the word `type`. Undefined where the kind is the name of a property. */
  private typeWithoutWord(kind: string): Node<ast.TypeDeclaration> | undefined {
    const { at } = this;
    if (propertyWords.has(kind)) return undefined;
    const node = at.open<ast.TypeDeclaration>('TypeDeclaration');
    at.advance();
    at.complain(`Expected \`type\` after \`${kind}\``);
    return this.declarations.restOfType(node, kind);
  }

  private property(): Node<ast.Property> {
    const { at } = this;
    const node = new PropertyNode(at.start, at.text) as Node<ast.Property>;
    at.advance();
    at.takeWord('by');
    if (at.kind === Kind.equals || at.kind === Kind.colon)
      this.separator(`\`${node.name}\` needs no \`${at.text}\` before its value.`);
    const next = at.firstOnLine && (at.layout || (keywords.has(at.text) && at.kindAt(1) === Kind.name));
    if (at.kind === Kind.end || at.kind === Kind.braceClose || next) {
      at.problem({
        rule: 'syntax/no-value',
        message: `\`${node.name}\` has no value.`,
        start: node.$start,
        end: at.previousEnd,
      });
      return node;
    }
    node.items = [attach(this.items.item(node.name), node)];
    while (!this.isDecimalComma(node) && !this.isCommaBetween() && at.take(Kind.comma))
      node.items.push(attach(this.items.item(node.name), node));
    const word = this.provenanceWord();
    if (word !== undefined) node.provenance = attach(this.provenance(word), node);
    return node;
  }

  /** `source` or `assumed`, if this word is one of them or a misspelling of it. */
  private provenanceWord(): (typeof provenanceWords)[number] | undefined {
    const { at } = this;
    if (at.kind !== Kind.name) return undefined;
    for (const each of provenanceWords) if (at.isWord(each)) return each;
    return at.kindAt(1) === Kind.text ? provenanceWords.find((each) => at.resembles(each)) : undefined;
  }

  /** Reports a sign that doesn't belong here, and skips it. */
  private separator(message: string, suggestion?: string): void {
    const { at } = this;
    const removal = { title: 'Remove it', edits: [{ start: at.start, end: at.end, text: '' }] };
    const rest = suggestion === undefined ? { help: 'Remove it.', fix: removal } : { suggestion };
    at.problem({ rule: 'syntax/separator', message, start: at.start, end: at.end, isEvident: true, ...rest });
    at.advance();
  }

  /** `1,5 kW`: reports a comma in the place of a decimal point, and skips what follows it. */
  private isDecimalComma(node: ast.Property): boolean {
    const { at } = this;
    if (at.kind !== Kind.comma) return false;
    const touches = at.start === at.previousEnd && at.startAt(1) === at.end;
    if (!touches) return false;
    const before = node.items.at(-1)?.value as Node<ast.Expression> | undefined;
    if (before?.$type !== 'Numeral') return false;
    const end = this.groupedEnd(before.$start);
    if (end !== undefined) {
      notGrouped(this.at, before.$start, end);
      return true;
    }
    if (at.kindAt(1) !== Kind.quantity) return false;
    this.separator('A comma separates the values of a list; a decimal number has a point.', '.');
    at.advance();
    return true;
  }

  /** The end of a number with separators of thousands that starts at an offset: `1,200 W`, `1,200.5 W`, `1.200,5 W`. */
  private groupedEnd(start: number): number | undefined {
    const { at } = this;
    let ahead = 0;
    while (ahead < maxGroups && (at.kindAt(ahead) === Kind.comma || at.kindAt(ahead) === Kind.number)) ahead++;
    if (at.kindAt(ahead) !== Kind.quantity) return undefined;
    const end = at.startAt(ahead) + at.textAt(ahead).length;
    const written = at.slice(start, end);
    const isGrouped = /^[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:\.[0-9]{3})+,[0-9]+)(?![0-9.,])/.test(written);
    return isGrouped ? end : undefined;
  }

  /** `power 100 W, flow 2 L/min`: reports a comma between properties. */
  private isCommaBetween(): boolean {
    const { at } = this;
    if (at.kind !== Kind.comma || at.kindAt(1) !== Kind.name || !startsValue.has(at.kindAt(2))) return false;
    if (at.lastOnLine(1) || at.isWord('x', 2)) return false;
    this.separator('Properties have no comma between them.');
    return true;
  }

  private provenance(kind: ast.Provenance['kind']): Node<ast.Provenance> {
    const node = this.at.open<ast.Provenance>('Provenance');
    node.kind = kind;
    if (!this.at.takeWord(kind)) this.at.misspelt(kind);
    node.text = this.values.string(node.kind === 'source' ? 'the source in quotes' : 'the reason in quotes');
    return this.at.close(node);
  }

  /** Reads the body of a node, which is the whole text. */
  readBodyOf(node: SyntaxNode): void {
    this.body(node);
  }

  /** A body in braces, or none. */
  private body(node: SyntaxNode): void {
    const { at } = this;
    const parent = noBody(node);
    const indent = at.indentAt(node.$start);
    if (at.failed) at.skipOnLine(Kind.braceOpen);
    if (this.defer !== undefined && node.$type === 'TypeDeclaration' && at.kind === Kind.braceOpen) {
      const end = this.defer(parent, at.start);
      if (end >= 0) {
        at.leap(end);
        return;
      }
    }
    const opened = { start: at.start, end: at.end };
    if (!at.take(Kind.braceOpen)) {
      // What is indented deeper than the header belongs in its body.
      const deeper = at.firstOnLine ? at.indentAt(at.start) > indent : this.startsBodyOf(node);
      if (!at.layout || at.kind !== Kind.name || !deeper) return;
      at.problem({
        rule: 'syntax/expected',
        message: 'Expected `{` before the body.',
        start: Math.max(0, at.previousEnd - 1),
        end: at.previousEnd,
      });
      node.$guessed = true;
    }
    parent.hasBody = true;
    // Mistakes in the body are reported even after one in the header.
    if (at.failed) at.forgive();
    if (at.enter()) {
      this.readBody(parent, opened, indent);
      at.leave();
    } else at.skipBody();
  }

  /** Whether what follows on the line of a header can only be the start of its body. */
  private startsBodyOf(node: SyntaxNode): boolean {
    const { at } = this;
    if (node.$type === 'Ports' || node.$type === 'TemplateInstance' || node.$type === 'Override') return false;
    const next = at.kindAt(1);
    // `su[1..2] : Unit`: a name, even where it is a keyword.
    if (next === Kind.bracketOpen || next === Kind.colon) return false;
    return at.isWord('ports') || !keywords.has(at.text);
  }

  private readBody(parent: WithStatements, opened: Extent, indent: number): void {
    const { at } = this;
    while (at.kind !== Kind.braceClose) {
      // A line that closes a body which began on an earlier one belongs to it, whatever its indent.
      const outside = at.layout && at.firstOnLine && at.indentAt(at.start) <= indent && !closesMore(at);
      if (at.kind === Kind.end || outside) {
        at.forgive();
        at.problem({
          rule: 'syntax/unclosed',
          message: "This `{` isn't closed.",
          start: opened.start,
          end: opened.end,
          help: 'Close it with `}`.',
          ...missing(
            !at.slice(opened.start, at.previousEnd).includes('\n') ? ' }' : `\n${' '.repeat(indent)}}`,
            at.previousEnd,
          ),
        });
        at.forgive();
        return;
      }
      this.readStatement(parent);
    }
    // A list that has grown has room for more, and the list of a body won't grow.
    if (parent.statements.length > 2) parent.statements = parent.statements.slice();
    at.advance();
    at.forgive();
  }
}

function addStatement(statement: SyntaxNode, parent: WithStatements): void {
  const { statements } = parent;
  attach(statement, parent);
  // A list that grows reserves room for many, and most bodies of a generated file hold one or two.
  if (statements.length === 0) parent.statements = [statement];
  else if (statements.length === 1) parent.statements = [statements[0] as SyntaxNode, statement];
  else statements.push(statement);
}

/** What can start a value and can't follow a name in a list. */
const startsValue: ReadonlySet<number> = new Set([Kind.quantity, Kind.number, Kind.text, Kind.comparator]);
