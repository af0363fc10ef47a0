// Plans: designs from what a network has to do.
export { type FillRequest, fillDesign } from './fill-design.ts';
export { planNetworks } from './plan-networks.ts';
export type { PlanRequest } from './request.ts';
