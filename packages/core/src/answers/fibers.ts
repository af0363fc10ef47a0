// Fibers, panels and connectors of a whole fabric.
import { fiberPaths, rackFibersOf } from '../facts/optics/fiber-paths.ts';
import { connectorUsesOf, panelUsesOf } from '../facts/optics/panel-use.ts';
import { trayFacts } from '../facts/optics/tray.ts';
import { defineAnswer, defineAnswerFor } from './answer.ts';
import { reads } from './subject-facts.ts';

const paths = defineAnswer(reads('fabric', 'links'), fiberPaths);

/** Fibers and connectors of a rack. */
export const rackFibers = defineAnswerFor({ ...reads('fabric', 'optics'), paths }, rackFibersOf);

/** Fibers between racks; undefined where no link leaves a rack. */
export const trayOf = defineAnswer({ ...reads('fabric', 'optics'), paths }, trayFacts);

/** Panels that links pass through, by type. */
export const panelUses = defineAnswer(reads('fabric', 'optics'), panelUsesOf);

/** Connectors on the paths of links, by type and grade. */
export const connectorUses = defineAnswer(reads('fabric', 'optics'), connectorUsesOf);
