// A planned network, as it is going to be written.
import type { Faceplate, Growth, Part, PlannedHall, PlannedOptics, Shape } from '@lightloom/core';
import type { PlanParts, PlanRequest } from './request.ts';

/** A network to write. */
export interface Draft {
  readonly request: PlanRequest;
  /** Hosts in the end. */
  readonly hosts: number;
  /** What comes later. */
  readonly growth: Growth | undefined;
  /** Ports of a host on each plane. */
  readonly rails: number;
  readonly parts: PlanParts;
  readonly planes: number;
  readonly shape: Shape;
  readonly optics: PlannedOptics;
  readonly faceplates: readonly [Faceplate, Faceplate, Faceplate];
  /** What the switches need of the hall; undefined where none was asked for. */
  readonly hall: PlannedHall | undefined;
  /** What to import for a part; nothing for one of a file that is imported anyway. */
  readonly importOf: (part: Part) => string;
}
