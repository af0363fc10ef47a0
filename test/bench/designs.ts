// Designs of a given size, as text and as the JSON that would say the same.

/** A switch fabric written link by link: the form that other programs generate. */
export function flatDesign(links: number): string {
  const { leaves, spines, ports } = shapeOf(links);
  const lines = [
    'import "std/osfp"',
    `switch type Leaf { height 2 RU  ports up[1..${ports}] : OSFP }`,
    `switch type Spine { height 2 RU  ports down[1..${ports}] : OSFP }`,
    `switch leaf[1..${leaves}] : Leaf`,
    `switch spine[1..${spines}] : Spine`,
    'plug Osfp800Dr8 into leaf[*].*, spine[*].*',
  ];
  for (const { leaf, up, spine, down } of ends(links))
    lines.push(
      `link leaf[${leaf}].up[${up}] to spine[${spine}].down[${down}] over OS2 { length 30 m  connectors 2 x MPO16 }`,
    );
  return `${lines.join('\n')}\n`;
}

/** The same links as JSON, one object a link: what reading them costs at the least. */
export function flatJson(links: number): string {
  const statements = ends(links).map(({ leaf, up, spine, down }) => ({
    kind: 'link',
    from: `leaf[${leaf}].up[${up}]`,
    to: `spine[${spine}].down[${down}]`,
    over: 'OS2',
    length: '30 m',
    connectors: [{ count: 2, type: 'MPO16' }],
  }));
  return JSON.stringify({ statements });
}

/** A mesh of 512 switches by 2,048 with one link a pair: 1,048,576 links from one line. */
export function meshDesign(spines: number, leaves: number): string {
  return `import "std/osfp"
switch type Leaf { height 2 RU  ports up[1..${spines}] : OSFP }
switch type Spine { height 2 RU  ports down[1..${leaves}] : OSFP }
network fabric : scale-out {
    switch leaf[1..${leaves}] : Leaf
    switch spine[1..${spines}] : Spine
    plug Osfp800Dr8 into leaf[*].*, spine[*].*
    link leaf[*].up to spine[*].down as mesh over OS2 { length 30 m  connectors 2 x MPO16 }
}
`;
}

/** Switches for so many links, each port used once. */
function shapeOf(links: number): { leaves: number; spines: number; ports: number } {
  const side = Math.ceil(Math.sqrt(links / 8));
  return { leaves: side, spines: side, ports: Math.ceil(links / side) };
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
