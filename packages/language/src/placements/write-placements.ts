// Writes positions: a box a line, in the order of the alphabet, so that a change is a line in a comparison.
import type { KeptPlace, KeptView } from '@lightloom/diagram/views';
import type { PlacementFile } from './read-placements.ts';

/**
 * The text of a file of positions with one view changed; the others stay as they are.
 * @param before the file as it is; undefined where there is none
 * @param kept undefined to keep nothing of the view
 * @returns undefined when no view has positions any more
 */
export function placementText(
  before: Pick<PlacementFile, 'views'> | undefined,
  view: string,
  kept: KeptView | undefined,
): string | undefined {
  const views = new Map(before?.views);
  if (kept === undefined || kept.boxes.size === 0) views.delete(view);
  else views.set(view, kept);
  if (views.size === 0) return undefined;
  const entries = [...views].sort(byName).map(([id, each]) => `    ${JSON.stringify(id)}: ${viewText(each)}`);
  return `{\n  "views": {\n${entries.join(',\n')}\n  }\n}\n`;
}

function viewText({ locked, boxes }: KeptView): string {
  const lines = [...boxes].sort(byName).map(([id, place]) => `        ${JSON.stringify(id)}: ${placeText(place)}`);
  return `{\n      "locked": ${locked},\n      "boxes": {\n${lines.join(',\n')}\n      }\n    }`;
}

function placeText({ x, y, like, linked }: KeptPlace): string {
  const parts = [
    `"x": ${x}, "y": ${y}`,
    ...(like === undefined ? [] : [`"like": ${JSON.stringify(like)}`]),
    ...(linked === undefined ? [] : [`"linked": [${linked.map((each) => JSON.stringify(each)).join(', ')}]`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
