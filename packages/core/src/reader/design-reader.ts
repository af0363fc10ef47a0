// What a program or a plug-in reads of a design.
import type { CoolantLoop, Device, Element, Link, Network, PowerFeed, Rack } from './elements.ts';
import type { Figure } from './figure.ts';

/** What a program or a plug-in reads of a design. */
export interface DesignReader {
  /** The address of the design's file. */
  readonly uri: string;
  /** Switches and hosts, in the order of the text. */
  devices(): Iterable<Device>;
  /** Links one by one: there may be millions. */
  links(): Iterable<Link>;
  racks(): Iterable<Rack>;
  loops(): Iterable<CoolantLoop>;
  feeds(): Iterable<PowerFeed>;
  networks(): Iterable<Network>;
  /**
   * A fact of something that is installed, by its name in a requirement: `fact('power', rack)`. docs/facts.md lists all of them.
   * @param of one thing, or several of one kind where the fact adds them up
   * @param point the point of the subject, as `'return'` for `temperature`
   * @throws when there is no such fact, or it can't be asked of that
   */
  fact(name: string, of: Element | readonly Element[], point?: string): Figure;
  /**
   * A quantity as a design has it, `'60 kW'`, or a plain number: a limit to compare facts with.
   * @param label what it is, in the words of a reader: `limit of the house`
   * @throws when the text has no number, or its unit isn't known
   */
  quantity(text: string, label?: string): Figure;
}
