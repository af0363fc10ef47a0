// Positions of boxes that are kept beside a design: what is wrong with them, and keeping those of a drawing.
import { basename, dirname, join, resolve } from 'node:path';
import { reasonOf } from '@lightloom/language/disk';
import { sourceTextOf } from '@lightloom/print';
import { isFabric } from '../input/find-files.ts';
import type { OpenedFile } from '../input/workspace.ts';
import { say } from '../output/deliver.ts';
import type { Io } from '../process/io.ts';
import { targetOf, writeTarget } from '../process/write-file.ts';

/** Warns of what is wrong with the positions of a design, each at its line, and of views that are gone. */
export async function reportPositions({ analysis, path }: OpenedFile, io: Pick<Io, 'stderr'>): Promise<void> {
  const file = await analysis.placements();
  if (file === undefined) return;
  const { lostPositions } = await import('@lightloom/language');
  const lost = await lostPositions(analysis);
  if (lost.length > 0) {
    const views = lost.length === 1 ? "a view that isn't" : "views that aren't";
    say(io, `${positionsPath(path)} keeps positions of ${views} here any more: ${lost.join(', ')}.`, 'warning');
  }
  const source = sourceTextOf(positionsPath(path), file.text);
  for (const { message, help, origin } of file.problems) {
    const { line, column } = source.position(origin.start);
    const at = `${source.path}:${line + 1}:${column + 1}`;
    say(io, `${at}: ${message}${help === undefined ? '' : ` ${help}`}`, 'warning');
  }
}

/**
 * Keeps where the boxes of a drawing are, in the file beside the design.
 * @param placed whether what is kept already counts
 * @returns false when that fails, which is reported
 */
export async function keepPositions(
  { analysis, path }: OpenedFile,
  view: string,
  placed: boolean,
  io: Io,
): Promise<boolean> {
  const [{ graphOf, keptView, placementText }, { elkEngine, isMovable, layout }, { startElkWorker }] =
    await Promise.all([
      import('@lightloom/language'),
      import('@lightloom/diagram'),
      import('@lightloom/render/elk-thread'),
    ]);
  const file = positionsPath(path);
  if (!isFabric(path)) {
    say(io, 'The positions of the standard input have no file beside them; save the design first.');
    return false;
  }
  const before = await analysis.placements();
  if (before !== undefined && before.problems.length > 0) {
    say(io, `${file} has errors, so it isn't changed; correct them, or remove it.`);
    return false;
  }
  const graph = await graphOf(analysis, view, { placed });
  if (graph === undefined) return true;
  if (!isMovable(graph)) {
    say(
      io,
      `${view} has no positions to keep: its boxes have places of their own. Networks of single boxes and of tiers have.`,
    );
    return false;
  }
  const engine = elkEngine((onFailure) => startElkWorker(io.assets, onFailure));
  const { nodes } = await layout(graph, engine);
  const kept = await keptView(
    graph,
    nodes.map(({ node, x, y }) => ({ id: node.id, x, y })),
    before?.views.get(view)?.locked,
  );
  try {
    await writeTarget(await targetOf(resolve(io.cwd, file)), placementText(before, view, kept) ?? '');
    return true;
  } catch (error) {
    say(io, `${file} can't be written: ${reasonOf(error)}.`);
    return false;
  }
}

/** The file beside a design, as it is shown. */
function positionsPath(path: string): string {
  return join(dirname(path), basename(path).replace(/\.fabric$/i, '.view.json')).replaceAll('\\', '/');
}
