// Which part of a drawing is in sight: the arithmetic of moving and zooming.
import type { Camera } from '../../messages.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const [minScale, maxScale] = [0.02, 8];
/** A small drawing that fits is enlarged up to this scale. */
const maxFit = 1.5;
/** Room around a drawing that fits, in screen pixels. */
export const margin = 12;
/** Largest room above a drawing that fits: its title is at the top, as on a page. */
const maxTop = 24;
/** So much of the drawing stays in sight, in screen pixels. */
const minInSight = 40;

function clampScale(scale: number): number {
  return Math.min(maxScale, Math.max(minScale, scale));
}

/** The camera, with some of the drawing in sight and its scale within limits. */
export function held({ x, y, scale: wanted }: Camera, drawing: Size, stage: Size): Camera {
  const scale = clampScale(wanted);
  const hold = (at: number, length: number, screen: number): number =>
    Math.min(length - minInSight / scale, Math.max(at, (minInSight - screen) / scale));
  return { x: hold(x, drawing.width, stage.width), y: hold(y, drawing.height, stage.height), scale };
}

/** The whole drawing, centered. */
export function fitted(drawing: Size, stage: Size): Camera {
  const scale = Math.max(
    minScale,
    Math.min(
      maxFit,
      (stage.width - 2 * margin) / drawing.width,
      Math.max((stage.height - 2 * margin) / drawing.height, 0),
    ),
  );
  return {
    x: (drawing.width - stage.width / scale) / 2,
    y: Math.max((drawing.height - stage.height / scale) / 2, -maxTop / scale),
    scale,
  };
}

/** Zooms by a factor around a point of the screen, counted from the corner of the stage. */
export function zoomedAt(camera: Camera, factor: number, x: number, y: number): Camera {
  const scale = clampScale(camera.scale * factor);
  return { x: camera.x + x / camera.scale - x / scale, y: camera.y + y / camera.scale - y / scale, scale };
}

/** Moves by screen pixels. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale };
}
