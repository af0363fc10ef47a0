// Reads `pod.view.json`: where the boxes of the drawings of `pod.fabric` are, kept by hand. What can't be read is reported at its
// place; the rest counts.
import type { Finding } from '@lightloom/core';
import type { KeptPlace, KeptView } from '@lightloom/diagram/views';
import { type JsonMember, type JsonNode, readJson } from '../configuration/index.ts';
import { closest } from '../parse/index.ts';
import { problem } from '../problems/problem.ts';

/** The content of the file. */
export interface PlacementFile {
  /** Address of the file. */
  readonly uri: string;
  readonly text: string;
  /** By id of the view. */
  readonly views: ReadonlyMap<string, KeptView>;
  /** Errors in it. */
  readonly problems: readonly Finding[];
}

/** Pixels from 0, 0 to the farthest box. */
const farthest = 1_000_000;
const boxShape = '{ "x": 120, "y": 40 }';
const viewShape = `{ "boxes": { "backend.spine": ${boxShape} } }`;

/** Reads positions. Never throws: what isn't valid is reported and has no effect. */
export function readPlacements(uri: string, text: string): PlacementFile {
  const problems: Finding[] = [];
  const report = (at: Pick<JsonNode, 'start' | 'end'>, message: string, help?: string): void =>
    void problems.push(problem('positions/content', { uri, start: at.start, end: at.end }, message, { help }));
  const views = new Map<string, KeptView>();
  const node = readJson(text);
  if ('message' in node) {
    const help = 'Write names and texts in double quotes, and no comments.';
    problems.push(problem('positions/json', { uri, start: node.start, end: node.end }, node.message, { help }));
  } else if (node.kind !== 'object')
    report(node, 'Positions must be an object.', `Write \`{ "views": { "racks": ${viewShape} } }\`.`);
  else
    for (const { name, value } of membersOf(node.members, ['views', '$schema'])) {
      if (name !== 'views') continue;
      if (value.kind !== 'object')
        report(value, '`views` must be an object.', `Write \`"views": { "…": ${viewShape} }\`.`);
      else for (const each of membersOf(value.members)) readView(each);
    }
  return { uri, text, views, problems };

  /** The members of an object; reports those that have none of some names, and what is there twice. */
  function membersOf(members: readonly JsonMember[], names?: readonly string[]): JsonMember[] {
    const seen = new Set<string>();
    return members.filter((member) => {
      const { name, nameStart: start, nameEnd: end } = member;
      if (names !== undefined && !names.includes(name)) {
        const near = closest(name, names);
        const help = `${near === undefined ? 'Use' : `Did you mean \`${near}\`? Use`} ${names.map((each) => `\`${each}\``).join(', ')}.`;
        report({ start, end }, `\`${name}\` isn't read in positions.`, help);
      } else if (seen.has(name)) report({ start, end }, `\`${name}\` is there twice.`, 'Remove one of the two.');
      else return seen.add(name);
      return false;
    });
  }

  function readView({ name, value }: JsonMember): void {
    if (value.kind !== 'object') {
      report(value, `A view must be an object, such as \`${viewShape}\`.`);
      return;
    }
    let locked = true;
    const boxes = new Map<string, KeptPlace>();
    for (const member of membersOf(value.members, ['locked', 'boxes'])) {
      if (member.name === 'locked') locked = readBoolean(member.value);
      else if (member.value.kind !== 'object') report(member.value, '`boxes` must be an object of boxes by name.');
      else
        for (const each of membersOf(member.value.members)) {
          const place = readPlace(each);
          if (place !== undefined) boxes.set(each.name, place);
        }
    }
    views.set(name, { locked, boxes });
  }

  function readBoolean(value: JsonNode): boolean {
    const written = text.slice(value.start, value.end);
    if (written !== 'true' && written !== 'false')
      report(
        value,
        '`locked` must be `true` or `false`.',
        '`true` keeps boxes in place; `false` lets the layout move them.',
      );
    return written !== 'false';
  }

  function readPlace({ name, value }: JsonMember): KeptPlace | undefined {
    if (value.kind !== 'object') {
      report(value, `A box must be an object, such as \`${boxShape}\`.`);
      return undefined;
    }
    const members = new Map(
      membersOf(value.members, ['x', 'y', 'like', 'linked']).map((each) => [each.name, each.value]),
    );
    const [x, y] = [readPixels('x', members.get('x')), readPixels('y', members.get('y'))];
    for (const each of ['x', 'y'])
      if (!members.has(each)) report(value, `The box \`${name}\` has no \`${each}\`.`, `Write \`${boxShape}\`.`);
    const [like, linked] = [readText(members.get('like')), readTexts(members.get('linked'))];
    return x === undefined || y === undefined ? undefined : { x, y, like, linked };
  }

  function readPixels(name: string, value: JsonNode | undefined): number | undefined {
    if (value === undefined) return undefined;
    const number = value.kind === 'literal' ? Number(text.slice(value.start, value.end)) : Number.NaN;
    const isNumber = value.kind === 'literal' && /^[-\d]/.test(text.slice(value.start, value.end));
    if (isNumber && Math.abs(number) <= farthest) return number;
    report(value, `\`${name}\` must be a number of pixels, from -${farthest} to ${farthest}.`);
    return undefined;
  }

  function readText(value: JsonNode | undefined): string | undefined {
    if (value !== undefined && value.kind !== 'string') report(value, '`like` must be a text.');
    return value?.kind === 'string' ? value.value : undefined;
  }

  function readTexts(value: JsonNode | undefined): readonly string[] | undefined {
    if (value === undefined) return undefined;
    if (value.kind === 'array' && value.items.every(({ kind }) => kind === 'string'))
      return value.items.flatMap((each) => (each.kind === 'string' ? [each.value] : []));
    report(value, '`linked` must be a list of names.');
    return undefined;
  }
}
