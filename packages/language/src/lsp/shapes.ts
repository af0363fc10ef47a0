// The shape of a property's value in words.
import type { ValueSpec } from '@lightloom/core';
import { unitsText } from '../elaborate/scope/value.ts';

/** `a power: mW, W, kW or MW`, `one of retimed, linear`. */
export function shapeText(spec: ValueSpec): string {
  switch (spec.type) {
    case 'quantity':
      return `a ${spec.dimension}, in ${unitsText(spec.dimension)}${spec.share === true ? ', or a share in %' : ''}${spec.auto === true ? ', or `auto`' : ''}${spec.bound === undefined ? '' : `; a limit, \`${spec.bound}\``}`;
    case 'count':
      return 'a whole number';
    case 'word':
      return `one of ${spec.words.map((each) => `\`${each}\``).join(', ')}`;
    case 'words':
      return `${spec.words.map((each) => `\`${each}\``).join(', ')}, with how many of each`;
    case 'text':
      return 'a text in quotes';
    case 'part':
      return `a part of kind ${spec.kind}`;
    case 'parts':
      return `parts of kind ${spec.kind}, as \`4 x NAME\``;
    case 'table':
      return `a ${spec.dimension} at one ${spec.at} or several`;
    case 'per part':
      return `a ${spec.dimension}, \`on\` a ${spec.kind} where it differs`;
    case 'range':
      return `a ${spec.dimension} from and to`;
    case 'supplies':
      return 'so many of a power, as `3 x 1.5 kW, n+1`';
    case 'selection':
      return `installed things${spec.redundancy === true ? ' with redundancy, as `cdu[*], n+1`' : ''}`;
  }
}
