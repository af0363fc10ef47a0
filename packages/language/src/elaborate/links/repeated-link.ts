// The link of a line that repeats an earlier one: what differs from that, with what is only asked of a finding made when it is asked for.
// Lists of cables hold such lines by the hundred thousand.
import type { LinkGroup, Origin, PathText, Side } from '@lightloom/core';
import type { FoldedLink } from '../../parse/index.ts';

/** What a statement adds to a fabric. */
export type NewGroup = Omit<LinkGroup, 'index' | 'first' | 'count'>;

/** What the path of a repeated link is, and where it was read. */
type OwnPath = Pick<LinkGroup, 'medium' | 'readAt' | 'path'>;

export class RepeatedLink implements LinkGroup {
  private readonly model: NewGroup;
  /** The text of its file. */
  private readonly textOfFile: string;
  private readonly fromStart: number;
  private readonly fromEnd: number;
  private readonly toStart: number;
  private readonly toEnd: number;
  private readonly mediumStart: number;
  private readonly mediumEnd: number;
  readonly medium: LinkGroup['medium'];
  readonly readAt: PathText | undefined;
  readonly path: object | undefined;
  readonly declaration: LinkGroup['declaration'];
  /** Given by the table that it becomes a row of. */
  readonly index: number = 0;
  readonly first: number = 0;
  readonly count: number = 1;

  constructor(
    model: NewGroup,
    textOfFile: string,
    { from, to, medium }: FoldedLink,
    path: OwnPath,
    declaration: LinkGroup['declaration'],
  ) {
    this.model = model;
    this.textOfFile = textOfFile;
    this.fromStart = from.start;
    this.fromEnd = from.end;
    this.toStart = to.start;
    this.toEnd = to.end;
    this.mediumStart = medium.start;
    this.mediumEnd = medium.end;
    this.medium = path.medium;
    this.readAt = path.readAt;
    this.path = path.path ?? model.path;
    this.declaration = declaration;
  }

  get network() {
    return this.model.network;
  }
  get group() {
    return this.model.group;
  }
  get pattern() {
    return this.model.pattern;
  }
  get fiber() {
    return this.model.fiber;
  }
  get cable() {
    return this.model.cable;
  }
  get unknowns() {
    return this.model.unknowns;
  }
  get isIncomplete() {
    return this.model.isIncomplete;
  }
  get fault() {
    return this.model.fault;
  }
  get unlinked() {
    return this.model.unlinked;
  }
  get alike() {
    return this.model.alike;
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
    const text = this.textOfFile.slice(start, end);
    return { text, origin: this.at(start, end), devices: 1, portsEach: 1, ports: 1 };
  }

  private at(start: number, end: number): Origin {
    return { uri: this.model.origin.uri, start, end };
  }
}
