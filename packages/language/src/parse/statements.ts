// Statements: what starts one, and how each goes on.
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { attach, type Cursor } from './cursor.ts';
import { Expressions } from './expressions.ts';
import { closest } from './closest.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { Kind } from './token.ts';
import { instanceKinds, partKinds, propertyWords, statementWords } from './words.ts';

type Node<T> = T & SyntaxNode;
type WithStatements = SyntaxNode & { statements: AstNode[]; hasBody?: boolean };

export class Statements {
  private readonly at: Cursor;
  private readonly values: Expressions;

  constructor(cursor: Cursor) {
    this.at = cursor;
    this.values = new Expressions(cursor);
  }

  readFile(root: SyntaxNode): void {
    const file = root as WithStatements;
    file.statements = [];
    while (this.at.kind !== Kind.end) {
      if (this.at.kind === Kind.braceClose) {
        this.at.forgive();
        this.at.problem({ rule: 'syntax/unexpected', message: 'Nothing is open here that this `}` could close.', start: this.at.start, end: this.at.end });
        this.at.advance();
      } else this.readStatement(file);
    }
  }

  /** Reads one statement into a parent. Always takes at least one token. */
  private readStatement(parent: WithStatements): void {
    const { at } = this;
    at.forgive();
    const before = at.position;
    const indent = at.indentAt(at.start);
    const statement = this.statement();
    if (statement !== undefined) {
      at.close(statement);
      parent.statements.push(attach(statement, parent, 'statements', parent.statements.length));
    }
    if (at.failed) at.recover(indent);
    if (at.position === before) {
      at.complain('Expected a statement');
      at.advance();
      at.recover(indent);
    }
  }

  private statement(): SyntaxNode | undefined {
    const { at } = this;
    if (at.kind !== Kind.name) return undefined;
    // `su[1..2] : Unit`, whatever word the name is.
    const next = at.kindAt(1);
    if (next === Kind.bracketOpen || next === Kind.colon) return this.templateInstance();
    const word = at.text;
    const read = this.keyword(word);
    if (read !== undefined) return read;
    const meant = this.misspelt(word);
    if (meant !== undefined) {
      at.problem({ rule: 'syntax/keyword', message: `\`${word}\` starts no statement.`, start: at.start, end: at.end, help: `Did you mean \`${meant}\`?` });
      return this.keyword(meant);
    }
    return this.property();
  }

  private keyword(word: string): SyntaxNode | undefined {
    const { at } = this;
    if (partKinds.has(word) && at.isWord('type', 1)) return this.typeDeclaration(word);
    if (instanceKinds.has(word)) return this.instance(word);
    switch (word) {
      case 'import':
        return this.import();
      case 'network':
        return this.network();
      case 'template':
        return this.template();
      case 'let':
        return this.let();
      case 'ports':
        return this.ports();
      case 'plug':
        return this.plug();
      case 'link':
        return this.link();
      case 'place':
        return this.place();
      case 'require':
        return this.require();
      case 'allow':
        return this.allow();
      case 'view':
        return this.view();
    }
    if (partKinds.has(word) && !propertyWords.has(word)) {
      const node = at.open<ast.TypeDeclaration>('TypeDeclaration');
      at.advance();
      at.complain(`Expected \`type\` after \`${word}\``);
      return this.restOfType(node, word);
    }
    return undefined;
  }

  /** The keyword that was likely meant, where what follows is a declaration and can be no property. */
  private misspelt(word: string): string | undefined {
    const { at } = this;
    if (at.kindAt(1) !== Kind.name) return undefined;
    if (at.isWord('type', 1) && at.kindAt(2) === Kind.name) return closest(word, partKinds);
    let ahead = 2;
    while (at.kindAt(ahead) === Kind.bracketOpen) {
      while (at.kindAt(ahead) !== Kind.bracketClose && at.kindAt(ahead) !== Kind.end) ahead++;
      ahead++;
    }
    const kind = at.kindAt(ahead);
    return kind === Kind.braceOpen || kind === Kind.colon ? closest(word, statementWords) : undefined;
  }

  // ── Declarations ──

  private import(): Node<ast.Import> {
    const { at } = this;
    const node = at.open<ast.Import>('Import');
    at.advance();
    node.path = this.values.string('a file in quotes after `import`');
    if (at.takeWord('as')) this.name(node, 'a name after `as`');
    return node;
  }

  private typeDeclaration(kind: string): Node<ast.TypeDeclaration> {
    const node = this.at.open<ast.TypeDeclaration>('TypeDeclaration');
    this.at.advance();
    this.at.advance();
    return this.restOfType(node, kind);
  }

  private restOfType(node: Node<ast.TypeDeclaration>, kind: string): Node<ast.TypeDeclaration> {
    node.kind = kind as ast.TypeDeclaration['kind'];
    this.name(node, 'a name for the type');
    if (this.at.takeWord('is')) node.base = attach(this.values.typeUse('a type after `is`'), node, 'base');
    this.body(node);
    return node;
  }

  private template(): Node<ast.Template> {
    const { at } = this;
    const node = at.open<ast.Template>('Template');
    at.advance();
    this.name(node, 'a name for the template');
    node.parameters = [];
    if (at.expect(Kind.parenOpen, '`(` after the name of the template')) {
      while (at.kind === Kind.name) {
        node.parameters.push(attach(this.parameter(), node, 'parameters', node.parameters.length));
        if (!at.take(Kind.comma)) break;
      }
      at.expect(Kind.parenClose, '`)` after the parameters');
    }
    this.body(node);
    return node;
  }

  private parameter(): Node<ast.Parameter> {
    const node = this.at.open<ast.Parameter>('Parameter');
    this.name(node, 'a parameter');
    if (this.at.take(Kind.equals)) node.default = attach(this.values.expression(), node, 'default');
    return this.at.close(node);
  }

  private let(): Node<ast.Let> {
    const node = this.at.open<ast.Let>('Let');
    this.at.advance();
    this.name(node, 'a name after `let`');
    this.at.expect(Kind.equals, '`=` after the name');
    node.value = attach(this.values.expression(), node, 'value');
    return node;
  }

  private instance(kind: string): Node<ast.Instance> {
    const { at } = this;
    const node = at.open<ast.Instance>('Instance');
    at.advance();
    node.kind = kind as ast.Instance['kind'];
    this.name(node, `a name after \`${kind}\``);
    node.dimensions = this.values.dimensions(node);
    if (this.colon('the type')) node.type = attach(this.values.typeUse('a type after `:`'), node, 'type');
    if (at.takeWord('at')) {
      at.expectWord('row', 'after `at`');
      node.rows = attach(this.values.indexItem(), node, 'rows');
    }
    this.body(node);
    return node;
  }

  private templateInstance(): Node<ast.TemplateInstance> {
    const node = this.at.open<ast.TemplateInstance>('TemplateInstance');
    this.name(node, 'a name');
    node.dimensions = this.values.dimensions(node);
    this.at.expect(Kind.colon, '`:` and a template');
    node.type = attach(this.values.typeUse('a template after `:`'), node, 'type');
    this.body(node);
    return node;
  }

  private network(): Node<ast.Network> {
    const node = this.at.open<ast.Network>('Network');
    this.at.advance();
    this.name(node, 'a name after `network`');
    if (this.colon('the kind of network')) {
      if (this.at.kind === Kind.name) {
        node.kind = this.at.text;
        this.at.advance();
      } else this.at.complain('Expected the kind of network after `:`');
    }
    this.body(node);
    return node;
  }

  /** Takes `:`; complains where it is missing before a name on the same line. */
  private colon(before: string): boolean {
    const { at } = this;
    if (at.take(Kind.colon)) return true;
    if (at.kind !== Kind.name || at.firstOnLine || at.isWord('at')) return false;
    const followsBody = at.kindAt(1) === Kind.braceOpen || at.kindAt(1) === Kind.parenOpen || at.isWord('at', 1);
    if (followsBody) at.complain(`Expected \`:\` before ${before}`);
    return followsBody;
  }

  private ports(): Node<ast.Ports> {
    const node = this.at.open<ast.Ports>('Ports');
    this.at.advance();
    this.name(node, 'a name after `ports`');
    node.dimensions = this.values.dimensions(node);
    this.at.expect(Kind.colon, '`:` and a cage');
    node.cage = attach(this.values.typeUse('a cage after `:`'), node, 'cage');
    this.body(node);
    return node;
  }

  // ── Connections ──

  private plug(): Node<ast.Plug> {
    const node = this.at.open<ast.Plug>('Plug');
    this.at.advance();
    node.module = attach(this.values.typeUse('a module after `plug`'), node, 'module');
    this.at.expectWord('into', 'and the cages');
    node.into = this.selectors(node, 'into');
    return node;
  }

  private link(): Node<ast.Link> {
    const { at } = this;
    const node = at.open<ast.Link>('Link');
    at.advance();
    node.from = this.values.selectors(node, 'from');
    at.expectWord('to', 'and the other side');
    node.to = this.selectors(node, 'to');
    if (at.takeWord('as')) node.pattern = attach(this.pattern(), node, 'pattern');
    if (at.takeWord('over')) {
      node.medium = attach(this.values.typeUse('a fiber after `over`'), node, 'medium');
      this.body(node);
    } else this.noBody(node);
    return node;
  }

  /** Selectors after a word that may be missing: then they are read where there are any. */
  private selectors(node: SyntaxNode, property: string): Node<ast.Selector>[] {
    return this.at.failed && this.at.kind !== Kind.name ? [] : this.values.selectors(node, property);
  }

  private pattern(): Node<ast.Pattern> {
    const node = this.at.open<ast.Pattern>('Pattern');
    this.name(node, 'a pattern after `as`');
    node.arguments = [];
    if (this.at.take(Kind.parenOpen)) {
      do node.arguments.push(attach(this.values.expression(), node, 'arguments', node.arguments.length));
      while (this.at.take(Kind.comma));
      this.at.expect(Kind.parenClose, '`)`');
    }
    return this.at.close(node);
  }

  private place(): Node<ast.Place> {
    const node = this.at.open<ast.Place>('Place');
    this.at.advance();
    node.devices = this.values.selectors(node, 'devices');
    this.at.expectWord('in', 'and the racks');
    node.racks = this.selectors(node, 'racks');
    const each = this.at.kindAt(1) === Kind.name && this.at.isWord('each', 1);
    if (each || this.at.kind === Kind.number || this.at.kind === Kind.parenOpen) {
      node.each = attach(this.values.expression(), node, 'each');
      this.at.expectWord('each', 'after how many a rack takes');
    }
    return node;
  }

  // ── Assertions ──

  private require(): Node<ast.Require> {
    const { at } = this;
    const node = at.open<ast.Require>('Require');
    at.advance();
    node.fact = this.word('a fact after `require`');
    at.expect(Kind.parenOpen, '`(` and what it is a fact of');
    node.subject = attach(this.values.selector(), node, 'subject');
    at.expect(Kind.parenClose, '`)`');
    node.comparator = this.values.comparator() ?? '>=';
    node.limit = attach(this.values.expression(), node, 'limit');
    node.ofFull = at.isWord('of') && at.isWord('full', 1);
    if (node.ofFull) {
      at.advance();
      at.advance();
    }
    node.failures = [];
    if (at.takeWord('when')) {
      do node.failures.push(attach(this.failure(), node, 'failures', node.failures.length));
      while (at.takeWord('and'));
    }
    return node;
  }

  private failure(): Node<ast.Failure> {
    const { at } = this;
    const node = at.open<ast.Failure>('Failure');
    at.expectWord('any', 'and how many');
    node.count = attach(this.values.expression(), node, 'count');
    at.expectWord('of', 'and what may fail');
    node.of = attach(this.values.selector(), node, 'of');
    at.expectWord('fail', 'at the end of the failure');
    return at.close(node);
  }

  private allow(): Node<ast.Allow> {
    const { at } = this;
    const node = at.open<ast.Allow>('Allow');
    at.advance();
    const family = this.word('a rule, as `power/rack-budget`');
    at.expect(Kind.slash, '`/` and the name of the rule');
    node.rule = `${family}/${at.take(Kind.star) ? '*' : this.word('the name of the rule')}`;
    at.expectWord('because', 'and the reason');
    node.reason = this.values.string('the reason in quotes');
    node.on = at.takeWord('on') ? this.values.selectors(node, 'on') : [];
    return node;
  }

  private view(): Node<ast.View> {
    const node = this.at.open<ast.View>('View');
    this.at.advance();
    this.name(node, 'a name after `view`');
    if (this.at.kind === Kind.text) node.title = this.values.string('');
    this.body(node);
    return node;
  }

  // ── Properties and bodies ──

  private property(): Node<ast.Property> {
    const { at } = this;
    const node = at.open<ast.Property>('Property');
    node.$name = at.start;
    node.name = at.text;
    node.items = [];
    at.advance();
    at.takeWord('by');
    if (at.kind === Kind.end || at.kind === Kind.braceClose || (at.layout && at.firstOnLine)) {
      at.problem({ rule: 'syntax/no-value', message: `\`${node.name}\` has no value.`, start: node.$start, end: at.previousEnd });
      return node;
    }
    do node.items.push(attach(this.values.item(), node, 'items', node.items.length));
    while (at.take(Kind.comma));
    if (at.isWord('source') || at.isWord('assumed')) node.provenance = attach(this.provenance(), node, 'provenance');
    return node;
  }

  private provenance(): Node<ast.Provenance> {
    const node = this.at.open<ast.Provenance>('Provenance');
    node.kind = this.at.text as ast.Provenance['kind'];
    this.at.advance();
    node.text = this.values.string(node.kind === 'source' ? 'the source in quotes' : 'the reason in quotes');
    return this.at.close(node);
  }

  /** A body in braces, or none. */
  private body(node: SyntaxNode): void {
    const { at } = this;
    const parent = this.noBody(node);
    const indent = at.indentAt(node.$start);
    if (at.failed) at.skipOnLine(Kind.braceOpen);
    const opened = { start: at.start, end: at.end };
    if (!at.take(Kind.braceOpen)) {
      // What stands deeper than the header was meant to be in its body.
      if (!at.layout || !at.firstOnLine || at.kind !== Kind.name || at.indentAt(at.start) <= indent) return;
      at.problem({ rule: 'syntax/expected', message: 'Expected `{` before the body.', start: Math.max(0, at.previousEnd - 1), end: at.previousEnd });
    }
    parent.hasBody = true;
    // A mistake in the header does not silence the body.
    if (at.failed) at.forgive();
    while (at.kind !== Kind.braceClose) {
      const outside = at.layout && at.firstOnLine && at.indentAt(at.start) <= indent;
      if (at.kind === Kind.end || outside) {
        at.forgive();
        at.problem({ rule: 'syntax/unclosed', message: 'This `{` is not closed.', start: opened.start, end: opened.end, help: 'Close it with `}`.' });
        at.forgive();
        return;
      }
      this.readStatement(parent);
    }
    at.advance();
    at.forgive();
  }

  private noBody(node: SyntaxNode): WithStatements {
    const parent = node as WithStatements;
    parent.hasBody = false;
    parent.statements = [];
    return parent;
  }

  /** Reads the name of a declaration. */
  private name(node: SyntaxNode & { name?: string }, what: string): void {
    node.name = '';
    if (this.at.kind !== Kind.name) {
      this.at.complain(`Expected ${what}`);
      return;
    }
    node.$name = this.at.start;
    node.name = this.at.text;
    this.at.advance();
  }

  private word(what: string): string {
    if (this.at.kind !== Kind.name) {
      this.at.complain(`Expected ${what}`);
      return '';
    }
    const text = this.at.text;
    this.at.advance();
    return text;
  }
}
