/** The wire's version. Any change to a message's meaning or shape raises it (SPEC.md, W1). */
export const PROTOCOL_VERSION = 2;

/** Close codes of the WebSocket: those from 4000 on are ours. */
export const CLOSE_CODES = {
  /** The server is stopping or the room was reloaded: connect again. */
  serviceRestart: 1012,
  /** A passing trouble of the server: connect again later. */
  tryAgainLater: 1013,
  /** The client broke the protocol. Connecting again would not help. */
  badProtocol: 4400,
  /** There is no such room. */
  noSuchRoom: 4404,
  /** Client and server speak different versions of the protocol: the page must be reloaded. */
  wrongVersion: 4426,
} as const;

/** After these the client must not connect again by itself. */
export const FATAL_CLOSE_CODES: ReadonlySet<number> = new Set([
  CLOSE_CODES.badProtocol,
  CLOSE_CODES.noSuchRoom,
  CLOSE_CODES.wrongVersion,
]);
