// What findings and drawings say of the same links.
export { type EndFault, linkFaults } from './ends/link-faults.ts';
