// The shape of a property's value in words.
import type { ValueSpec } from '@lightloom/core';
import { unitsText } from '../../elaborate/scope/value.ts';
import { withArticle } from '../../problems/wording.ts';

/** `a power, in mW, W, kW or MW`; `one of retimed, linear`. */
export function shapeText(spec: ValueSpec): string {
  switch (spec.type) {
    case 'quantity':
      return `${withArticle(spec.dimension)}, in ${unitsText(spec.dimension)}${spec.share === true ? ', or a share in %' : ''}${spec.auto === true ? ', or `auto`' : ''}${spec.bound === undefined ? '' : `; a limit, \`${spec.bound}\``}`;
    case 'count':
      return spec.from === undefined ? 'a whole number' : `a number of at least ${spec.from}`;
    case 'word':
      return `one of ${spec.words.map((each) => `\`${each}\``).join(', ')}`;
    case 'words':
      return `${spec.words.map((each) => `\`${each}\``).join(', ')}, with the count of each`;
    case 'text':
      return 'a text in quotes';
    case 'part':
      return withArticle(spec.kind);
    case 'parts':
      return `${spec.kind} parts with their counts, such as \`4 x NAME\``;
    case 'table':
      return `${withArticle(spec.dimension)}, or a table of it by ${spec.at}`;
    case 'per part':
      return `${withArticle(spec.dimension)}; \`on\` gives it for one ${spec.kind}`;
    case 'quantities':
      return `${withArticle(spec.dimension)} or several, in ${unitsText(spec.dimension)}, such as \`2 x …, …\``;
    case 'range':
      return `a range of ${spec.dimension}`;
    case 'supplies':
      return 'supplies or pumps with their redundancy, such as `3 x 1.5 kW, n+1`';
    case 'selection':
      return `a selector${spec.redundancy === true ? ' with redundancy, such as `cdu[*], n+1`' : ''}`;
  }
}
