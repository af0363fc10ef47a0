// Parts, paths and fabrics without a parser: what tests of the core build by hand.
import {
  type Catalogue,
  type Fabric,
  FabricBuilder,
  figure,
  type Given,
  type LinkGroup,
  layOutPorts,
  nowhere,
  type OneSided,
  type Part,
  type PortSet,
  patterns,
  type Quantity,
  type Side,
  type Values,
} from '../src/index.ts';

const origin = nowhere;
const declaration = 0;

/** A value as if somebody had written it. */
export const given = <T>(value: T): Given<T> => ({ value, origin, provenance: { kind: 'stated', text: '' } });

/** A quantity in SI units. */
export const si = (value: number): Given<Quantity> => given(value as Quantity);

/** A table by temperature or another quantity: rows of value and place, in SI units. */
export const table = (...rows: readonly (readonly [value: number, at: number])[]) =>
  given(rows.map(([value, at]) => ({ value: value as Quantity, at: at as Quantity })));

/** A part of a kind with some values. */
export function part<K extends keyof Catalogue & Part['kind']>(
  kind: K,
  name: string,
  values: Readonly<Record<string, Given<unknown>>> = {},
  more: Partial<Part<K>> = {},
): Part<K> {
  return {
    kind,
    name,
    index: 0,
    declaration,
    origin,
    base: undefined,
    library: false,
    values: values as Values<K>,
    unknowns: {},
    ports: [],
    doc: undefined,
    ...more,
  } as Part<K>;
}

const side: Side = { text: 'x', origin, devices: 0, portsEach: 0, ports: 0 };

/** The links of one statement over a path: `path({ fiber, connectors: … })`. */
export function path(medium: Readonly<Record<string, Given<unknown>>>, fiber?: Part<'fiber'>): LinkGroup {
  return {
    index: 0,
    network: undefined,
    group: undefined,
    pattern: 'pairs',
    from: side,
    to: side,
    fiber,
    cable: undefined,
    medium,
    mediumOrigin: undefined,
    readAt: undefined,
    first: 0,
    count: 0,
    fault: undefined,
    unlinked: undefined,
    alike: 0,
    declaration,
    origin,
  };
}

/** Some of one part on a path, as `4 x MPO16 low-loss`. */
export const counted = <P extends Part>(count: number, each: P, grade: 'standard' | 'low-loss' = 'standard') => ({
  count,
  part: each,
  lowLoss: grade === 'low-loss',
  origin,
});

/** A length of fiber in m, as a figure. */
export const metres = (length: number) => figure('length', 'length', length);

/** A network of equal switches that a pattern joins, each with hosts on ports of their own. Every port carries 800 Gbps. */
export interface DirectNetwork {
  readonly switches: number;
  /** Ports of each switch to other switches. */
  readonly ports: number;
  /** `torus`, `full`, … */
  readonly pattern: string;
  /** What the pattern takes in parentheses. */
  readonly sizes?: readonly number[];
  /** Hosts on each switch; one where not given. */
  readonly hosts?: number;
}

/** Adds a part to a fabric; its `ports` are cages of one form factor, so many in a group. */
function addPart<K extends keyof Catalogue & Part['kind']>(
  builder: FabricBuilder,
  kind: K,
  name: string,
  values: Readonly<Record<string, Given<unknown>>> = {},
  ports: readonly { readonly cage: Part<'cage'>; readonly count: number }[] = [],
): Part<K> {
  const groups = ports.map(({ cage, count }) => ({
    name: 'p',
    cage,
    axes: [{ low: 1, high: count }],
    power: undefined,
    origin,
  }));
  return builder.addPart(part(kind, name, values, { index: builder.partCount, ports: layOutPorts(groups) }));
}

/** Adds a network, and the function that adds an array of so many devices to it. */
function addNetwork(builder: FabricBuilder, name: string) {
  const network = builder.addNetwork({ name, kind: 'scale-out', declaration, origin });
  const group = builder.addGroup({
    kind: 'network',
    name,
    path: name,
    array: name,
    parent: undefined,
    network,
    template: undefined,
    origin,
  });
  const addDevices = (array: string, count: number, of: Part<'switch'> | Part<'host'>): void => {
    const axes = [{ low: 1, high: count }];
    const path = `${name}.${array}`;
    builder.addBlock({ kind: of.kind, name: array, path, group, axes, part: of, declaration, origin, doc: undefined });
  };
  return { network, group, addDevices };
}

/** Plugs one module into every cage, which completes the ports. */
function plugAll(builder: FabricBuilder, module: Part<'module'>): void {
  builder.plug(
    { module, origin },
    Uint32Array.from({ length: builder.cageCount }, (_, i) => i),
  );
  builder.layPorts();
}

/** Builds a direct network in one network `n`. */
export function directNetwork({ switches, ports, pattern, sizes = [], hosts = 1 }: DirectNetwork): Fabric {
  const builder = new FabricBuilder('');
  const optics = addPart(builder, 'optics', 'Pmd', { rate: si(800e9), lanes: given(8), 'lane-rate': si(100e9) });
  const module = addPart(builder, 'module', 'Module', { channels: given([counted(1, optics)]) });
  const cage = addPart(builder, 'cage', 'Cage', { lanes: given(8), 'lane-rate': si(100e9) });
  const { network, group, addDevices } = addNetwork(builder, 'n');
  addDevices('s', switches, addPart(builder, 'switch', 'Switch', {}, [{ cage, count: ports + hosts }]));
  addDevices('h', switches * hosts, addPart(builder, 'host', 'Host', {}, [{ cage, count: 1 }]));
  plugAll(builder, module);
  const each = ports + hosts;
  const own: PortSet = {
    ports: Uint32Array.from({ length: switches * ports }, (_, i) => Math.floor(i / ports) * each + (i % ports)),
    starts: Uint32Array.from({ length: switches + 1 }, (_, i) => i * ports),
    spare: hosts,
  };
  const laid = (patterns.get(pattern) as OneSided).lay(own, sizes);
  if ('kind' in laid) throw new Error(JSON.stringify(laid));
  const links = { ...path({}), network, group };
  const written = sizes.length === 0 ? pattern : `${pattern}(${sizes.join(', ')})`;
  builder.addLinks({ ...links, pattern: written }, laid.from, laid.to);
  const all = Array.from({ length: switches * hosts }, (_, i) => i);
  builder.addLinks(
    links,
    Uint32Array.from(all, (i) => Math.floor(i / hosts) * each + ports + (i % hosts)),
    Uint32Array.from(all, (i) => switches * each + i),
  );
  return builder.finish();
}

/**
 * A small fabric: two racks with one switch and one host each, linked by modules with two channels. Devices 0 and 1 are
 * switches, 2 and 3 hosts; device i is in rack i mod 2; all are on feed 0.
 */
export function smallFabric(): Fabric {
  const builder = new FabricBuilder('small.fabric');
  const optics = addPart(builder, 'optics', 'DR', {
    lanes: given(4),
    'lane-rate': si(100e9),
    fibers: given(8),
    'channel-loss': given([{ value: 3, part: undefined }]),
    reach: given([{ value: 500, part: undefined }]),
  });
  const module = addPart(builder, 'module', 'Twin', { channels: given([counted(2, optics)]), power: si(15) });
  const cage = addPart(builder, 'cage', 'Osfp', { lanes: given(8), 'lane-rate': si(100e9) });
  const leaf = addPart(builder, 'switch', 'Leaf', { power: si(500), height: si(0.048) }, [{ cage, count: 2 }]);
  const host = addPart(builder, 'host', 'Node', { power: si(1000), height: si(0.096) }, [{ cage, count: 1 }]);
  const rack = addPart(builder, 'rack', 'Rack', { power: si(20e3), height: si(2.112) });
  const { network, group, addDevices } = addNetwork(builder, 'net');
  addDevices('leaf', 2, leaf);
  addDevices('node', 2, host);
  builder.addBlock({
    kind: 'rack',
    name: 'rack',
    path: 'rack',
    group: undefined,
    axes: [{ low: 1, high: 2 }],
    part: rack,
    declaration,
    origin,
    doc: undefined,
  });
  builder.place(origin, { of: 'device', ids: Uint32Array.of(0, 1) }, Uint32Array.of(0, 1), 1);
  builder.place(origin, { of: 'device', ids: Uint32Array.of(2, 3) }, Uint32Array.of(0, 1), 1);
  const feed = builder.plant.addFeed({ name: 'A', kind: 'feed', feeds: 0, values: {}, declaration, origin });
  for (const id of [0, 1])
    builder.plant.serveRack(id, { feeds: { of: 'feed', ids: Uint32Array.of(feed.index), redundancy: undefined } });
  plugAll(builder, module);
  // Cages 0 to 3 are on the leaves, 4 and 5 on the nodes; each has two ports.
  const links = { ...path({}), network, group, pattern: 'one-to-one' };
  const end = (text: string): Side => ({ text, origin, devices: 2, portsEach: 1, ports: 2 });
  builder.addLinks({ ...links, from: end('node.p'), to: end('leaf.p') }, Uint32Array.of(8, 10), Uint32Array.of(0, 4));
  builder.addLinks({ ...links, from: end('leaf[1].p'), to: end('leaf[2].p') }, Uint32Array.of(2), Uint32Array.of(6));
  return builder.finish();
}
