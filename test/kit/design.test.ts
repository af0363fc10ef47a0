// The kit itself: what it finds, what it asks, and when it refuses.
import { printValue } from '@lightloom/core';
import { expect, it } from 'vitest';
import { errorsOf, figure, figures, findingsOf, libraryImports, partIn, rulesOf, unitFactor } from './design.ts';
import { pod, podWith, site } from './examples.ts';

it('asks for a figure without a limit', async () => {
  const options = { files: site };
  expect(printValue(await figure(pod, 'headroom(primary)', options))).toBe('14.42 %');
  expect((await figure(pod, 'oversubscription(backend)', options)).value).toBe(1);
  expect((await figure(pod, 'switches(backend) when any 3 of spine fail', options)).value).toBe(21);
});

it('answers in the order in which it was asked, behind the requirements of the design', async () => {
  const { values } = await figures(pod, ['hosts(backend)', 'temperature(primary.return) <= 55 °C'], { files: site });
  expect(values[0]).toBe(128);
  expect(values[1]).toBeCloseTo(52.84, 2);
});

it('refuses a fact there isn’t, a design with another mistake, and a part there isn’t', async () => {
  await expect(figure(pod, 'happiness(backend)', { files: site })).rejects.toThrow('There is no fact');
  await expect(figure(podWith('1900 L/min', '1900 L/mni'), 'hosts(backend)')).rejects.toThrow(/\w+\/\w+: /);
  expect(() => partIn({ parts: [] }, 'X')).toThrow('There is no part X.');
  expect(() => unitFactor('parsec')).toThrow('There is no unit parsec.');
});

it('locates findings', async () => {
  const [found, ...others] = await findingsOf('import "std/racks"\n  rack r : Rakc { }\n');
  expect(others).toEqual([]);
  expect([found?.at, found?.line]).toEqual(['Rakc', 'rack r : Rakc { }']);
});

it('leaves out notes, and warnings where it is asked for errors', async () => {
  const design = `${libraryImports(['racks'])}rack r : OpenRackV3\nallow power/rack-budget because "none"\n`;
  expect(await rulesOf(design)).toEqual(['control/unused-allow']);
  expect(await errorsOf(design)).toEqual([]);
});
