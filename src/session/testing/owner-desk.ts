/** What an owner does to the links of a room that `newRoom` made, through the HTTP API of a real server. */
import { keyHeader } from '../../../server/testing/known-keys';
import type { Role } from '../../shared/access';
import { assert } from '../../shared/assert';
import { issuedLinkSchema } from '../../shared/protocol/links';

export interface IssuedLink {
  readonly id: string;
  readonly key: string;
}

export class OwnerDesk {
  readonly #url: string;
  readonly #room: string;

  /** @param host of the server, with its port */
  constructor(host: string, room: string) {
    this.#url = `http://${host}/api/rooms/${room}`;
    this.#room = room;
  }

  async makes(role: Role): Promise<IssuedLink> {
    const { link, key } = issuedLinkSchema.parse(await (await this.#ask('POST', '/links', { role })).json());
    return { id: link.id, key };
  }

  async lets({ id }: IssuedLink, role: Role): Promise<void> {
    await this.#ask('PATCH', `/links/${id}`, { role });
  }

  async revokes({ id }: IssuedLink): Promise<void> {
    await this.#ask('DELETE', `/links/${id}`);
  }

  async deletesTheGraph(): Promise<void> {
    await this.#ask('DELETE', '');
  }

  async #ask(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...keyHeader(this.#room) };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await fetch(`${this.#url}${path}`, init);
    assert(response.ok, `the server answers ${response.status} to ${method} ${path}`);
    return response;
  }
}
