// The things that a finding is about, as far as a drawing represents them.
import {
  deviceOfCage,
  deviceOfPort,
  type Fabric,
  type Finding,
  type Group,
  isDeviceBlock,
  itemAt,
  type MadeOf,
  type SubjectFamily,
  type Subjects,
} from '@lightloom/core';
import type { Locator } from './locator.ts';

/** Takes a thing that a drawing represents, and the id of what represents it. */
type Take = (item: string, of: SubjectFamily, id: number) => void;

/** Finds things in a drawing. */
export interface Finder {
  /** Goes through the things that a finding is about and that the drawing represents; whether there is any. */
  find(finding: Pick<Finding, 'rule' | 'subjects' | 'alike'>, take: Take): boolean;
}

export function finderOf(fabric: Fabric, locator: Locator, madeOf: MadeOf): Finder {
  const place = (of: SubjectFamily, id: number, rule: string, take: Take): boolean => {
    const item = locator.itemOf(of, id, rule);
    if (item !== undefined) {
      take(item, of, id);
      return true;
    }
    switch (of) {
      case 'cage':
        return place('device', deviceOfCage(fabric, id), rule, take);
      case 'port':
        return place('device', deviceOfPort(fabric, id), rule, take);
      case 'group':
        return all('device', devicesIn(fabric, itemAt(fabric.groups, id)), rule, take);
      case 'part': {
        let found = false;
        for (const [family, thing] of madeOf(itemAt(fabric.parts, id)))
          found = place(family, thing, rule, take) || found;
        return found;
      }
      case 'link statement': {
        const { first, count, unlinked } = itemAt(fabric.linkGroups, id);
        const links = Array.from({ length: count }, (_, i) => first + i);
        const ports = [...(unlinked?.from ?? []), ...(unlinked?.to ?? [])];
        return all('link', links, rule, take) || all('port', ports, rule, take);
      }
      default:
        return locator.isWhole?.(of, id) === true;
    }
  };
  const all = (of: SubjectFamily, ids: Iterable<number>, rule: string, take: Take): boolean => {
    let found = false;
    for (const id of ids) found = place(of, id, rule, take) || found;
    return found;
  };
  return {
    find({ rule, subjects, alike = [] }, take) {
      const about: Subjects[] = [subjects, ...alike.map((each) => each.subjects)].filter((each) => each !== undefined);
      return about.map(({ of, ids }) => all(of, ids, rule, take)).includes(true);
    },
  };
}

function devicesIn(fabric: Fabric, group: Group): number[] {
  const isWithin = (each: Group | undefined): boolean =>
    each !== undefined && (each === group || isWithin(each.parent));
  return fabric.blocks
    .filter((block) => isDeviceBlock(block) && isWithin(block.group))
    .flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i));
}
