// Single failures for other programs: `schemas/fail.schema.json` describes the document.
import { deviceName } from '@lightloom/core';
import { defineFormat } from '../format/format.ts';
import { jsonNumber, jsonText } from '../json/number.ts';
import { jsonValue } from '../json/quantity.ts';
import { basisName } from '../wording/conditions.ts';
import { failuresDocument } from './document.ts';

/** Version of the document: raised when something in it changes its meaning or is removed. */
const version = 1;

export const format = defineFormat({
  document: failuresDocument,
  name: 'json',
  title: 'JSON, for other programs',
  schema: 'fail.schema.json',
  print({ path, sweep, facts }) {
    return jsonText({
      version,
      file: path,
      basis: basisName(facts.basis),
      leftOut: sweep.leftOut,
      failures: sweep.effects.map(({ failure, broken, own, bandwidth, loops, overloaded, cutOff, stopped }, i) => ({
        rank: i + 1,
        kind: failure.kind,
        name: failure.name,
        alike: failure.alike,
        broken: broken.map(({ requirement, value, limit }) => ({
          text: requirement.text.replace(/\s+/g, ' '),
          value: jsonValue(value),
          comparator: requirement.comparator,
          limit: jsonValue(limit),
        })),
        devicesStopped: stopped,
        hostsCutOff: cutOff,
        own:
          own === undefined
            ? null
            : {
                device: deviceName(facts.fabric, own.device),
                links: own.links,
                lost: own.lost,
                all: own.all,
                share: jsonNumber(own.share),
              },
        bandwidth: bandwidth.map(({ network, lost, of }) => ({
          network: network?.name ?? null,
          lost: jsonNumber(lost),
          of,
        })),
        loops: loops.map(({ loop, before, after, over }) => ({
          name: loop.name,
          before: jsonValue(before),
          after: jsonValue(after),
          overLimit: over,
        })),
        feedsOverloaded: overloaded.map(({ feed, load, capacity }) => ({
          name: feed.name,
          load: jsonValue(load),
          capacity: jsonValue(capacity),
        })),
      })),
    });
  },
});
