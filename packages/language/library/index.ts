// The part library: `std/NAME` for every file here.
import amplifiers from './amplifiers.fabric';
import cages from './cages.fabric';
import cooling from './cooling.fabric';
import copper from './copper.fabric';
import cpo from './cpo.fabric';
import fiber from './fiber.fabric';
import hosts from './hosts.fabric';
import nics from './nics.fabric';
import optics from './optics.fabric';
import optics100g from './optics-100g.fabric';
import optics200g from './optics-200g.fabric';
import opticsCoherent from './optics-coherent.fabric';
import opticsMultimode from './optics-multimode.fabric';
import osfp from './osfp.fabric';
import qsfp from './qsfp.fabric';
import racks from './racks.fabric';
import switches from './switches.fabric';
import xpo from './xpo.fabric';

/** The text of every library file, by its import name without `std/`. */
export const libraryFiles: ReadonlyMap<string, string> = new Map([
  ['amplifiers', amplifiers],
  ['cages', cages],
  ['cooling', cooling],
  ['copper', copper],
  ['cpo', cpo],
  ['fiber', fiber],
  ['hosts', hosts],
  ['nics', nics],
  ['optics', optics],
  ['optics-100g', optics100g],
  ['optics-200g', optics200g],
  ['optics-coherent', opticsCoherent],
  ['optics-multimode', opticsMultimode],
  ['osfp', osfp],
  ['qsfp', qsfp],
  ['racks', racks],
  ['switches', switches],
  ['xpo', xpo],
]);
