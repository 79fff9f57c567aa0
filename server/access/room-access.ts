/**
 * The links of rooms, and what owners do to a room as a whole. Everything that changes a room's access goes through here:
 * it is kept together with an entry in the audit log, and then those who are in the room are asked for again.
 */
import type { Role } from '../../src/shared/access';
import { must } from '../../src/shared/assert';
import type { Log } from '../log';
import type { AuditAction, AuditEntry, LinkRecord, Storage } from '../storage/storage';
import { type LinkKeys, newLinkId } from './link-keys';

/** Links of one room that can be open at once; of its revoked ones, the latest that many are remembered. */
export const LINKS_PER_ROOM = 200;

export interface RoomAccessPorts {
  readonly storage: Storage;
  readonly keys: LinkKeys;
  readonly log: Pick<Log, 'child'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The access of a room has changed: what was granted before may not hold any more. */
  readonly onChange: (room: string) => void;
  /** Whether a room always keeps a link for owners. Without an identity provider nobody could manage it otherwise. */
  readonly keepsOwnerLink: boolean;
}

export interface NewLink {
  readonly role: Role;
  /** For its owners to know it by; may be empty. */
  readonly name: string;
}

export interface LinkChange {
  readonly role?: Role | undefined;
  readonly name?: string | undefined;
}

/** It cannot be done, for a reason in words for people. */
export interface Refusal {
  readonly status: 'refused';
  readonly code: 'LAST_OWNER_LINK' | 'TOO_MANY_LINKS';
  readonly reason: string;
}

/** The room has no such link, or it was revoked. */
export interface Missing {
  readonly status: 'missing';
}

export type Issued = { readonly status: 'done'; readonly link: LinkRecord; readonly key: string } | Refusal;
export type Changed = { readonly status: 'done'; readonly link: LinkRecord } | Missing | Refusal;
export type Revoked = { readonly status: 'done' } | Missing | Refusal;

/** What a key opens a room as. */
export interface LinkRole {
  readonly role: Role;
  readonly linkId: string;
}

/** `lastUsedAt` is true to within this many milliseconds: letting someone in does not have to wait for the disk each time. */
const USE_GRAIN = 60_000;

const LAST_OWNER_LINK: Refusal = {
  status: 'refused',
  code: 'LAST_OWNER_LINK',
  reason:
    'This is the only link for owners that is left. Make another one first: without one, nobody could manage this graph.',
};
const TOO_MANY_LINKS: Refusal = {
  status: 'refused',
  code: 'TOO_MANY_LINKS',
  reason: `This graph has ${LINKS_PER_ROOM} links already. Revoke one that is not needed any more.`,
};
const MISSING: Missing = { status: 'missing' };

const isLive = (link: LinkRecord) => link.revokedAt === undefined;

/** In all methods `by` is who does it, as the audit log has it. Any of them throws when the disk fails, with nothing done. */
export class RoomAccess {
  readonly #ports: RoomAccessPorts;

  constructor(ports: RoomAccessPorts) {
    this.#ports = ports;
  }

  /** Gives a room that was just made its first link, for its owner, and returns the key of it. */
  begin(room: string, by: string): string {
    const link = this.#newLink(room, { role: 'owner', name: '' });
    this.#ports.storage.putLink(link, this.#entry(room, by, 'room_created', `With ${described(link)}.`));
    return this.keyOf(room, link.id);
  }

  issue(room: string, { role, name }: NewLink, by: string): Issued {
    const { storage } = this.#ports;
    const links = this.list(room);
    if (links.filter(isLive).length >= LINKS_PER_ROOM) return TOO_MANY_LINKS;
    const link = this.#newLink(room, { role, name });
    storage.putLink(link, this.#entry(room, by, 'link_created', `Made ${described(link)}.`));
    this.#forgetRevoked(links);
    return { status: 'done', link, key: this.keyOf(room, link.id) };
  }

  /** The links of a room, oldest first, the latest revoked ones among them. */
  list(room: string): LinkRecord[] {
    return this.#ports.storage.links(room);
  }

  keyOf(room: string, linkId: string): string {
    return this.#ports.keys.keyOf(room, linkId);
  }

  change(room: string, linkId: string, { role, name }: LinkChange, by: string): Changed {
    const link = this.#live(room, linkId);
    if (link === undefined) return MISSING;
    const changed = { ...link, role: role ?? link.role, name: name ?? link.name };
    if (changed.role === link.role && changed.name === link.name) return { status: 'done', link };
    if (changed.role !== 'owner' && this.#isLastOwner(link)) return LAST_OWNER_LINK;
    const entry = this.#entry(room, by, 'link_changed', `Made ${described(link)} into ${described(changed)}.`);
    this.#ports.storage.putLink(changed, entry);
    this.#ports.onChange(room);
    return { status: 'done', link: changed };
  }

  /** From now on the link opens nothing; it cannot be undone. */
  revoke(room: string, linkId: string, by: string): Revoked {
    const link = this.#live(room, linkId);
    if (link === undefined) return MISSING;
    if (this.#isLastOwner(link)) return LAST_OWNER_LINK;
    const revoked = { ...link, revokedAt: this.#ports.now() };
    this.#ports.storage.putLink(revoked, this.#entry(room, by, 'link_revoked', `Revoked ${described(link)}.`));
    this.#ports.onChange(room);
    return { status: 'done' };
  }

  /**
   * What a key opens a room as; `undefined` when it opens nothing: it is not the key of a link of this room, or that was
   * revoked. Takes anything, and looks only keys up that are whole: how long it takes says nothing about a room.
   */
  roleOf(room: string, key: string): LinkRole | undefined {
    const linkId = this.#ports.keys.linkIdIn(room, key);
    const link = linkId === undefined ? undefined : this.#live(room, linkId);
    return link && { role: link.role, linkId: link.id };
  }

  /** Notes that a link has let someone in. That it cannot be noted keeps nobody out, and is logged. */
  used(room: string, linkId: string): void {
    const { storage, now, log } = this.#ports;
    const link = this.#live(room, linkId);
    if (link === undefined) return;
    const at = now();
    // Also where the clock was put back: the time is to be one that has been.
    if (link.lastUsedAt !== undefined && Math.abs(at - link.lastUsedAt) < USE_GRAIN) return;
    try {
      storage.putLink({ ...link, lastUsedAt: at });
    } catch (error) {
      log.child({ room }).error('When a link was used could not be stored.', error);
    }
  }

  /** Marks a room as deleted. It can be restored until it is purged. Returns when it was deleted, in milliseconds since 1970. */
  deleteRoom(room: string, by: string): number {
    const { storage, now, onChange } = this.#ports;
    const { deletedAt } = must(storage.room(room), `room ${room}`);
    if (deletedAt !== undefined) return deletedAt;
    const at = now();
    storage.setDeleted(room, at, this.#entry(room, by, 'room_deleted', 'Deleted the graph.'));
    onChange(room);
    return at;
  }

  /** Brings a deleted room back. */
  restoreRoom(room: string, by: string): void {
    const { storage, onChange } = this.#ports;
    if (must(storage.room(room), `room ${room}`).deletedAt === undefined) return;
    storage.setDeleted(room, undefined, this.#entry(room, by, 'room_restored', 'Brought the graph back.'));
    onChange(room);
  }

  #newLink(room: string, { role, name }: NewLink): LinkRecord {
    return { room, id: newLinkId(), role, name, createdAt: this.#ports.now() };
  }

  #live(room: string, linkId: string): LinkRecord | undefined {
    const link = this.#ports.storage.link(room, linkId);
    return link !== undefined && isLive(link) ? link : undefined;
  }

  #isLastOwner(link: LinkRecord): boolean {
    if (!this.#ports.keepsOwnerLink || link.role !== 'owner') return false;
    return !this.list(link.room).some((other) => other.id !== link.id && other.role === 'owner' && isLive(other));
  }

  /** So that making and revoking links for ever does not fill the disk. A link that is not there opens nothing, either. */
  #forgetRevoked(links: readonly LinkRecord[]): void {
    const revoked = links.filter((link) => !isLive(link)).sort((a, b) => (b.revokedAt ?? 0) - (a.revokedAt ?? 0));
    for (const { room, id } of revoked.slice(LINKS_PER_ROOM)) this.#ports.storage.removeLink(room, id);
  }

  #entry(room: string, by: string, action: AuditAction, detail: string): AuditEntry {
    return { room, at: this.#ports.now(), by, action, detail };
  }
}

/** As the audit log has it. */
function described({ role, id, name }: LinkRecord): string {
  return `the ${role} link ${id}${name === '' ? '' : ` ${JSON.stringify(name)}`}`;
}
