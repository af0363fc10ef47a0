// What to say about one thing of a fabric: hover and `explain` show the same.
export { explainDevices, switchRows } from './devices.ts';
export { explainSelector } from './explain.ts';
export type { Explanation, ExplanationRow } from './explanation.ts';
export { explainFact } from './fact.ts';
export { nameable } from './find.ts';
export { footingLines } from './footing.ts';
export { explainHall } from './hall.ts';
export { explainLinks, explainNetwork, explainVerdict } from './networks.ts';
export { derivedRows, explainPart } from './parts.ts';
export { explainBranch, explainFeed, explainLoop, explainRacks } from './plant.ts';
export { factText, toldOnce } from './telling.ts';
