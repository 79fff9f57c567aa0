/** Mints ids. The only place where they come from. */
import type { EdgeId, NodeId } from './model';
import type { ViewId } from './saved-views';
import type { RuleId } from './style-rules';

export function newNodeId(): NodeId {
  return `n_${randomUuid()}`;
}

export function newEdgeId(): EdgeId {
  return `e_${randomUuid()}`;
}

export function newViewId(): ViewId {
  return `v_${randomUuid()}`;
}

export function newRuleId(): RuleId {
  return `r_${randomUuid()}`;
}

/**
 * A random UUID (version 4, RFC 9562). `crypto.randomUUID` itself is missing where a page came over plain HTTP from
 * another machine, which is a usual way to try the editor in one's own network.
 */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
