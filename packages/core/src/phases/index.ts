// Phases of growth: what stands at each.
export { type AtPhase, fabricAt } from './fabric-at.ts';
export { canBeAdded } from './standing.ts';
