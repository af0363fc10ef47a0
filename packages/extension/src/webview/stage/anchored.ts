// Where the camera goes when a thing was folded or unfolded: the thing stays where it is on the screen.
import type { Camera } from '../../messages.ts';
import type { Scene, SceneItem } from '../model/scene.ts';

/**
 * A camera over the next drawing.
 * @param id what was folded or unfolded in the drawing before
 * @returns undefined where the next drawing has nothing like it
 */
export function anchored(before: Scene, after: Scene, id: string, camera: Camera): Camera | undefined {
  const old = before.items.find((each) => each.id === id);
  const now = after.items.find((each) => each.id === id) ?? nearestName(after.items, id);
  if (old === undefined || now === undefined) return undefined;
  return { ...camera, x: camera.x + now.box.x - old.box.x, y: camera.y + now.box.y - old.box.y };
}

/** The thing with the longest path in common. */
function nearestName(items: readonly SceneItem[], id: string): SceneItem | undefined {
  let best: { readonly item: SceneItem; readonly length: number } | undefined;
  for (const item of items) {
    if (item.kind === 'trunk') continue;
    let length = 0;
    while (length < id.length && item.id[length] === id[length]) length++;
    if (length > 0 && (best === undefined || length > best.length)) best = { item, length };
  }
  return best?.item;
}
