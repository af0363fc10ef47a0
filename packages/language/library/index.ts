// The part library: `std/NAME` for every file here.
import cooling from './cooling.fabric';
import fiber from './fiber.fabric';
import hosts from './hosts.fabric';
import optics from './optics.fabric';
import osfp from './osfp.fabric';
import racks from './racks.fabric';
import switches from './switches.fabric';
import xpo from './xpo.fabric';

/** Text of every library file, by the name it is imported by. */
export const libraryFiles: ReadonlyMap<string, string> = new Map([
  ['cooling', cooling],
  ['fiber', fiber],
  ['hosts', hosts],
  ['optics', optics],
  ['osfp', osfp],
  ['racks', racks],
  ['switches', switches],
  ['xpo', xpo],
]);
