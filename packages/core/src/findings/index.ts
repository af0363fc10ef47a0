// The one room that decides what is reported: findings, when two are the same, what follows from what, what is allowed.
export {
  type AllowedJudgement,
  allowancesFor,
  allowedApart,
  applyAllowances,
  matchesRule,
  type RuleAllowances,
} from './allowances.ts';
export { type AllowedFinding, allowedFindings } from './allowed-findings.ts';
export { applyFixes, type Texts } from './apply-fixes.ts';
export { type Accepted, acceptable, compareBaseline, mergeAccepted } from './baseline.ts';
export { declarationOf, type MadeOf, madeOfTypes } from './belonging.ts';
export { componentsOf, pathParts } from './components.ts';
export { type Concerned, concernedBy, concernedText } from './concerned.ts';
export { attachConsequences } from './consequences.ts';
export { type Changes, changed, withoutCarets } from './example.ts';
export {
  type CurableFinding,
  type DesignChange,
  type Edit,
  type Finding,
  type Fix,
  type Related,
  type Remedy,
  resizing,
  type Severity,
  setting,
  using,
} from './finding.ts';
export { fingerprintsOf } from './fingerprint.ts';
export {
  accepting,
  type Judge,
  type Judged,
  type LimitCount,
  limitsIn,
  Tally,
  type Unjudged,
} from './judge.ts';
export { type Judgement, mergeJudgements, saidOfOthers } from './judgement.ts';
export { byPlace, distinctFindings, findingKey, sayingKey } from './key.ts';
export {
  brokenLayers,
  type Dependence,
  distinctOnLines,
  dropConsequences,
  fabricLayers,
  isJudgeable,
  type Layer,
} from './layers.ts';
export type { Report, Rule } from './rule.ts';
export { hardestFirst, milderOf, type Severities, type Strictness, severityOf } from './severity.ts';
