// What findings and drawings say of the same links.
export { isOnlyWarnedOf } from './assumed-limit.ts';
export { type EndFault, linkFaults } from './ends/link-faults.ts';
