// Plans: designs from what a network has to do.
export { planNetworks } from './plan-networks.ts';
export type { PlanRequest } from './request.ts';
