// Parts, paths and fabrics without a parser: what tests of the core build by hand.
import {
  type Catalogue,
  type Fabric,
  FabricBuilder,
  figure,
  type Given,
  type LinkGroup,
  layOutPorts,
  type OneSided,
  type Part,
  type PortSet,
  patterns,
  type Quantity,
  type Side,
  type Values,
} from '../src/index.ts';

const origin = { uri: '', start: 0, end: 0 };

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
    first: 0,
    count: 0,
    fault: undefined,
    alike: 0,
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

/** Builds a direct network in one network `n`. */
export function directNetwork({ switches, ports, pattern, sizes = [], hosts = 1 }: DirectNetwork): Fabric {
  const builder = new FabricBuilder('');
  const add = <P extends Part>(made: P): P => builder.addPart({ ...made, index: builder.partCount });
  const optics = add(part('optics', 'Pmd', { rate: si(800e9), lanes: given(8), 'lane-rate': si(100e9) }));
  const module = add(part('module', 'Module', { channels: given([counted(1, optics)]) }));
  const cage = add(part('cage', 'Cage', { lanes: given(8), 'lane-rate': si(100e9) }));
  const box = (kind: 'switch' | 'host', name: string, cages: number) =>
    add(
      part(kind, name, {}, {
        ports: layOutPorts([{ name: 'p', cage, axes: [{ low: 1, high: cages }], power: undefined, origin }]),
      } as Partial<Part<'switch'>>),
    );
  const network = builder.addNetwork({ name: 'n', kind: 'scale-out', origin });
  const group = builder.addGroup({
    kind: 'network',
    name: 'n',
    path: 'n',
    array: 'n',
    parent: undefined,
    network,
    template: undefined,
    origin,
  });
  const block = (kind: 'switch' | 'host', name: string, count: number, made: Part) =>
    builder.addBlock({
      kind,
      name,
      path: `n.${name}`,
      group,
      axes: [{ low: 1, high: count }],
      part: made,
      origin,
      doc: undefined,
    });
  block('switch', 's', switches, box('switch', 'Switch', ports + hosts));
  block('host', 'h', switches * hosts, box('host', 'Host', 1));
  builder.plug(
    { module, origin },
    Uint32Array.from({ length: builder.cageCount }, (_, i) => i),
  );
  builder.layPorts();
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
