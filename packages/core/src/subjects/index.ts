// What findings and drawings say of the same links.
export { type EndFault, linkFaults } from './link-faults.ts';
