// Phases of growth: what is there in each.
export { type AtPhase, fabricAt } from './fabric-at.ts';
export { canBeAdded } from './standing.ts';
