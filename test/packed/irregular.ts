// A small network that has no tiers: the layout engine places it, and the search moves it.
const pairs = 'ab ac ad be bf cf cg dg dh ef eh fi gh hj ij gi'.split(' ');
const sites = 'abcdefghij'.split('');
const used = new Map<string, number>();
const port = (site: string): string => {
  used.set(site, (used.get(site) ?? 0) + 1);
  return `${site}.line[${used.get(site)}]`;
};

/** Its text. */
export const irregular = `import "std/qsfp"
import "std/fiber"
switch type Router { height 2 RU  power 0.8 kW  ports line[1..8] : QSFP-DD { power 25 W } }
network wan : scale-across {
${sites.map((site) => `  switch ${site} : Router`).join('\n')}
${pairs.map(([from = '', to = '']) => `  link ${port(from)} to ${port(to)} over OS2 { length 60 km }`).join('\n')}
${sites.map((site) => `  plug QsfpDd400Zr into ${site}.line[1..${used.get(site)}]`).join('\n')}
}
`;
