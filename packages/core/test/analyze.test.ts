// Rules over a fabric: which are run, what becomes of one that fails, and what is reported about allowances.
import { describe, expect, it } from 'vitest';
import { allowedFindings, analyze, type Fabric, factsOf, type Rule, type Strictness } from '../src/index.ts';
import { at, fabricWith, ruleOf } from './findings-kit.ts';

const found = ruleOf('power/rack-budget', { check: () => [{ message: '90 kW.', origin: at(10) }] });
const demand = ruleOf('requirement/unmet', {
  level: 'demand',
  check: () => [{ message: 'It fails.', origin: at(5), severity: 'warning' }],
});

function rulesFound(fabric: Fabric, rules: readonly Rule[], severities?: readonly (readonly [string, Strictness])[]) {
  return analyze(factsOf(fabric), rules, new Map(severities)).findings.map((each) => [each.rule, each.severity]);
}

describe('the findings of a fabric', () => {
  it('come by place, with the milder of the severities of rule and report', () => {
    expect(rulesFound(fabricWith(), [found, demand])).toEqual([
      ['requirement/unmet', 'warning'],
      ['power/rack-budget', 'error'],
    ]);
  });

  it('have the severity that a project sets', () => {
    expect(rulesFound(fabricWith(), [found, demand], [['power', 'note']])).toEqual([
      ['requirement/unmet', 'warning'],
      ['power/rack-budget', 'note'],
    ]);
    expect(rulesFound(fabricWith(), [found], [['power', 'off']])).toEqual([]);
  });

  it('are of single values alone while something is missing', () => {
    expect(rulesFound(fabricWith([], ['links']), [found, demand])).toEqual([['power/rack-budget', 'error']]);
  });

  it('name a rule that fails', () => {
    const broken = ruleOf('power/broken', {
      check: () => {
        throw new Error('no such column');
      },
    });
    expect(analyze(factsOf(fabricWith()), [broken]).findings).toMatchObject([
      {
        rule: 'power/broken',
        message: 'The rule power/broken failed: no such column.',
        help: 'This is a bug in Lightloom, not in the design; please report it.',
      },
    ]);
  });

  it('that are allowed are known, with what allows them', () => {
    const two = ruleOf('power/rack-budget', {
      check: () => [
        { message: '90 kW.', origin: at(10) },
        { message: '80 kW.', origin: at(10) },
      ],
    });
    const fabric = fabricWith([{}]);
    const { findings, allowed } = analyze(factsOf(fabric), [two, demand]);
    expect(findings.map(({ rule }) => rule)).toEqual(['requirement/unmet']);
    expect(allowedFindings(allowed)).toMatchObject([
      { finding: { message: '90 kW.', consequences: ['80 kW.'], severity: 'error' }, by: fabric.allowances },
    ]);
  });

  it('lack what is allowed, and hold an allowance that covers nothing', () => {
    expect(rulesFound(fabricWith([{}]), [found])).toEqual([]);
    expect(rulesFound(fabricWith([{}]), [demand])).toContainEqual(['control/unused-allow', 'warning']);
    expect(rulesFound(fabricWith([{}]), [demand], [['control', 'off']])).toEqual([['requirement/unmet', 'warning']]);
    expect(rulesFound(fabricWith([{}]), [found], [['power', 'off']])).toEqual([]);
    expect(rulesFound(fabricWith([{}], ['plugs']), [])).toEqual([]);
  });
});
