// Properties: from text to typed values, by the catalogue.
import {
  catalogue,
  feedNoun,
  type Given,
  isFeedKind,
  type Kind,
  type KindSpec,
  maxCounted,
  type PropertySpec,
  type Provenance,
  propertiesOf,
  type Values,
} from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import { closest } from '../../parse/index.ts';
import { alternatives, capitalized, codeList, withArticle } from '../../problems/wording.ts';
import { propertyOf } from '../../syntax/index.ts';
import type { Context } from '../scope/context.ts';
import type { Scope } from '../scope/scope.ts';
import type { Selectors } from '../selection/selectors.ts';
import { holdOnlyWhatIsRead, holdsRedundancyWhereTaken, isUnknownAlone } from './item-features.ts';
import { readItems } from './item-readers.ts';
import type { Parts } from './parts.ts';
import { isUnknown } from './unknown-properties.ts';

const stated: Provenance = { kind: 'stated', text: '' };

export class Properties {
  private readonly context: Context;
  private readonly parts: Parts;
  private readonly selectors: Selectors;

  constructor(context: Context, parts: Parts, selectors: Selectors) {
    this.context = context;
    this.parts = parts;
    this.selectors = selectors;
  }

  /** The values of a body, by property. An invalid one is reported and left out. */
  read(statements: readonly ast.Statement[], kind: Kind, place: 'type' | 'installed', scope: Scope): Values<Kind> {
    const values: Record<string, Given<unknown>> = {};
    const seen = new Map<string, ast.Property>();
    for (const statement of statements) {
      if (statement.$type !== 'Property') continue;
      const first = seen.get(statement.name);
      if (first !== undefined) {
        this.context.problem(
          'property/twice',
          this.context.nameOrigin(statement),
          `\`${statement.name}\` is given twice.`,
          {
            help: listedOnce(propertyOf(kind, statement.name), first, statement),
            related: [{ origin: this.context.nameOrigin(first), message: 'First given here.' }],
          },
        );
        continue;
      }
      seen.set(statement.name, statement);
      const spec = this.specOf(statement, kind, place);
      const given = spec === undefined ? undefined : this.value(statement, spec, scope);
      if (given !== undefined) values[statement.name] = given;
    }
    return values as Values<Kind>;
  }

  private specOf(node: ast.Property, kind: Kind, place: 'type' | 'installed'): PropertySpec | undefined {
    const known = propertiesOf(kind);
    const spec = propertyOf(kind, node.name);
    if (spec === undefined && (node.$container as ast.Statement & { $guessed?: boolean }).$guessed === true)
      return this.gap();
    if (spec === undefined) {
      this.context.problem('property/unknown', this.context.nameOrigin(node), unknownText(node.name, kind), {
        suggestion: closest(node.name, Object.keys(known)),
        help: unknownHelp(node.name, kind, known),
      });
      this.context.builder.noteGap('values');
      return undefined;
    }
    if (place === 'type' && spec.installedOnly === true) {
      this.context.problem(
        'property/installed-only',
        this.context.nameOrigin(node),
        `\`${node.name}\` belongs to an installed ${kind}, not to its type.`,
        { help: `Move it to the \`${kind}\` itself.` },
      );
      return undefined;
    }
    return spec;
  }

  private value(node: ast.Property, spec: PropertySpec, scope: Scope): Given<unknown> | undefined {
    const first = node.items[0];
    // The parser has reported a missing item.
    if (first === undefined) return this.gap();
    if (isUnknown(first)) return isUnknownAlone(this.context, node) ? undefined : this.gap();
    if (!holdOnlyWhatIsRead(this.context, node, spec.value.type)) return this.gap();
    if (!holdsRedundancyWhereTaken(this.context, node, spec)) return this.gap();
    const isList = spec.value.type !== 'selection';
    if (isList && this.context.exceeds(node, node.items.length, maxCounted, 'values')) return this.gap();
    const read = readItems(
      {
        context: this.context,
        parts: this.parts,
        selectors: this.selectors,
        scope,
        property: node,
      },
      spec.value,
    );
    if (read === undefined) return this.gap();
    const last = node.items.at(-1) as ast.Item;
    return {
      value: read.value,
      origin: this.context.span(node, last),
      provenance: provenanceOf(node),
      ...(read.unit === undefined ? {} : { unit: read.unit }),
    };
  }

  /** Notes a value that can't be read: what depends on it isn't judged. */
  private gap(): undefined {
    this.context.builder.noteGap('values');
    return undefined;
  }
}

/** Where a value comes from; a source that says nothing is none. */
function provenanceOf({ provenance }: ast.Property): Provenance {
  const isNone = provenance === undefined || (provenance.kind === 'source' && provenance.text.trim() === '');
  return isNone ? stated : { kind: provenance.kind, text: provenance.text };
}

/** A kind as messages name it. */
function nounOf(kind: Kind): string {
  return kind === 'ports' ? 'port group' : kind === 'cdu' ? 'CDU' : isFeedKind(kind) ? feedNoun(kind) : kind;
}

function unknownText(name: string, kind: Kind): string {
  return `${capitalized(withArticle(nounOf(kind)))} has no property \`${name}\`.`;
}

function unknownHelp(name: string, kind: Kind, known: KindSpec['properties']): string {
  const others = (Object.keys(catalogue) as Kind[]).filter(
    (each) => each !== kind && propertyOf(each, name) !== undefined,
  );
  const belongs =
    others.length === 0
      ? ''
      : ` \`${name}\` belongs to ${alternatives(others.map((each) => withArticle(nounOf(each))))}.`;
  return `${capitalized(withArticle(nounOf(kind)))} has ${codeList(Object.keys(known))}.${belongs}`;
}

/** What to write in place of two properties that list groups or devices: one with both lists. */
function listedOnce(spec: PropertySpec | undefined, first: ast.Property, second: ast.Property): string | undefined {
  const [one, other] = [first, second].map((each) => each.$cstNode?.text.slice(each.name.length).trim() ?? '');
  const isList = spec?.value.type === 'selection' && spec.value.of.startsWith('group');
  return isList && one !== '' && other !== ''
    ? `Write both after one word: \`${first.name} ${one}, ${other}\`.`
    : undefined;
}
