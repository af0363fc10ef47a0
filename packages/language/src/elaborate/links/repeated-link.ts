// The link of a line that repeats an earlier one: what differs from that, with what is only asked of a finding made when it is asked for.
// Lists of cables hold such lines by the hundred thousand.
import type { LinkGroup, Origin, PathText, Side } from '@lightloom/core';
import type { FoldedLink } from '../../parse/index.ts';
import { type KnownPath, placeOfPath } from './link-paths.ts';

/** What a statement adds to a fabric. */
export type NewGroup = Omit<LinkGroup, 'index' | 'first' | 'count'>;

/** What links have of the one that they repeat. */
export interface LinkModel {
  readonly group: NewGroup;
  /** The text of its file. */
  readonly text: string;
  /** How far behind the medium the path starts. */
  readonly pathBehind: number;
}

export class RepeatedLink implements LinkGroup {
  private readonly model: LinkModel;
  private readonly fromStart: number;
  private readonly fromEnd: number;
  private readonly toStart: number;
  private readonly toEnd: number;
  private readonly mediumStart: number;
  private readonly mediumEnd: number;
  private readonly known: KnownPath | undefined;
  readonly declaration: LinkGroup['declaration'];
  /** Given by the table that it becomes a row of. */
  readonly index: number = 0;
  readonly first: number = 0;
  readonly count: number = 1;

  constructor(
    model: LinkModel,
    { from, fromEnd, to, toEnd, medium, mediumEnd }: FoldedLink,
    known: KnownPath | undefined,
    declaration: LinkGroup['declaration'],
  ) {
    this.model = model;
    this.fromStart = from;
    this.fromEnd = fromEnd;
    this.toStart = to;
    this.toEnd = toEnd;
    this.mediumStart = medium;
    this.mediumEnd = mediumEnd;
    this.known = known;
    this.declaration = declaration;
  }

  get medium(): LinkGroup['medium'] {
    return this.known?.path ?? this.model.group.medium;
  }
  get path(): object | undefined {
    return this.known?.shared ?? this.model.group.path;
  }
  get readAt(): PathText | undefined {
    return this.known === undefined ? undefined : placeOfPath(this.known, this.mediumStart + this.model.pathBehind);
  }
  get network() {
    return this.model.group.network;
  }
  get group() {
    return this.model.group.group;
  }
  get pattern() {
    return this.model.group.pattern;
  }
  get fiber() {
    return this.model.group.fiber;
  }
  get cable() {
    return this.model.group.cable;
  }
  get unknowns() {
    return this.model.group.unknowns;
  }
  get isIncomplete() {
    return this.model.group.isIncomplete;
  }
  get fault() {
    return this.model.group.fault;
  }
  get unlinked() {
    return this.model.group.unlinked;
  }
  get alike() {
    return this.model.group.alike;
  }
  get from(): Side {
    return this.side(this.fromStart, this.fromEnd);
  }
  get to(): Side {
    return this.side(this.toStart, this.toEnd);
  }
  get mediumOrigin(): Origin {
    return this.at(this.mediumStart, this.mediumEnd);
  }
  get origin(): Origin {
    return this.at(this.fromStart, this.toEnd);
  }

  private side(start: number, end: number): Side {
    const text = this.model.text.slice(start, end);
    return { text, origin: this.at(start, end), devices: 1, portsEach: 1, ports: 1 };
  }

  private at(start: number, end: number): Origin {
    return { uri: this.model.group.origin.uri, start, end };
  }
}
