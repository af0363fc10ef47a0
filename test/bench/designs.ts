// Designs of a given size, as text and as the JSON that would say the same.

/**
 * How the lines of a long file differ: not at all beyond their ends, as a program may write them; by a length of their own, as a
 * list of real cables does; or by a comment of their own besides.
 */
export const lineKinds = ['alike', 'all different', 'with comments'] as const;
export type LineKind = (typeof lineKinds)[number];

/** A switch fabric written link by link: the form that other programs generate. */
export function flatDesign(links: number, kind: LineKind): string {
  const { leaves, spines, ports } = shapeOf(links);
  const lines = [
    'import "std/osfp"',
    `switch type Leaf { height 2 RU  ports up[1..${ports}] : OSFP }`,
    `switch type Spine { height 2 RU  ports down[1..${ports}] : OSFP }`,
    `switch leaf[1..${leaves}] : Leaf`,
    `switch spine[1..${spines}] : Spine`,
    'plug Osfp800Dr8 into leaf[*].*, spine[*].*',
  ];
  for (const [i, { leaf, up, spine, down }] of ends(links).entries()) {
    const comment = kind === 'with comments' ? `  // C-${i + 1}, tray ${1 + (i % 40)}` : '';
    lines.push(
      `link leaf[${leaf}].up[${up}] to spine[${spine}].down[${down}] over OS2 { length ${lengthOf(i, kind)} m  connectors 2 x MPO16 }${comment}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The same links as JSON, one object a link: what reading them costs at the least. */
export function flatJson(links: number, kind: LineKind): string {
  const statements = ends(links).map(({ leaf, up, spine, down }, i) => ({
    kind: 'link',
    from: `leaf[${leaf}].up[${up}]`,
    to: `spine[${spine}].down[${down}]`,
    over: 'OS2',
    length: `${lengthOf(i, kind)} m`,
    connectors: [{ count: 2, type: 'MPO16' }],
  }));
  return JSON.stringify({ statements });
}

/** The length of a cable in m; lengths that differ are those of a tape measure, so that no two lines are the same. */
function lengthOf(link: number, kind: LineKind): string {
  return kind === 'alike' ? '30' : (20 + (link % 30_000) / 1000).toFixed(3);
}

/** A mesh of 512 switches by 2,048 with one link a pair: 1,048,576 links from one line. @param length of each link in m */
export function meshDesign(spines: number, leaves: number, length = 30): string {
  return `import "std/osfp"
switch type Leaf { height 2 RU  ports up[1..${spines}] : OSFP }
switch type Spine { height 2 RU  ports down[1..${leaves}] : OSFP }
network fabric : scale-out {
    switch leaf[1..${leaves}] : Leaf
    switch spine[1..${spines}] : Spine
    plug Osfp800Dr8 into leaf[*].*, spine[*].*
    link leaf[*].up to spine[*].down as mesh over OS2 { length ${length} m  connectors 2 x MPO16 }
}
`;
}

/** Switches for so many links, each port used once. */
function shapeOf(links: number): { leaves: number; spines: number; ports: number } {
  const ports = 64;
  const side = Math.ceil(links / ports);
  return { leaves: side, spines: side, ports };
}

function ends(links: number): { leaf: number; up: number; spine: number; down: number }[] {
  const { leaves, spines } = shapeOf(links);
  return Array.from({ length: links }, (_, i) => {
    const leaf = i % leaves;
    const round = Math.floor(i / leaves);
    // A shift a round: every port of a spine is then taken once.
    const spine = (leaf + round) % spines;
    return { leaf: leaf + 1, up: round + 1, spine: spine + 1, down: round + 1 };
  });
}
