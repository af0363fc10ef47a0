// Networks with closed forms in the literature, of any size, for the tests of several subjects. They need `std/osfp`.

const path = 'over OS2 { length 30 m  connectors 2 x MPO16 }';

/** A folded Clos of two tiers: leaves with so many hosts, so many links to each spine. */
export const clos = (leaves: number, spines: number, hosts = 1, links = 1) => `
switch type Leaf  { height 64 RU  ports down[1..${hosts}] : OSFP  ports up[1..${spines * links}] : OSFP }
switch type Spine { height 64 RU  ports down[1..${leaves * links}] : OSFP }
host type Node    { height 1 RU  ports nic : OSFP }
network n : scale-out {
    switch leaf[1..${leaves}] : Leaf
    switch spine[1..${spines}] : Spine
    host   node[1..${leaves}][1..${hosts}] : Node
    plug Osfp800Dr8 into leaf.*, spine.*, node.nic
    link leaf.up to spine.down as mesh ${path}
    link leaf.down to node.nic ${path}
}
`;

/** A fat tree of three tiers of switches with k ports (Al-Fares, Loukissas and Vahdat, SIGCOMM 2008). */
export const fatTree = (k: number) => `
let half = ${k} div 2
switch type Switch { height 64 RU  ports down[1..half] : OSFP  ports up[1..half] : OSFP }
switch type Core   { height 64 RU  ports down[1..half * 2] : OSFP }
host type Node     { height 1 RU  ports nic : OSFP }
template Pod() {
    switch edge[1..half] : Switch
    switch aggregation[1..half] : Switch
    host   node[1..half][1..half] : Node
    plug Osfp800Dr8 into edge.*, aggregation.*, node.nic
    link edge.up to aggregation.down as mesh ${path}
    for i in 1..half { link edge[i].down to node[i].nic ${path} }
}
network n : scale-out {
    pod[1..half * 2] : Pod()
    switch core[1..half][1..half] : Core
    plug Osfp800Dr8 into core.*
    for i in 1..half { link pod[*].aggregation[i].up to core[i].down as mesh ${path} }
}
`;
