// The link of each port.
import { unsignedAt } from '../model/index.ts';
import { defineAnswer } from './answer.ts';
import { reads } from './subject-facts.ts';

/** The last link of each port, or -1. */
export const linkOfPort = defineAnswer(reads('fabric'), ({ fabric: { links, ports } }) => {
  const found = new Int32Array(ports.count).fill(-1);
  for (let link = 0; link < links.count; link++) {
    found[unsignedAt(links.from, link)] = link;
    found[unsignedAt(links.to, link)] = link;
  }
  return found;
});
