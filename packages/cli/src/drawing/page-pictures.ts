// The drawings of a design for a page: every view that shows something, each once.
import type { Picture } from '@lightloom/print';
import type { OpenedFile } from '../input/workspace.ts';
import type { Io } from '../process/io.ts';

/** The views of a design in the order in which `render --list` names them; without those that show nothing, or what another shows. */
export async function picturesOf(design: OpenedFile['analysis'], io: Io): Promise<readonly Picture[]> {
  const [{ graphOf, viewsOf }, { elkEngine, layout, svg }, { startElkWorker }] = await Promise.all([
    import('@lightloom/language'),
    import('@lightloom/diagram'),
    import('../process/elk-worker.ts'),
  ]);
  const engine = elkEngine((onFailure) => startElkWorker(io.assets, onFailure));
  const seen = new Set<string>();
  const pictures: Picture[] = [];
  for (const { id, title } of await viewsOf(design)) {
    const graph = await graphOf(design, id);
    if (graph === undefined || graph.nodes.length + graph.groups.length === 0) continue;
    // A declared view often shows what the view of its network does, under a title of its own.
    const content = JSON.stringify({ ...graph, id: '', title: '', block: '' });
    if (seen.has(content)) continue;
    seen.add(content);
    pictures.push({ id, title, svg: svg(await layout(graph, engine), { theme: 'page' }) });
  }
  return pictures;
}
