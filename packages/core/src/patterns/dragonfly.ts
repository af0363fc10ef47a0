// Groups of routers, all joined within a group, and every group joined to every other.
import { devicesOf, type OneSided } from './pattern.ts';
import { impossible, layWiring, type Wiring } from './wiring.ts';

/** Most sizes that a message lists. */
const maxSizes = 8;

/**
 * A dragonfly after Kim, Dally, Scott and Abts (ISCA 2008): `a` routers a group, `h` global links a router, and at most
 * `a * h + 1` groups. Global ends of a group are dealt to the other groups in turn, starting with the next.
 */
function dragonflyWiring(a: number, h: number, groups: number): Wiring {
  const local = a - 1;
  const degree = local + h;
  const others = groups - 1;
  return {
    devices: a * groups,
    degree,
    peer(end) {
      const router = Math.floor(end / degree);
      const slot = end - router * degree;
      const group = Math.floor(router / a);
      const within = router - group * a;
      if (slot < local) {
        const other = (within + slot + 1) % a;
        return (group * a + other) * degree + (local - 1 - slot);
      }
      const port = within * h + slot - local;
      const round = Math.floor(port / others);
      const ahead = port - round * others + 1;
      const back = round * others + others - ahead;
      const other = ((group + ahead) % groups) * a + Math.floor(back / h);
      return other * degree + local + (back % h);
    },
  };
}

export const dragonfly: OneSided = {
  name: 'dragonfly',
  form: 'dragonfly(4, 2, 2)',
  doc: 'Groups of a routers with p hosts and h global links each: all to all within a group, and every group to every other. At most a·h + 1 groups.',
  takes: { names: ['routers of a group', 'hosts of a router', 'global links of a router'], repeated: false },
  sides: 1,
  lay(side, [a = 0, p = 0, h = 0]) {
    if (a < 1 || h < 1)
      return impossible(
        'A group of a dragonfly has at least one router, and each router one global link',
        'Give a and h as 1 or more.',
      );
    const groups = devicesOf(side) / a;
    if (!Number.isInteger(groups) || groups < 2 || (a * h) % (groups - 1) !== 0)
      return impossible(
        `${devicesOf(side)} devices make no whole number of groups that the ${a * h} global links of each can join evenly`,
        `With groups of ${a} and ${a * h} global links each, these numbers of devices work: ${sizesOf(a, h)}.`,
      );
    if (side.spare < p) return { kind: 'too few hosts', needed: p, have: side.spare };
    return layWiring(side, dragonflyWiring(a, h, groups));
  },
};

/** Numbers of devices that spread evenly, the largest first. */
function sizesOf(a: number, h: number): string {
  const sizes: number[] = [];
  for (let others = a * h; others >= 1 && sizes.length <= maxSizes; others--)
    if ((a * h) % others === 0) sizes.push(a * (others + 1));
  const shown = sizes.slice(0, maxSizes).map(String);
  return sizes.length > maxSizes ? [...shown, '…'].join(', ') : shown.join(', ');
}
