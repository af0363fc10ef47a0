// Front-panel density of XPO and OSFP boxes against published figures.
import { densityOfSelection, printValue, single, switchDensity } from '@lightloom/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../kit/design.ts';

describe('density', () => {
  const box = (unit: string, cage: string, count: number) => `
import "std/xpo"
import "std/osfp"
switch type Box { height 1 ${unit}  ports p[1..${count}] : ${cage} }
switch box : Box
`;
  const densityOf = async (text: string) => {
    const { fabric } = await analysisOf(text);
    const part = fabric.blocks[0]?.part;
    return {
      byType: switchDensity(part as never),
      bySelection: densityOfSelection(fabric, single('device', 0), 'density'),
    };
  };

  // XPO: 16 a rack unit of 48 mm, 204.8 Tbps (Converge Digest); OSFP-1600: 32 a rack unit of 44.45 mm, 51.2 Tbps.
  it('of XPO is 204.8 Tbps/OU, four times OSFP for each unit and 3.70 times for each millimetre', async () => {
    const xpo = await densityOf(box('OU', 'XPO', 16));
    const osfp = await densityOf(box('RU', 'OSFP1600', 32));
    expect(printValue(xpo.byType)).toBe('204.8 Tbps/OU');
    expect(xpo.bySelection.value).toBe(xpo.byType.value);
    expect(printValue({ ...osfp.byType, unit: 'Tbps/RU' })).toBe('51.2 Tbps/RU');
    expect((xpo.byType.value * 0.048) / (osfp.byType.value * 0.04445)).toBeCloseTo(4, 9);
    expect(xpo.byType.value / osfp.byType.value).toBeCloseTo(3.704, 3);
  });

  it('counts one chip’s worth where the chip gives less than the cages take', async () => {
    const { byType } = await densityOf(
      `${box('OU', 'XPO', 16)}`
        .replace('height', 'asic Tomahawk6  height')
        .replace('import "std/osfp"', 'import "std/switches"'),
    );
    expect(printValue(byType)).toBe('102.4 Tbps/OU');
  });
});
