/** Every limit that can be set. What a browser relies on too may only be lowered: src/shared/limits.ts has the ceilings. */
import { LIMITS } from '../../src/shared/limits';
import { setting } from './setting';
import { seconds, wholeNumber } from './values';

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;
const MILLION = 1_000_000;
const GIBIBYTE = 1024 * MEBIBYTE;

/** From 1 up to what the page is made for. */
const upTo = (ceiling: number, byDefault = ceiling) => wholeNumber(1, ceiling).prefault(String(byDefault));
const some = (byDefault: number) => wholeNumber(1, MILLION).prefault(String(byDefault));
const bytes = (from: number, to: number, byDefault: number) => wholeNumber(from, to).prefault(String(byDefault));

export const LIMIT_SETTINGS = {
  MAX_NODES: setting('Limits of a graph', 'Nodes', upTo(LIMITS.nodes, 100_000)),
  MAX_EDGES: setting('Limits of a graph', 'Edges', upTo(LIMITS.edges, 200_000)),
  MAX_LABELS: setting('Limits of a graph', 'Labels; each takes about 5 MB of memory in every tab', upTo(LIMITS.labels)),
  MAX_EDGE_TYPES: setting(
    'Limits of a graph',
    'Edge types; each takes memory in every tab, too',
    upTo(LIMITS.edgeTypes),
  ),
  MAX_PROPERTIES_PER_TYPE: setting(
    'Limits of a graph',
    'Properties of one label or edge type',
    upTo(LIMITS.propertiesPerType),
  ),
  MAX_VIEWS: setting('Limits of a graph', 'Saved views', upTo(LIMITS.views)),
  MAX_STYLE_RULES: setting('Limits of a graph', 'Styling rules', upTo(LIMITS.rules)),
  MAX_TEXT_LENGTH: setting('Limits of a graph', 'Characters in one text property', upTo(LIMITS.textLength)),
  MAX_OPS_PER_PATCH: setting('Limits of a graph', 'Ops in one patch', upTo(LIMITS.opsPerPatch)),

  MAX_ROOMS: setting('Limits of the server', 'Graphs on the server, deleted ones among them', some(10_000)),
  MAX_CONNECTIONS_PER_ROOM: setting('Limits of the server', 'Tabs in one graph', some(200)),
  MAX_CONNECTIONS_PER_ADDRESS: setting(
    'Limits of the server',
    'Tabs from one address (of IPv6: from one /64 network)',
    some(100),
  ),

  MAX_SHARE_PER_ADDRESS: setting(
    'Limits of the server',
    'Percent of the server’s time for one address, while it is busy and others wait',
    wholeNumber(1, 100).prefault('20'),
  ),

  MAX_MESSAGE_BYTES: setting(
    'Limits of a connection',
    'Bytes in one message (4 MiB)',
    // One op with the longest text has to fit.
    bytes(1024 * KIBIBYTE, LIMITS.messageBytes, LIMITS.messageBytes),
  ),
  PATCH_RATE: setting('Limits of a connection', 'Patches a second that it may send for long', some(500)),
  PATCH_BURST: setting('Limits of a connection', 'Patches that it may send at once', some(5_000)),
  MESSAGE_RATE: setting('Limits of a connection', 'Other messages a second that it may send for long', some(200)),
  MESSAGE_BURST: setting('Limits of a connection', 'Other messages that it may send at once', some(1_000)),
  BYTE_RATE: setting(
    'Limits of a connection',
    'Bytes a second that are read of it for long; more has to wait (512 KiB)',
    bytes(KIBIBYTE, GIBIBYTE, 512 * KIBIBYTE),
  ),
  BYTE_BURST: setting(
    'Limits of a connection',
    'Bytes that are read of it at once (8 MiB)',
    bytes(KIBIBYTE, GIBIBYTE, 8 * MEBIBYTE),
  ),
  HELLO_SECONDS: setting(
    'Limits of a connection',
    'Seconds that it may take to say who it is',
    seconds(1, 600).prefault('10'),
  ),
  HELLO_BYTES: setting(
    'Limits of a connection',
    'Bytes that it may send to say who it is (32 KiB)',
    bytes(16 * KIBIBYTE, LIMITS.messageBytes, 32 * KIBIBYTE),
  ),

  MAX_BODY_BYTES: setting(
    'Limits of HTTP',
    'Bytes in the body of a request (16 KiB)',
    bytes(KIBIBYTE, 16 * MEBIBYTE, 16 * KIBIBYTE),
  ),
  HTTP_RATE: setting('Limits of HTTP', 'Requests a second from one address for long', some(100)),
  HTTP_BURST: setting('Limits of HTTP', 'Requests from one address at once', some(1_000)),
  ROOM_RATE: setting('Limits of HTTP', 'New graphs a minute from one address', some(30)),
};
