// Troubles that people who cable and buy optics reported in public: modules, fibers, amplifiers.
import { derivationLines, verdictOf } from '@lightloom/core';
import { type Case, finds, findsNone, gives, is, isClean } from './case.ts';

const readme = 'README of the cases';

/** A line of a derivation that says all there is to say of equal spans once. */
const maxDerivation = 40;

export const publicOptics: readonly Case[] = [
  {
    file: 'public/P01',
    right:
      'duplex links of two rooms share one 12-fiber trunk between two cassettes: 6 links, 1 trunk, 2 cassettes, 12 jumpers',
    source: readme,
    checks: [],
    open: 'needs trunks, cassettes and jumpers as things of their own',
  },
  {
    file: 'public/P02',
    right: 'a parallel link fanned out to LC at a panel, patched duplex, gathered again: legal, 2.748 dB',
    source: '0.048 dB of fiber + 2 x 1.0 dB of panels + 2 x 0.35 dB of MPO12 low-loss',
    checks: [],
    open: 'needs panels that fan fibers out',
  },
  {
    file: 'public/P11',
    right:
      'a twin-port module with one connector straight and one split is not what the vendor takes: both straight or both split',
    source: readme,
    checks: [finds({ rule: /^optics\// })],
    knownRed: 'needs rules of a vendor that can be said on a part',
  },
  {
    file: 'public/P12',
    right: '400G DR4 broken out to 100G FR1 links up; to LR1 it needs a pad: 4.8 dBm out, 4.0 dBm tolerated',
    source: 'IEEE 802.3cd, 100G Lambda MSA; reach margin 500 m - 300 m = 200 m',
    checks: [
      findsNone({ rule: /pmd-mismatch/ }),
      findsNone({ line: 'leaf.p[1..4] over' }),
      finds({ rule: /overload/, line: 'leaf.p[5..8] over', says: /4\.8 dBm|4 dBm/ }),
      gives('reach-margin(n)', 200, 'm', 0.5),
    ],
    knownRed: 'needs optics compared by what they do, not by name',
  },
  {
    file: 'public/P16',
    right: 'one vendor’s DR8 with its own launch figure links with the library’s DR8',
    source: readme,
    checks: [isClean],
    knownRed: 'needs optics compared by what they do, not by name',
  },
  {
    file: 'public/P18',
    right: '80 spans of 80 km: OSNR about 15.2 dB, and the derivation says the span once',
    // 58 dB of the photon's energy in 0.1 nm at 1550 nm.
    source: 'OSNR = 58 + P - loss - NF - 10 lg N = 58 - 3 - 16.02 - 4.77 - 19.03 = 15.18 dB; 10 dB needed',
    checks: [
      gives('osnr-margin(n)', 5.18, 'dB', 0.1),
      is(`a derivation of at most ${maxDerivation} lines`, ({ analysis }) => {
        const { requirement } = analysis.question('osnr-margin(n)');
        if (requirement === undefined) return 'not answered';
        const lines = derivationLines(verdictOf(analysis.facts, requirement).value).length;
        return lines <= maxDerivation ? undefined : `${lines} lines`;
      }),
    ],
  },
  {
    file: 'public/P19',
    right: '80 wavelengths on one fiber pair: 2 fibers; +4 dBm x 80 is 23 dBm, more than a 20 dBm booster gives',
    source: '4 dBm + 10 lg 80 = 23.03 dBm',
    checks: [],
    open: 'needs wavelengths that share a fiber pair, whose power the booster gives together',
  },
  {
    file: 'public/P21',
    right: 'three spans of 30 dB with amplifiers of 20 dB: the power falls 10 dB a span, OSNR about 2 dB',
    source: '58 - 5.5 dB + (-30, -40, -50) dBm gives 22.5, 12.5, 2.5 dB; together 2.05 dB, 15 dB needed',
    checks: [gives('osnr-margin(n)', -12.95, 'dB', 0.3), finds({ rule: /osnr|unmet/ })],
  },
  {
    file: 'public/P23',
    right: '400ZR over 110 km with booster and preamplifier is allowed up to 120 km; OSNR and dispersion decide',
    source: 'OIF-400ZR-01.0, 120 km or less amplified; 2,400 - 17 x 110 = 530 ps/nm',
    checks: [isClean, gives('dispersion-margin(n)', 530, 'ps/nm', 0.5)],
  },
  {
    file: 'public/P25',
    right: 'BiDi 1270/1330 links with 1330/1270, never with its like',
    source: 'IEEE 802.3ae and 802.3cp: a wavelength for each direction',
    checks: [findsNone({ line: 'link a.p[1]' }), finds({ rule: /^optics\//, line: 'link a.p[2]' })],
    knownRed: 'needs a wavelength for each direction',
  },
  {
    file: 'public/P28',
    right: '400G SR4: 60 m on OM3, 100 m on OM4; OM5 is at least OM4: 120 m is too long',
    source: 'IEEE 802.3db',
    checks: [
      finds({ rule: /reach/, line: 'link a.p[1]' }),
      findsNone({ line: 'link a.p[2]' }),
      finds({ rule: /reach/, line: 'link a.p[3]' }),
    ],
    knownRed: 'needs the reach on OM5',
  },
  {
    file: 'public/P29',
    right:
      'two standard MPO pairs on 150 m lose 1.95 dB of 1.5, two low-loss ones fit; six standard pairs are 4.5 dB, too much for any SR4',
    source: '6 x 0.75 dB = 4.5 dB; 2 x 0.75 + 0.15 x 3 = 1.95 dB',
    checks: [
      finds({ rule: /loss-budget/, line: 'link a.p[1]', says: /1\.95 dB/ }),
      findsNone({ line: 'link a.p[2]' }),
      finds({ rule: /loss-budget/, line: 'link a.q' }),
    ],
    knownRed: 'needs the channel loss of 400GBASE-SR4',
  },
  {
    file: 'public/P30',
    right: 'one OSFP plug of two 400G ports, two QSFP112 plugs: one copper splitter, two links; a tail may stay free',
    source: readme,
    checks: [],
    open: 'needs cables with several ends',
  },
  {
    file: 'public/P63',
    right: 'an attenuator of 5 dB written as the help says counts 5 dB: 4.0 - 5 = -1.0 dBm is tolerated',
    source: 'launch 4.0 dBm - 5 dB of pad = -1.0 dBm, the most ER10 tolerates',
    checks: [isClean],
    knownRed: 'needs one basis for the least loss',
  },
];
