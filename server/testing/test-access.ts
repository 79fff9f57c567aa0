/** The access to the rooms of a storage, with a clock that the test moves. */
import type { Role } from '../../src/shared/access';
import { LinkKeys } from '../access/link-keys';
import { RoomAccess, type RoomAccessPorts } from '../access/room-access';
import { memoryStorage } from '../storage/memory-storage';
import type { Storage } from '../storage/storage';
import { testLog } from './test-log';

export interface TestAccess {
  readonly access: RoomAccess;
  /** The rooms whose access has changed, each as often as it did. */
  readonly changed: string[];
  /** What was logged as going wrong. */
  readonly problems: string[];
  /** Lets milliseconds pass. */
  advance(milliseconds: number): void;
  now(): number;
}

/** As without an identity provider, at first at 1,000,000 ms since 1970. */
export function testAccess(storage: Storage, ports: Partial<RoomAccessPorts> = {}): TestAccess {
  const changed: string[] = [];
  const problems: string[] = [];
  let time = 1_000_000;
  const now = () => time;
  const access = new RoomAccess({
    storage,
    keys: new LinkKeys(Buffer.alloc(32, 7)),
    log: testLog(problems),
    now,
    onChange: (room) => changed.push(room),
    keepsOwnerLink: true,
    ...ports,
  });
  const advance = (milliseconds: number) => {
    time += milliseconds;
  };
  return { access, changed, problems, advance, now };
}

export interface TestRoomAccess extends TestAccess {
  readonly storage: Storage;
  readonly ownerKey: string;
  /** The id of that link. */
  readonly ownerId: string;
}

/** Rooms "r" and "s", the first with a link for its owner. */
export function accessToRooms(
  ports: Partial<RoomAccessPorts> = {},
  storage: Storage = memoryStorage(),
): TestRoomAccess {
  for (const id of ['r', 's']) storage.createRoom({ id, epoch: 'e', createdAt: 7 });
  const made = testAccess(storage, ports);
  const ownerKey = made.access.begin('r', 'new');
  return { ...made, storage, ownerKey, ownerId: ownerKey.slice(0, 16) };
}

/** Makes a link that there is room for. */
export function issueLink(access: RoomAccess, role: Role, room = 'r'): { id: string; key: string } {
  const issued = access.issue(room, { role, name: '' }, 'admin');
  if (issued.status !== 'done') throw new Error(issued.reason);
  return { id: issued.link.id, key: issued.key };
}
