// An unknown figure makes every sum it is part of unknown, with the reason.
import { printValue } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

describe('what is unknown', () => {
  it('stays unknown in every sum, with the reason', async () => {
    const text = `
switch type Box { height 1 OU }
switch s[1..2] : Box
`;
    const { facts } = await analysisOf(text);
    expect(facts.power.total.value).toBeNaN();
    expect(facts.power.total.unknown).toBe('Box has no `power`');
    expect(printValue(facts.power.total)).toBe('unknown');
  });
});
