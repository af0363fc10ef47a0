// Which part of a drawing is in sight: the arithmetic of moving and zooming.
import type { Camera } from '../../messages.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

const [minScale, maxScale] = [0.01, 8];
/** A small drawing that fits is enlarged up to this scale. */
const maxFit = 2;
/** Room around a drawing that fits, in screen pixels. */
export const margin = 8;
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
  return centered({ x: 0, y: 0, ...drawing }, stage, scale);
}

/** A drawing of rows that is higher than the stage: as wide as the stage, from its top. */
export function fittedWidth(drawing: Size, stage: Size): Camera {
  const whole = fitted(drawing, stage);
  const scale = clampScale(Math.min(1, (stage.width - 2 * margin) / drawing.width));
  if (whole.scale >= scale) return whole;
  return { x: (drawing.width - stage.width / scale) / 2, y: -margin / scale, scale };
}

/** A box of the drawing in the middle of the stage. */
export function centered({ x, y, width, height }: Box, stage: Size, scale: number): Camera {
  return { x: x + (width - stage.width / scale) / 2, y: y + (height - stage.height / scale) / 2, scale };
}

/**
 * A camera that has a box in sight: the same where it is and can be read, else the box in the middle.
 * @param readable scale from which on texts can be read
 */
export function showing(box: Box, camera: Camera, stage: Size, readable: number): Camera {
  const { x, y, scale } = camera;
  const inSight =
    box.x >= x &&
    box.y >= y &&
    box.x + box.width <= x + stage.width / scale &&
    box.y + box.height <= y + stage.height / scale;
  if (inSight && scale >= readable) return camera;
  const most = Math.min((stage.width * 0.8) / Math.max(box.width, 1), (stage.height * 0.8) / Math.max(box.height, 1));
  return centered(box, stage, clampScale(Math.min(Math.max(scale, readable), most)));
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
