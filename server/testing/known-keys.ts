/** The owners' keys of the rooms that tests of this process made, so that a test need not carry them around. */
const keys = new Map<string, string>();

export function noteKey(room: string, key: string): void {
  keys.set(room, key);
}

/** `undefined` when the room was not made by `newRoom`. */
export function knownKey(room: string): string | undefined {
  return keys.get(room);
}

/** The room that a WebSocket's address names. */
export function roomOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

/** What an owner of a room that `newRoom` made sends along. */
export function keyHeader(room: string): Record<string, string> {
  return { 'kumiko-key': knownKey(room) ?? '' };
}
