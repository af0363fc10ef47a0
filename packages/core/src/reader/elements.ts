// What is installed in a design, thing by thing, for programs and plug-ins that read it.
import type { Origin } from '../source/index.ts';
import type { Figure } from './figure.ts';

/** What every installed thing has. */
export interface Installed<Of extends string> {
  /** What kind of thing it is. */
  readonly of: Of;
  /** Its number among the things of its kind, from zero; it holds for this design only. */
  readonly id: number;
  /** Its path, as messages, drawings and exports name it: `backend.su[2].leaf[3]`. */
  readonly name: string;
  /** Where it is declared. */
  readonly origin: Origin;
}

/** A switch or a host. */
export interface Device extends Installed<'device'> {
  readonly kind: 'switch' | 'host';
  /** The name of its type; undefined when the type is not defined. */
  readonly type: string | undefined;
  /** Undefined when it is in no rack. */
  readonly rack: Rack | undefined;
}

/** One end of a link. */
export interface LinkEnd {
  readonly device: Device;
  /** The path of the port: `leaf[3].up[1]/5`. */
  readonly port: string;
  /** The type of the module in the port; undefined when there is none. */
  readonly module: string | undefined;
}

/** A link from port to port. */
export interface Link extends Installed<'link'> {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** The network it belongs to. */
  readonly network: Network | undefined;
  /** The fiber or cable type. */
  readonly medium: string | undefined;
  /** As it is given, or follows from the racks at its ends. */
  readonly length: Figure;
}

/** A rack. */
export interface Rack extends Installed<'rack'> {
  readonly type: string | undefined;
  /** Its row, from 1; undefined when the design doesn't say. */
  readonly row: number | undefined;
  /** Its position in the row, from 1; undefined when the design doesn't say. */
  readonly position: number | undefined;
  /** The coolant loop it is on. */
  readonly loop: CoolantLoop | undefined;
}

/** A coolant loop. */
export interface CoolantLoop extends Installed<'loop'> {}

/** A power feed. */
export interface PowerFeed extends Installed<'feed'> {}

/** A network. */
export interface Network extends Installed<'network'> {
  /** `scale-up`, `scale-out`, `scale-across`, `storage` or `management`. */
  readonly kind: string;
}

/** Anything a reader gives. */
export type Element = Device | Link | Rack | CoolantLoop | PowerFeed | Network;
