// Statements that declare something: imports, types, templates, instances, networks, port groups, views.
import type * as ast from '../../generated/ast.ts';
import { attach, type Cursor } from '../cursor/cursor.ts';
import { takeNeedlessUnit, withForeignUnit } from '../cursor/unit-meant.ts';
import { missing } from '../tokens/missing.ts';
import { Kind } from '../tokens/token.ts';
import type { Node, SyntaxNode } from '../tree/syntax-node.ts';
import type { Expressions } from './expressions.ts';

/** Words of other languages before a base type. */
const inheritanceWords: ReadonlySet<string> = new Set(['extends', 'inherits', 'isa', 'as', 'like', 'from', 'of']);

export class Declarations {
  private readonly at: Cursor;
  private readonly values: Expressions;
  /** Reads a body in braces, if there is one. */
  private readonly body: (node: SyntaxNode) => void;

  constructor(cursor: Cursor, values: Expressions, body: (node: SyntaxNode) => void) {
    this.at = cursor;
    this.values = values;
    this.body = body;
  }

  import(): Node<ast.Import> {
    const { at } = this;
    const node = at.open<ast.Import>('Import');
    at.advance();
    node.path = this.values.string('a file in quotes after `import`');
    if (at.takeWord('as')) this.values.name(node, 'a name after `as`');
    return node;
  }

  typeDeclaration(kind: string): Node<ast.TypeDeclaration> {
    const node = this.at.open<ast.TypeDeclaration>('TypeDeclaration');
    this.at.advance();
    this.at.advance();
    return this.restOfType(node, kind);
  }

  /** `switch tyep X`. */
  misspeltType(kind: string): Node<ast.TypeDeclaration> {
    const node = this.at.open<ast.TypeDeclaration>('TypeDeclaration');
    this.at.advance();
    this.at.misspelt('type');
    return this.restOfType(node, kind);
  }

  restOfType(node: Node<ast.TypeDeclaration>, kind: string): Node<ast.TypeDeclaration> {
    node.kind = kind as ast.TypeDeclaration['kind'];
    const { at } = this;
    const nameless = at.isWord('is') && at.kindAt(1) === Kind.name && at.kindAt(2) !== Kind.name;
    if (nameless) {
      node.name = '';
      at.complain('Expected a name for the type');
    } else this.values.name(node, 'a name for the type');
    const otherWord = at.kind === Kind.colon || (at.kind === Kind.name && inheritanceWords.has(at.text));
    if (otherWord && at.kindAt(1) === Kind.name && !at.firstOnLine) {
      const text = at.start === at.previousEnd ? ' is' : 'is';
      const edits = [{ start: at.start, end: at.end, text: at.startAt(1) === at.end ? `${text} ` : text }];
      at.complain('Expected `is` before the base type', {
        suggestion: 'is',
        isEvident: true,
        fix: { title: 'Change to `is`', edits },
      });
      at.advance();
      node.base = attach(this.values.typeUse('a type after `is`'), node);
      this.body(node);
      return node;
    }
    const lacksIs = at.kind === Kind.name && !at.isWord('is') && !at.firstOnLine && at.kindAt(1) === Kind.braceOpen;
    if (lacksIs) at.complain('Expected `is` before the base type');
    if (at.takeWord('is') || lacksIs) node.base = attach(this.values.typeUse('a type after `is`'), node);
    this.body(node);
    return node;
  }

  template(): Node<ast.Template> {
    const { at } = this;
    const node = at.open<ast.Template>('Template');
    at.advance();
    this.values.name(node, 'a name for the template');
    node.parameters = [];
    if (at.expect(Kind.parenOpen, '`(` after the name of the template')) {
      while (at.kind === Kind.name) {
        node.parameters.push(attach(this.parameter(), node));
        if (!at.take(Kind.comma)) break;
      }
      at.expect(Kind.parenClose, '`)` after the parameters');
    }
    this.body(node);
    return node;
  }

  private parameter(): Node<ast.Parameter> {
    const node = this.at.open<ast.Parameter>('Parameter');
    this.values.name(node, 'a parameter');
    if (this.at.take(Kind.colon))
      this.values.wordInto(node, 'takes', 'the kind of the parameter, such as `count`, `length` or `switch`');
    if (this.at.take(Kind.equals)) node.default = attach(withForeignUnit(this.at, this.values.expression()), node);
    return this.at.close(node);
  }

  let(): Node<ast.Let> {
    const node = this.at.open<ast.Let>('Let');
    this.at.advance();
    this.values.name(node, 'a name after `let`');
    this.at.expect(Kind.equals, '`=` after the name');
    node.value = attach(withForeignUnit(this.at, this.values.expression()), node);
    return node;
  }

  /** An instance; or a type without the word `type`, which `is` identifies. */
  instance(kind: string): Node<ast.Instance> | Node<ast.TypeDeclaration> {
    const { at } = this;
    if (at.kindAt(1) === Kind.name && at.isWord('is', 2) && at.kindAt(3) === Kind.name) {
      const type = at.open<ast.TypeDeclaration>('TypeDeclaration');
      at.advance();
      at.complain(`Expected \`type\` after \`${kind}\``, missing(' type', at.previousEnd));
      return this.restOfType(type, kind);
    }
    const node = at.open<ast.Instance>('Instance');
    at.advance();
    node.kind = kind as ast.Instance['kind'];
    this.values.name(node, `a name after \`${kind}\``);
    node.dimensions = this.values.dimensions(node);
    if (this.colon('the type')) node.type = attach(this.values.typeUse('a type after `:`'), node);
    if (at.takeWord('at')) {
      at.expectWord('row', 'after `at`');
      node.rows = attach(this.values.indexItem(), node);
      takeNeedlessUnit(at, 'A row');
      if (at.takeOptional('position', () => at.kindAt(1) === Kind.number)) {
        node.position = attach(this.values.expression(), node);
        takeNeedlessUnit(at, 'A position');
      }
    }
    this.body(node);
    return node;
  }

  templateInstance(): Node<ast.TemplateInstance> {
    const node = this.at.open<ast.TemplateInstance>('TemplateInstance');
    this.values.name(node, 'a name');
    node.dimensions = this.values.dimensions(node);
    this.at.expect(Kind.colon, '`:` and a template');
    node.type = attach(this.values.typeUse('a template after `:`'), node);
    this.body(node);
    return node;
  }

  /** `leaf[3] { power 1.7 kW }`: changes properties of some elements. */
  override(): Node<ast.Override> {
    const { at } = this;
    const node = at.open<ast.Override>('Override');
    node.of = this.values.selectors(node);
    this.body(node);
    if (!node.hasBody) at.complain('Expected `{` and the properties to change');
    return node;
  }

  /** `backend : scale-out { … }` without its word, or `network : scale-out { … }` without its name. */
  headlessNetwork(): Node<ast.Network> {
    const { at } = this;
    const node = at.open<ast.Network>('Network');
    if (at.isWord('network')) {
      at.advance();
      node.name = '';
      at.complain('Expected a name after `network`');
    } else {
      at.complain('Expected `network` before the name');
      this.values.name(node, 'a name');
    }
    return this.restOfNetwork(node);
  }

  network(): Node<ast.Network> {
    const node = this.at.open<ast.Network>('Network');
    this.at.advance();
    this.values.name(node, 'a name after `network`');
    return this.restOfNetwork(node);
  }

  private restOfNetwork(node: Node<ast.Network>): Node<ast.Network> {
    if (this.colon('the kind of network')) {
      if (this.at.kind === Kind.name) this.values.wordInto(node, 'kind', 'the kind of network after `:`');
      else this.at.complain('Expected the kind of network after `:`');
    }
    this.body(node);
    return node;
  }

  /** Takes `:`; complains where it is missing before a name on the same line. */
  private colon(before: string): boolean {
    const { at } = this;
    if (at.take(Kind.colon)) return true;
    if (at.kind !== Kind.name || at.firstOnLine || at.isWord('at')) return false;
    const next = at.kindAt(1);
    const isType = next === Kind.braceOpen || next === Kind.parenOpen || at.isWord('at', 1) || at.lastOnLine(0);
    if (isType) at.complain(`Expected \`:\` before ${before}`, missing(' :', at.previousEnd));
    return isType;
  }

  ports(): Node<ast.Ports> {
    const node = this.at.open<ast.Ports>('Ports');
    this.at.advance();
    this.values.name(node, 'a name after `ports`');
    node.dimensions = this.values.dimensions(node);
    this.at.expect(Kind.colon, '`:` and a cage');
    node.cage = attach(this.values.typeUse('a cage after `:`'), node);
    this.body(node);
    return node;
  }

  view(): Node<ast.View> {
    const node = this.at.open<ast.View>('View');
    this.at.advance();
    this.values.name(node, 'a name after `view`');
    if (this.at.kind === Kind.text) node.title = this.values.string('');
    this.body(node);
    return node;
  }

  phase(): Node<ast.Phase> {
    const node = this.at.open<ast.Phase>('Phase');
    this.at.advance();
    this.values.name(node, 'a name after `phase`');
    if (this.at.kind === Kind.text) node.title = this.values.string('');
    node.adds = this.at.takeWord('adds') ? this.values.selectors(node) : [];
    this.body(node);
    return node;
  }
}
