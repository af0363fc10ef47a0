// Paths of Windows and of other systems, as they are shown and as addresses; the right values follow from the rules of RFC 8089.
import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relativeAddress } from '../../../print/src/findings/listed.ts';
import { isBelow, shownPath } from '../../src/input/shown-path.ts';

describe('a path of Windows', () => {
  it.each([
    ['C:\\work\\a.fabric', 'C:\\work', 'a.fabric', 'a.fabric'],
    ['C:\\work\\pods\\a b.fabric', 'C:\\work', 'pods/a b.fabric', 'pods/a%20b.fabric'],
    // Editors and consoles write drives in either case, and names of Windows differ by case only to people.
    ['c:\\work\\a.fabric', 'C:\\work', 'a.fabric', 'a.fabric'],
    ['C:\\Work\\a.fabric', 'c:\\wORK', 'a.fabric', 'a.fabric'],
    ['C:\\a.fabric', 'C:\\work', '../a.fabric', '../a.fabric'],
    ['C:\\a.fabric', 'C:\\', 'a.fabric', 'a.fabric'],
    ['C:/work/a.fabric', 'C:\\work', 'a.fabric', 'a.fabric'],
    ['C:\\work', 'C:\\work', '.', '.'],
    ['D:\\pods\\a#1.fabric', 'C:\\work', 'D:/pods/a#1.fabric', 'file:///D:/pods/a%231.fabric'],
    ['\\\\server\\share\\a.fabric', 'C:\\work', '//server/share/a.fabric', 'file://server/share/a.fabric'],
    ['\\\\server\\share\\pods\\a.fabric', '\\\\server\\share', 'pods/a.fabric', 'pods/a.fabric'],
    ['\\\\server\\share\\a.fabric', '\\\\server\\share\\pods', '../a.fabric', '../a.fabric'],
    ['\\\\server\\other\\a.fabric', '\\\\server\\share', '//server/other/a.fabric', 'file://server/other/a.fabric'],
  ])('%s in %s is %s, with the address %s', (file, folder, shown, address) => {
    expect(shownPath(file, folder, win32)).toBe(shown);
    expect(relativeAddress(shown)).toBe(address);
  });

  it.each([
    ['C:\\work\\a.fabric', 'C:\\work', true],
    ['c:\\WORK\\a.fabric', 'C:\\work', true],
    ['C:\\a.fabric', 'C:\\', true],
    ['C:\\work\\..a\\a.fabric', 'C:\\work', true],
    ['C:\\workshop\\a.fabric', 'C:\\work', false],
    ['D:\\work\\a.fabric', 'C:\\work', false],
    ['\\\\server\\share\\a.fabric', '\\\\server\\share', true],
    ['\\\\server\\share\\a.fabric', 'C:\\work', false],
    ['C:\\work', 'C:\\work', false],
  ])('%s is below %s: %s', (file, folder, is) => {
    expect(isBelow(file, folder, win32)).toBe(is);
  });
});

describe('a path of another system', () => {
  it.each([
    ['/work/pods/a.fabric', '/work', 'pods/a.fabric', 'pods/a.fabric'],
    ['/a.fabric', '/work', '../a.fabric', '../a.fabric'],
    ['/work', '/work', '.', '.'],
    // These are names here, with a backslash and with a colon.
    ['/work/pods\\a.fabric', '/work', 'pods\\a.fabric', 'pods%5Ca.fabric'],
    ['/work/C:/a.fabric', '/work', './C:/a.fabric', './C%3A/a.fabric'],
    ['/Work/a.fabric', '/work', '../Work/a.fabric', '../Work/a.fabric'],
  ])('%s in %s is %s, with the address %s', (file, folder, shown, address) => {
    expect(shownPath(file, folder, posix)).toBe(shown);
    expect(relativeAddress(shown)).toBe(address);
  });

  it.each([
    ['/work/a.fabric', '/work', true],
    ['/a.fabric', '/', true],
    ['/workshop/a.fabric', '/work', false],
    ['/Work/a.fabric', '/work', false],
  ])('%s is below %s: %s', (file, folder, is) => {
    expect(isBelow(file, folder, posix)).toBe(is);
  });
});
