// Fibers, panels and connectors of a whole fabric.
import { cablesInAll, cablesOfLinkClass } from '../facts/cabling/cable-count.ts';
import { fiberPaths, rackFibersOf } from '../facts/optics/fiber-paths.ts';
import { connectorUsesOf, panelUsesOf } from '../facts/optics/panel-use.ts';
import { trayFacts } from '../facts/optics/tray.ts';
import { defineAnswer, defineAnswerFor } from './answer.ts';
import { reads } from './subject-facts.ts';

const paths = defineAnswer(reads('fabric', 'links'), fiberPaths);

/** Fibers and connectors of a rack. */
export const rackFibers = defineAnswerFor({ ...reads('fabric', 'optics', 'cabling'), paths }, rackFibersOf);

/** Fibers between racks; undefined where no link leaves a rack. */
export const trayOf = defineAnswer({ ...reads('fabric', 'optics', 'cabling'), paths }, trayFacts);

/** Panels that links pass through, by type. */
export const panelUses = defineAnswer(reads('fabric', 'optics', 'cabling'), panelUsesOf);

/** Connectors on the paths of links, by type and grade. */
export const connectorUses = defineAnswer(reads('fabric', 'optics', 'cabling'), connectorUsesOf);

/** Cables of the links of a class. One that links of several classes share belongs to the class of its first. */
export const cablesOfClass = defineAnswerFor(reads('links', 'cabling'), cablesOfLinkClass);

/** Cables of a whole fabric. */
export const allCables = defineAnswer(reads('fabric', 'links', 'cabling'), cablesInAll);
