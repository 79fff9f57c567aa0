/** The tables that say who gets in: links, and the audit log. */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { roleSchema } from '../../src/shared/access';
import type { Transaction } from './sqlite-transaction';
import { AUDIT_ACTIONS, type AuditEntry, type LinkRecord, type Storage } from './storage';

const linkRow = z
  .object({
    id: z.string(),
    room: z.string(),
    role: roleSchema,
    name: z.string(),
    created_at: z.int(),
    last_used_at: z.int().nullable(),
    revoked_at: z.int().nullable(),
  })
  .transform(
    ({ created_at, last_used_at, revoked_at, ...same }): LinkRecord => ({
      ...same,
      createdAt: created_at,
      lastUsedAt: last_used_at ?? undefined,
      revokedAt: revoked_at ?? undefined,
    }),
  );
const linkRows = z.array(linkRow);
const auditRows = z.array(
  z.object({
    room: z.string(),
    at: z.int(),
    by: z.string(),
    action: z.enum(AUDIT_ACTIONS),
    detail: z.string(),
  }),
);

export interface AccessTables
  extends Pick<Storage, 'putLink' | 'removeLink' | 'link' | 'links' | 'addAudit' | 'audit'> {
  /** Writes an entry in the transaction that is open. */
  insertAudit(entry: AuditEntry): void;
}

export function accessTables(db: DatabaseSyncInstance, transaction: Transaction): AccessTables {
  const updateLink = db.prepare(
    `UPDATE link SET role = ?, name = ?, created_at = ?, last_used_at = ?, revoked_at = ? WHERE room = ? AND id = ?`,
  );
  const insertLink = db.prepare(
    'INSERT INTO link (role, name, created_at, last_used_at, revoked_at, room, id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const deleteLink = db.prepare('DELETE FROM link WHERE room = ? AND id = ?');
  const selectLink = db.prepare('SELECT * FROM link WHERE room = ? AND id = ?');
  const selectLinks = db.prepare('SELECT * FROM link WHERE room = ? ORDER BY created_at, rowid');
  const insertEntry = db.prepare('INSERT INTO audit (room, at, actor, action, detail) VALUES (?, ?, ?, ?, ?)');
  const AUDIT = 'SELECT room, at, actor AS by, action, detail FROM audit';
  // In the order of writing: the clock may have gone back.
  const selectAudit = db.prepare(`${AUDIT} ORDER BY id DESC LIMIT ?`);
  const selectAuditOf = db.prepare(`${AUDIT} WHERE room = ? ORDER BY id DESC LIMIT ?`);

  const insertAudit = ({ room, at, by, action, detail }: AuditEntry): void => {
    insertEntry.run(room, at, by, action, detail);
  };

  return {
    putLink({ role, name, createdAt, lastUsedAt, revokedAt, room, id }, audit) {
      const values = [role, name, createdAt, lastUsedAt ?? null, revokedAt ?? null, room, id];
      transaction(() => {
        if (Number(updateLink.run(...values).changes) === 0) insertLink.run(...values);
        if (audit !== undefined) insertAudit(audit);
      });
    },
    removeLink(room, id) {
      transaction(() => deleteLink.run(room, id));
    },
    link: (room, id) => linkRow.optional().parse(selectLink.get(room, id)),
    links: (room) => linkRows.parse(selectLinks.all(room)),
    addAudit(entry) {
      transaction(() => insertAudit(entry));
    },
    audit: (room, limit) =>
      auditRows.parse(room === undefined ? selectAudit.all(limit) : selectAuditOf.all(room, limit)),
    insertAudit,
  };
}
