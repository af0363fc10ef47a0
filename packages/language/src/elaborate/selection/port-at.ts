// One port by numbers alone, as `su[2].leaf[3].up[1]/5`: files written by programs are full of these, so it makes no lists.
import { type Axis, axisSize, type FabricBuilder, numberAt, type Part, positionOf, unsignedAt } from '@lightloom/core';
import type * as ast from '../../generated/ast.ts';
import type { Member, Scope } from '../scope/scope.ts';
import { plainNumber } from '../values/evaluate.ts';

/** Indices that replace those of a selector, in its order. */
export interface Indices {
  readonly values: readonly number[];
  /** The next one. */
  at: number;
}

/**
 * The port; -1 where the selector names several or none, or where finding it takes more than numbers.
 * @param indices replace the selector's own, each of which is one number then
 */
export function portAt(builder: FabricBuilder, selector: ast.Selector, scope: Scope, indices?: Indices): number {
  const { segments, channels } = selector;
  const last = segments.length - 1;
  let within: Scope | undefined;
  let device = -1;
  for (let i = 0; i < last; i++) {
    const segment = segments[i] as ast.Segment;
    if (device >= 0 || segment.$type !== 'Segment') return -1;
    const name = segment.named.$refText;
    const member = i === 0 ? scope.only(name) : within?.members.get(name);
    const reached = member === undefined ? undefined : memberAt(member, segment, scope, indices);
    if (reached === undefined) return -1;
    if (typeof reached === 'number') device = reached;
    else within = reached;
  }
  const cage = device < 0 ? -1 : cageAt(builder, device, segments[last] as ast.Segment, scope, indices);
  return cage < 0 ? -1 : channelAt(builder, cage, channels, scope, indices);
}

/** A device, or the scope in which a path continues. */
function memberAt(
  member: Member,
  segment: ast.Segment,
  scope: Scope,
  indices: Indices | undefined,
): number | Scope | undefined {
  switch (member.kind) {
    case 'block': {
      const { kind, axes, first } = member.block;
      const at = kind === 'switch' || kind === 'host' ? positionAt(axes, segment.dimensions, scope, indices) : -1;
      return at < 0 ? undefined : first + at;
    }
    case 'units': {
      const at = positionAt(member.axes, segment.dimensions, scope, indices);
      return at < 0 ? undefined : member.units[at];
    }
    case 'pieces': {
      const { grid, of } = member.pieces;
      if (grid === undefined || of === 'rack' || of === 'cdu') return undefined;
      const at = positionAt(grid.axes, segment.dimensions, scope, indices);
      const found = at < 0 ? undefined : grid.at(at);
      return found?.unit ?? (of === undefined ? undefined : found?.id);
    }
    case 'network':
      return segment.dimensions.length === 0 ? member.scope : undefined;
    default:
      return undefined;
  }
}

function cageAt(
  builder: FabricBuilder,
  device: number,
  segment: ast.Segment,
  scope: Scope,
  indices: Indices | undefined,
): number {
  const part: Part | undefined = builder.blockOf(device).part;
  if (part === undefined || segment.$type !== 'Segment') return -1;
  const name = segment.named.$refText;
  const group = part.ports.find((each) => each.name === name);
  const at = group === undefined ? -1 : positionAt(group.axes, segment.dimensions, scope, indices);
  return group === undefined || at < 0 ? -1 : builder.firstCageOf(device) + group.first + at;
}

function channelAt(
  builder: FabricBuilder,
  cage: number,
  channels: ast.IndexItem | undefined,
  scope: Scope,
  indices: Indices | undefined,
): number {
  const { firstPort } = builder.layPorts();
  const first = unsignedAt(firstPort, cage);
  const count = unsignedAt(firstPort, cage + 1) - first;
  if (channels === undefined) return count === 1 ? first : -1;
  const channel = channels.all || channels.high !== undefined ? Number.NaN : indexOf(scope, channels, indices);
  return Number.isInteger(channel) && channel >= 1 && channel <= count ? first + channel - 1 : -1;
}

/** The position that single indices choose along some axes; -1 where an index isn't a single number. */
function positionAt(
  axes: readonly Axis[],
  dimensions: readonly ast.Dimension[],
  scope: Scope,
  indices: Indices | undefined,
): number {
  if (dimensions.length !== axes.length) return -1;
  let position = 0;
  for (let i = 0; i < axes.length; i++) {
    const axis = axes[i] as Axis;
    const items = (dimensions[i] as ast.Dimension).items;
    const item = items[0];
    if (items.length !== 1 || item === undefined || item.all || item.high !== undefined) return -1;
    const at = positionOf(axis, indexOf(scope, item, indices));
    if (at < 0) return -1;
    position = position * axisSize(axis) + at;
  }
  return position;
}

function indexOf(scope: Scope, item: ast.IndexItem, indices: Indices | undefined): number {
  return indices === undefined ? plainNumber(scope, item.low) : numberAt(indices.values, indices.at++);
}
