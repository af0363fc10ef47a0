// Paths of Windows and of other systems, as they are shown and as addresses; the right values follow from the rules of RFC 8089.
import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relativeAddress } from '../../../print/src/findings/listed.ts';
import { isBelow, shownPath } from '../../src/input/shown-path.ts';

describe('a path of Windows', () => {
  it.each([
    ['C:\\site\\a.fabric', 'C:\\site', 'a.fabric', 'a.fabric'],
    ['C:\\site\\pods\\a b.fabric', 'C:\\site', 'pods/a b.fabric', 'pods/a%20b.fabric'],
    // Editors and consoles write drives in either case, and names of Windows differ by case only to people.
    ['c:\\site\\a.fabric', 'C:\\site', 'a.fabric', 'a.fabric'],
    ['C:\\Site\\a.fabric', 'c:\\sITE', 'a.fabric', 'a.fabric'],
    ['C:\\a.fabric', 'C:\\site', '../a.fabric', '../a.fabric'],
    ['C:\\a.fabric', 'C:\\', 'a.fabric', 'a.fabric'],
    ['C:/site/a.fabric', 'C:\\site', 'a.fabric', 'a.fabric'],
    ['C:\\site', 'C:\\site', '.', '.'],
    ['D:\\pods\\a#1.fabric', 'C:\\site', 'D:/pods/a#1.fabric', 'file:///D:/pods/a%231.fabric'],
    ['\\\\server\\share\\a.fabric', 'C:\\site', '//server/share/a.fabric', 'file://server/share/a.fabric'],
    ['\\\\server\\share\\pods\\a.fabric', '\\\\server\\share', 'pods/a.fabric', 'pods/a.fabric'],
    ['\\\\server\\share\\a.fabric', '\\\\server\\share\\pods', '../a.fabric', '../a.fabric'],
    ['\\\\server\\other\\a.fabric', '\\\\server\\share', '//server/other/a.fabric', 'file://server/other/a.fabric'],
  ])('%s in %s is %s, with the address %s', (file, folder, shown, address) => {
    expect(shownPath(file, folder, win32)).toBe(shown);
    expect(relativeAddress(shown)).toBe(address);
  });

  it.each([
    ['C:\\site\\a.fabric', 'C:\\site', true],
    ['c:\\SITE\\a.fabric', 'C:\\site', true],
    ['C:\\a.fabric', 'C:\\', true],
    ['C:\\site\\..a\\a.fabric', 'C:\\site', true],
    ['C:\\sites\\a.fabric', 'C:\\site', false],
    ['D:\\site\\a.fabric', 'C:\\site', false],
    ['\\\\server\\share\\a.fabric', '\\\\server\\share', true],
    ['\\\\server\\share\\a.fabric', 'C:\\site', false],
    ['C:\\site', 'C:\\site', false],
  ])('%s is below %s: %s', (file, folder, is) => {
    expect(isBelow(file, folder, win32)).toBe(is);
  });
});

describe('a path of another system', () => {
  it.each([
    ['/site/pods/a.fabric', '/site', 'pods/a.fabric', 'pods/a.fabric'],
    ['/a.fabric', '/site', '../a.fabric', '../a.fabric'],
    ['/site', '/site', '.', '.'],
    // These are names here, with a backslash and with a colon.
    ['/site/pods\\a.fabric', '/site', 'pods\\a.fabric', 'pods%5Ca.fabric'],
    ['/site/C:/a.fabric', '/site', './C:/a.fabric', './C%3A/a.fabric'],
    ['/Site/a.fabric', '/site', '../Site/a.fabric', '../Site/a.fabric'],
  ])('%s in %s is %s, with the address %s', (file, folder, shown, address) => {
    expect(shownPath(file, folder, posix)).toBe(shown);
    expect(relativeAddress(shown)).toBe(address);
  });

  it.each([
    ['/site/a.fabric', '/site', true],
    ['/a.fabric', '/', true],
    ['/sites/a.fabric', '/site', false],
    ['/Site/a.fabric', '/site', false],
  ])('%s is below %s: %s', (file, folder, is) => {
    expect(isBelow(file, folder, posix)).toBe(is);
  });
});
