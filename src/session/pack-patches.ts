/** Puts patches into as few messages as the server's limits allow. */
import type { Op } from '../shared/graph/ops';
import { LIMITS } from '../shared/limits';
import type { ClientPatch } from '../shared/protocol/client-messages';

/** Bytes kept free in a message for what is around its patches, and around the ops of one. */
const ENVELOPE_BYTES = 256;
const encoder = new TextEncoder();

function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).byteLength;
}

/** Whether a patch of these ops can be sent at all. @param bytes that one message may have */
export function fitsMessage(ops: readonly Op[], bytes: number): boolean {
  return jsonBytes(ops) <= bytes - 2 * ENVELOPE_BYTES;
}

/**
 * The patches in their order, in groups that each fit one message. Every patch must fit by itself (`fitsMessage`).
 * @param messageBytes that one message may have
 */
export function packPatches(patches: readonly ClientPatch[], messageBytes: number): ClientPatch[][] {
  const groups: ClientPatch[][] = [];
  let room = 0;
  for (const { clientId, seq, ops } of patches) {
    const patch: ClientPatch = { ...(clientId !== undefined && { clientId }), seq, ops };
    const bytes = jsonBytes(patch) + 1;
    const group = groups.at(-1);
    if (group === undefined || bytes > room || group.length >= LIMITS.patchesPerMessage) {
      groups.push([patch]);
      room = messageBytes - ENVELOPE_BYTES - bytes;
    } else {
      group.push(patch);
      room -= bytes;
    }
  }
  return groups;
}
