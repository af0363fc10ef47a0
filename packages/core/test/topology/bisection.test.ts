// Bisection of direct networks built by hand, against the closed forms of Dally and Towles, "Principles and Practices of
// Interconnection Networks" (2004), chapters 3 and 5: links between two halves of the switches, one direction.
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/index.ts';
import { type DirectNetwork, directNetwork } from '../fabrics.ts';

const rate = 800e9;
const linksCut = (network: DirectNetwork): number =>
  factsOf(directNetwork(network)).bandwidth.bisection(0).value / rate;

describe('bisection in links', () => {
  it.each([4, 6, 8, 10])('of a ring of %i is 2', (switches) => {
    expect(linksCut({ switches, ports: 2, pattern: 'ring' })).toBe(2);
  });

  // A k-ary n-cube has 2·k^(n−1) links across the middle.
  it.each([
    [[4, 4], 8],
    [[6, 6], 12],
    [[8, 4], 8],
    [[4, 4, 4], 32],
  ])('of a torus of %j is 2·N ÷ the longest side: %i', (sizes, expected) => {
    const switches = sizes.reduce((all, each) => all * each, 1);
    expect(linksCut({ switches, ports: 2 * sizes.length, pattern: 'torus', sizes })).toBe(expected);
  });

  // Each of the n ÷ 2 switches of a half has one link to each of the n ÷ 2 others.
  it.each([4, 6, 8])('of a full mesh of %i is (n ÷ 2)²', (switches) => {
    expect(linksCut({ switches, ports: switches - 1, pattern: 'full', hosts: switches })).toBe((switches / 2) ** 2);
  });

  it('is never more than half of what the hosts inject', () => {
    expect(linksCut({ switches: 8, ports: 7, pattern: 'full', hosts: 1 })).toBe(4);
  });
});
