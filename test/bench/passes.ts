// The passes over all links that any judgement of a mesh needs, on columns alone and without a language around them: how low it can get.

/**
 * Makes the links of a mesh of two kinds of switches, and finds what is at their ends, whether a port is used twice, the neighbors and the
 * parts of the network, the bandwidth of each switch, and whether each link loses too much.
 * @returns a run of it, which gives the number of links that are right
 */
export function leastPasses(sources: number, targets: number): () => number {
  return () => {
    const { from, to } = expanded(sources, targets);
    const first = devicesOf(from, targets, 0);
    const second = devicesOf(to, sources, sources);
    const parts = partsOf(sources + targets, first, second);
    const neighbors = neighborsOf(sources + targets, first, second);
    if (parts !== 1 || neighbors.length !== 2 * from.length) throw new Error('The mesh is not in one part.');
    addUp(sources + targets, first, second);
    return usedOnce(from, to, 2 * sources * targets) ? within(from.length) : 0;
  };
}

/** Port `i × targets + j` of the first kind to port `j × sources + i` of the second. */
function expanded(sources: number, targets: number) {
  const [from, to] = [new Uint32Array(sources * targets), new Uint32Array(sources * targets)];
  let link = 0;
  for (let i = 0; i < sources; i++)
    for (let j = 0; j < targets; j++) {
      from[link] = i * targets + j;
      to[link++] = sources * targets + j * sources + i;
    }
  return { from, to };
}

function devicesOf(ports: Uint32Array, each: number, before: number): Uint32Array {
  const devices = new Uint32Array(ports.length);
  const start = before === 0 ? 0 : ports.length;
  for (let link = 0; link < ports.length; link++)
    devices[link] = before + Math.floor(((ports[link] as number) - start) / each);
  return devices;
}

function usedOnce(from: Uint32Array, to: Uint32Array, ports: number): boolean {
  const used = new Uint8Array(ports);
  for (const side of [from, to])
    for (let link = 0; link < side.length; link++) {
      const port = side[link] as number;
      if (used[port] === 1) return false;
      used[port] = 1;
    }
  return true;
}

function partsOf(devices: number, from: Uint32Array, to: Uint32Array): number {
  const parent = Uint32Array.from({ length: devices }, (_, i) => i);
  const rootOf = (device: number): number => {
    let at = device;
    for (let up = parent[at] as number; up !== at; up = parent[at] as number) at = parent[at] = parent[up] as number;
    return at;
  };
  let parts = devices;
  for (let link = 0; link < from.length; link++) {
    const [a, b] = [rootOf(from[link] as number), rootOf(to[link] as number)];
    if (a === b) continue;
    parent[a] = b;
    parts--;
  }
  return parts;
}

function neighborsOf(devices: number, from: Uint32Array, to: Uint32Array): Uint32Array {
  const next = new Uint32Array(devices + 1);
  for (const side of [from, to])
    for (let link = 0; link < side.length; link++) {
      const after = (side[link] as number) + 1;
      next[after] = (next[after] as number) + 1;
    }
  for (let device = 0; device < devices; device++)
    next[device + 1] = (next[device + 1] as number) + (next[device] as number);
  const neighbors = new Uint32Array(2 * from.length);
  for (let link = 0; link < from.length; link++) {
    const a = from[link] as number;
    const b = to[link] as number;
    const atA = next[a] as number;
    const atB = next[b] as number;
    neighbors[atA] = b;
    neighbors[atB] = a;
    next[a] = atA + 1;
    next[b] = atB + 1;
  }
  return neighbors;
}

function addUp(devices: number, from: Uint32Array, to: Uint32Array): Float64Array {
  const bandwidth = new Float64Array(devices);
  for (const side of [from, to])
    for (let link = 0; link < side.length; link++) {
      const device = side[link] as number;
      bandwidth[device] = (bandwidth[device] as number) + 800e9;
    }
  return bandwidth;
}

/** Fiber and two connectors against what the optics tolerate, a link. */
function within(links: number): number {
  const lengths = new Float64Array(links).fill(30);
  let right = 0;
  for (let link = 0; link < links; link++) if (0.0004 * (lengths[link] as number) + 2 * 0.75 <= 3) right++;
  return right;
}
