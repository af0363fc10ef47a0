// A kind of view: which views every fabric has of it, which `view` statements it draws, and how.
import type { ElementFamily, Facts, View } from '@lightloom/core';
import type { Graph, Look, ViewInfo } from '../../graph/index.ts';
import type { Locator } from '../marks/locator.ts';
import { fileName } from '../text/names.ts';
import type { Color } from './color.ts';

/** A graph without the parts that `defineView` adds: id, title, name of the file. */
type Untitled = Graph extends infer G ? (G extends Graph ? Omit<G, 'id' | 'title' | 'file'> : never) : never;

/** What a kind of view draws: a graph, and what represents each thing in it. */
export type Sketched = Untitled & { readonly locator?: Locator };

/** A view that every fabric has, without a statement. */
interface StandardView<S> {
  readonly id: string;
  readonly title: string;
  readonly sketch: S;
}

/** @typeParam S the options of a drawing of this kind */
export interface ViewDefinition<S> {
  /** Name of its folder. */
  readonly kind: string;
  /** Position among the kinds in the list of views. */
  readonly order: number;
  /** Whether it draws a `view` with this selection and color. The one kind without this function draws all others. */
  claims?(of: ElementFamily | undefined, color: Color | undefined): boolean;
  /** What the `of` of a `view` may select; nothing where it draws the whole design. */
  readonly selects: readonly ElementFamily[];
  /** The views that every fabric has. */
  standard(facts: Facts): readonly StandardView<S>[];
  /** What a `view` statement asks for. */
  declared(facts: Facts, view: View): S;
  /** The drawing as a reader wants to look at it; without it, a reader can't change the view. */
  seen?(facts: Facts, sketch: S, look: Look): S;
  /** @returns with the `locator` that findings are marked by; without one, only those with a place in the text of an item are */
  graph(facts: Facts, sketch: S): Sketched;
}

/** A view that can be drawn. */
export interface Drawing {
  readonly info: ViewInfo;
  /** @param look how a reader changed it */
  graph(look: Look): { readonly graph: Graph; readonly locator: Locator };
}

/** A kind of view, with the type of its options hidden. */
export interface ViewKind extends Pick<ViewDefinition<never>, 'kind' | 'order' | 'claims' | 'selects'> {
  standard(facts: Facts): readonly Drawing[];
  declared(facts: Facts, view: View): Drawing;
}

/** Defines a kind of view. */
export function defineView<S>(definition: ViewDefinition<S>): ViewKind {
  const { kind, order, claims, selects } = definition;
  const drawing = (facts: Facts, info: ViewInfo, sketch: () => S): Drawing => ({
    info,
    graph: (look) => {
      const seen = definition.seen?.(facts, sketch(), look) ?? sketch();
      const { locator = { itemOf: () => undefined }, ...graph } = definition.graph(facts, seen);
      const { id, title } = info;
      return { graph: { ...graph, id, title, file: fileName(facts.fabric.uri) } as Graph, locator };
    },
  });
  return {
    ...{ kind, order, selects },
    ...(claims === undefined ? {} : { claims }),
    standard: (facts) =>
      definition
        .standard(facts)
        .map(({ id, title, sketch }) => drawing(facts, { id, title, kind, declared: false }, () => sketch)),
    declared: (facts, view) =>
      drawing(facts, { id: view.name, title: view.title ?? view.name, kind, declared: true }, () =>
        definition.declared(facts, view),
      ),
  };
}
