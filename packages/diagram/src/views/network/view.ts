// Networks: spines above leaves above hosts, with the links between them as bands.
import { defineView } from '../sketch/define-view.ts';
import { networkGraph } from './network-graph.ts';
import { seenSketch } from './seen.ts';
import { allDevices, declaredSketch, networkSketch } from './sketch.ts';

export const view = defineView({
  kind: 'network',
  order: 1,
  selects: ['network', 'group', 'device', 'cage', 'port', 'part'],
  standard: ({ fabric }) =>
    fabric.networks.length === 0 && fabric.devices.count > 0
      ? [{ id: 'devices', title: 'Devices', sketch: allDevices }]
      : fabric.networks.map(({ name, index }) => ({
          id: `network:${name}`,
          title: `Network ${name}`,
          sketch: networkSketch(index),
        })),
  declared: declaredSketch,
  seen: seenSketch,
  graph: networkGraph,
});
