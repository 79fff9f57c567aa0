/** Ids that are the same in every build: hashed from what an element is, in place of the random ones the editor mints. */
import { createHash } from 'node:crypto';

/** @param parts what names the node within all samples, such as `['world', 'Country', 'FRA']` */
export function nodeIdOf(...parts: readonly string[]): string {
  return `n_${uuidOf(parts)}`;
}

/** @param parts what names the edge within all samples */
export function edgeIdOf(...parts: readonly string[]): string {
  return `e_${uuidOf(parts)}`;
}

/** A UUID of version 8 (RFC 9562: contents of one's own making). */
function uuidOf(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
