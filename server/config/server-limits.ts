/** The limits as the server's parts use them. */
import type { GraphLimits } from '../../src/shared/graph/graph-limits';
import type { Rate } from '../rate-limit';
import type { Values } from './settings';

export interface ServerLimits {
  readonly graph: GraphLimits;
  /** Graphs on the server. */
  readonly rooms: number;
  readonly connectionsPerRoom: number;
  /** An address here and below is an `addressGroup` (server/edge/client-address.ts). */
  readonly connectionsPerAddress: number;
  /** The part of the server's time that an address gets while others wait; more than 0 and at most 1. */
  readonly addressShare: number;
  /** Of one connection, as the two below. */
  readonly patchRate: Rate;
  /** Messages that are no patches. */
  readonly messageRate: Rate;
  /** In bytes. */
  readonly byteRate: Rate;
  /** Time a client may take to say hello, in milliseconds. */
  readonly helloTimeout: number;
  /** Bytes it may send for that. */
  readonly helloBytes: number;
  /** Bytes in the body of an HTTP request. */
  readonly bodyBytes: number;
  /** Requests of one address. */
  readonly httpRate: Rate;
  /** New graphs of one address. */
  readonly roomRate: Rate;
}

export function serverLimits(values: Values): ServerLimits {
  return {
    graph: {
      nodes: values.MAX_NODES,
      edges: values.MAX_EDGES,
      labels: values.MAX_LABELS,
      edgeTypes: values.MAX_EDGE_TYPES,
      propertiesPerType: values.MAX_PROPERTIES_PER_TYPE,
      views: values.MAX_VIEWS,
      rules: values.MAX_STYLE_RULES,
      opsPerPatch: values.MAX_OPS_PER_PATCH,
      textLength: values.MAX_TEXT_LENGTH,
      messageBytes: values.MAX_MESSAGE_BYTES,
    },
    rooms: values.MAX_ROOMS,
    connectionsPerRoom: values.MAX_CONNECTIONS_PER_ROOM,
    connectionsPerAddress: values.MAX_CONNECTIONS_PER_ADDRESS,
    addressShare: values.MAX_SHARE_PER_ADDRESS / 100,
    patchRate: { perSecond: values.PATCH_RATE, burst: values.PATCH_BURST },
    messageRate: { perSecond: values.MESSAGE_RATE, burst: values.MESSAGE_BURST },
    byteRate: { perSecond: values.BYTE_RATE, burst: values.BYTE_BURST },
    helloTimeout: values.HELLO_SECONDS,
    helloBytes: values.HELLO_BYTES,
    bodyBytes: values.MAX_BODY_BYTES,
    httpRate: { perSecond: values.HTTP_RATE, burst: values.HTTP_BURST },
    roomRate: { perSecond: values.ROOM_RATE / 60, burst: values.ROOM_RATE },
  };
}
