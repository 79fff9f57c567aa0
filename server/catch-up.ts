/**
 * Brings members up to date: with `welcome` and what they lack when they join, and again after they read too slowly to
 * be sent everything (SPEC.md, L11).
 */
import type { Graph } from '../src/shared/graph/graph';
import { CLOSE_CODES, PROTOCOL_VERSION } from '../src/shared/protocol/version';
import { accessFields, broadcastText, errorText, frameText, messageText, patchText } from './frames';
import type { RoomPorts } from './room-ports';
import type { Greeting, Seat } from './seats';
import type { SnapshotKeeper } from './snapshot-keeper';
import type { LoggedPatch } from './storage/storage';

/** What a member has; nothing where fields are missing. */
type Known = Pick<Greeting, 'roomEpoch' | 'lastVersion'>;

export interface CatchUpPorts {
  readonly room: RoomPorts;
  readonly roomId: string;
  readonly epoch: string;
  readonly graph: Graph;
  /** The version the graph is at. */
  readonly version: () => number;
  readonly snapshots: SnapshotKeeper;
  /** Whether a member has not left meanwhile. */
  readonly isHere: (seat: Seat) => boolean;
  readonly onWelcome: (seat: Seat) => void;
  /** Lets a member go whose connection is closing. */
  readonly leave: (seat: Seat) => void;
}

const TOO_SLOW_TEXT = 'This connection is too slow to keep up with the changes. It is tried again shortly.';

export class CatchUp {
  readonly #ports: CatchUpPorts;

  constructor(ports: CatchUpPorts) {
    this.#ports = ports;
  }

  /**
   * Sends `welcome` and what the member lacks, in one frame; at once, or when a snapshot has been made for it.
   * Everything ordered so far must be stored.
   */
  start(seat: Seat, known: Known): void {
    const { snapshots, version, room } = this.#ports;
    const canGoOn = this.#canGoOn(known);
    room.metrics.joined(canGoOn ? 'continued' : known.roomEpoch === undefined ? 'new' : 'resync');
    if (canGoOn) this.#welcome(seat, known.lastVersion);
    else if (!snapshots.isOutdated(version())) this.#welcome(seat, undefined);
    else this.#welcomeAfterSnapshot(seat).catch(this.#ports.room.onFailure);
  }

  async #welcomeAfterSnapshot(seat: Seat): Promise<void> {
    const { snapshots, graph, version, room } = this.#ports;
    await snapshots.take(graph, version());
    room.flush();
    // It may have left while the snapshot was made, or been shut out.
    if (this.#ports.isHere(seat)) this.#welcome(seat, undefined);
  }

  /** Whether the patches a member lacks can be sent to it one by one. */
  #canGoOn({ roomEpoch, lastVersion }: Known): boolean {
    const { epoch, version, roomId, room } = this.#ports;
    if (roomEpoch !== epoch || lastVersion === undefined || lastVersion > version()) return false;
    const { patches, bytes } = room.catchUp;
    if (version() - lastVersion > patches || lastVersion + 1 < room.storage.firstVersion(roomId)) return false;
    return room.storage.opBytesAfter(roomId, lastVersion) <= bytes;
  }

  /** @param lastVersion what the member goes on from; `undefined` when it starts over from a snapshot */
  #welcome(seat: Seat, lastVersion: number | undefined): void {
    const { room, roomId, epoch, version, snapshots } = this.#ports;
    const base = snapshots.version;
    const url = base === 0 ? undefined : `/api/rooms/${roomId}/snapshots/${base}`;
    for (const voice of seat.voices.values()) voice.lastSeq = room.storage.lastSeq(roomId, voice.clientId);
    const missing = room.storage.patchesAfter(roomId, lastVersion ?? base);
    const welcome = messageText({
      type: 'welcome',
      protocolVersion: PROTOCOL_VERSION,
      roomEpoch: epoch,
      serverVersion: version(),
      ...accessFields(seat.granted, room.now()),
      limits: room.graphLimits,
      lastSeqs: Object.fromEntries(Array.from(seat.voices.values(), ({ clientId, lastSeq }) => [clientId, lastSeq])),
      authors: this.#authorsOf(missing),
      snapshot: lastVersion === undefined ? { version: base, url } : undefined,
    });
    seat.isWelcomed = true;
    seat.behind = undefined;
    seat.member.send(frameText(missing.length === 0 ? [welcome] : [welcome, broadcastText(missing.map(patchText))]));
    this.#ports.onWelcome(seat);
  }

  #authorsOf(patches: readonly LoggedPatch[]): Record<string, string> | undefined {
    const clientIds = new Set(patches.map(({ clientId }) => clientId));
    const names = this.#ports.room.storage.authors(this.#ports.roomId, [...clientIds]);
    return names.size === 0 ? undefined : Object.fromEntries(names);
  }

  /** Stops sending patches to a member that was sent all up to `version`, until it has read most of them. */
  fallBehind(seat: Seat, version: number): void {
    const { clock, limits, metrics, onFailure } = this.#ports.room;
    metrics.slowConsumer('behind');
    const stopWaiting = clock.after(limits.patience, () => this.#cutOff(seat));
    seat.behind = { version, stopWaiting };
    seat.member.whenDrained(() => {
      stopWaiting();
      try {
        this.#goOn(seat, version);
      } catch (error) {
        onFailure(error);
      }
    });
  }

  #goOn(seat: Seat, lastVersion: number): void {
    this.#ports.room.flush();
    if (this.#ports.isHere(seat)) this.start(seat, { roomEpoch: this.#ports.epoch, lastVersion });
  }

  #cutOff(seat: Seat): void {
    const { log, metrics } = this.#ports.room;
    log.error(`A client of room ${this.#ports.roomId} reads too slowly and was cut off.`);
    metrics.slowConsumer('closed');
    this.#ports.leave(seat);
    seat.member.send(errorText('TOO_SLOW', TOO_SLOW_TEXT));
    seat.member.close(CLOSE_CODES.tryAgainLater, TOO_SLOW_TEXT);
  }
}
