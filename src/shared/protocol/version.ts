/** The wire's version. Any change to a message's meaning or shape raises it (SPEC.md, W1). */
export const PROTOCOL_VERSION = 5;

/** Close codes of the WebSocket: those from 4000 on are ours. */
export const CLOSE_CODES = {
  /** The server is stopping or the room was reloaded: connect again. */
  serviceRestart: 1012,
  /** A passing trouble of the server: connect again later. */
  tryAgainLater: 1013,
  /** The client broke the protocol. Connecting again would not help. */
  badProtocol: 4400,
  /** The identity provider's token is missing, ended or not valid: connect again with another. */
  signIn: 4401,
  /** The person may not see the graph any more. */
  noAccess: 4403,
  /** There is no such room, or it is not open to this person. */
  noSuchRoom: 4404,
  /** An owner deleted the graph. */
  deleted: 4410,
  /** Client and server speak different versions of the protocol: the page must be reloaded. */
  wrongVersion: 4426,
} as const;

/** After these the client must not connect again by itself. */
export const FATAL_CLOSE_CODES: ReadonlySet<number> = new Set([
  CLOSE_CODES.badProtocol,
  CLOSE_CODES.noAccess,
  CLOSE_CODES.noSuchRoom,
  CLOSE_CODES.deleted,
  CLOSE_CODES.wrongVersion,
]);
