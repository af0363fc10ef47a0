// A small fabric built by hand: two racks with one switch and one host each, linked by modules with two channels.
import {
  type Fabric,
  FabricBuilder,
  type Given,
  nowhere,
  type Part,
  type PartKind,
  type PortGroup,
  type Values,
} from '../src/index.ts';

/** A value with a place in the text, as somebody wrote it. */
export function given<T>(value: T, start = 0): Given<T> {
  return { value, origin: { uri: 'small.fabric', start, end: start + 1 }, provenance: { kind: 'stated', text: '' } };
}

/** Adds a part with some values. */
export function addPart<K extends PartKind>(
  builder: FabricBuilder,
  kind: K,
  name: string,
  values: Readonly<Record<string, Given<unknown>>>,
  ports: readonly PortGroup[] = [],
): Part<K> {
  const part: Part = {
    kind,
    name,
    index: builder.partCount,
    origin: nowhere,
    base: undefined,
    library: false,
    values: values as Values<PartKind>,
    unknowns: {},
    ports,
    doc: undefined,
  };
  return builder.addPart(part) as unknown as Part<K>;
}

/** The small fabric: devices 0 and 1 are switches, 2 and 3 hosts; device i is in rack i mod 2; all are on feed 0. */
export function smallFabric(): Fabric {
  const builder = new FabricBuilder('small.fabric');
  const optics = addPart(builder, 'optics', 'DR', {
    lanes: given(4),
    'lane-rate': given(100e9),
    fibers: given(8),
    'channel-loss': given([{ value: 3, part: undefined }]),
    reach: given([{ value: 500, part: undefined }]),
  });
  const module = addPart(builder, 'module', 'Twin', {
    channels: given([{ count: 2, part: optics, lowLoss: false, origin: nowhere }]),
    power: given(15),
  });
  const cage = addPart(builder, 'cage', 'Osfp', { lanes: given(8), 'lane-rate': given(100e9) });
  const group = (count: number): PortGroup => ({
    name: 'p',
    cage,
    axes: [{ low: 1, high: count }],
    count,
    first: 0,
    power: undefined,
    origin: nowhere,
  });
  const leaf = addPart(builder, 'switch', 'Leaf', { power: given(500), height: given(0.048) }, [group(2)]);
  const host = addPart(builder, 'host', 'Node', { power: given(1000), height: given(0.096) }, [group(1)]);
  const rack = addPart(builder, 'rack', 'Rack', { power: given(20e3), height: given(2.112) });
  const net = builder.addNetwork({ name: 'net', kind: 'scale-out', origin: nowhere });
  const scope = builder.addGroup({
    kind: 'network',
    name: 'net',
    path: 'net',
    array: 'net',
    parent: undefined,
    network: net,
    template: undefined,
    origin: nowhere,
  });
  const block = (kind: 'switch' | 'host' | 'rack', name: string, part: Part): void => {
    const inNetwork = kind !== 'rack';
    builder.addBlock({
      kind,
      name,
      path: inNetwork ? `net.${name}` : name,
      group: inNetwork ? scope : undefined,
      axes: [{ low: 1, high: 2 }],
      part,
      origin: nowhere,
      doc: undefined,
    });
  };
  block('switch', 'leaf', leaf);
  block('host', 'node', host);
  block('rack', 'rack', rack);
  builder.place(nowhere, { of: 'device', ids: Uint32Array.of(0, 1) }, Uint32Array.of(0, 1), 1);
  builder.place(nowhere, { of: 'device', ids: Uint32Array.of(2, 3) }, Uint32Array.of(0, 1), 1);
  const feed = builder.plant.addFeed({ name: 'A', values: {}, origin: nowhere });
  for (const id of [0, 1])
    builder.plant.serveRack(id, { feeds: { of: 'feed', ids: Uint32Array.of(feed.index), redundancy: undefined } });
  builder.plug(
    { module, origin: nowhere },
    Uint32Array.from({ length: builder.cageCount }, (_, i) => i),
  );
  builder.layPorts();
  const side = (text: string) => ({ text, origin: nowhere, devices: 2, portsEach: 1, ports: 2 });
  // Cages 0 to 3 are on the leaves, 4 and 5 on the nodes; each has two ports.
  const statements: readonly (readonly [string, string, readonly number[], readonly number[]])[] = [
    ['node.p', 'leaf.p', [8, 10], [0, 4]],
    ['leaf[1].p', 'leaf[2].p', [2], [6]],
  ];
  for (const [from, to, a, b] of statements)
    builder.addLinks(
      {
        network: net,
        group: scope,
        pattern: 'one-to-one',
        from: side(from),
        to: side(to),
        fiber: undefined,
        cable: undefined,
        medium: {},
        mediumOrigin: undefined,
        fault: undefined,
        alike: 0,
        origin: { uri: 'small.fabric', start: a.length, end: a.length + 1 },
      },
      Uint32Array.from(a),
      Uint32Array.from(b),
    );
  return builder.finish();
}
