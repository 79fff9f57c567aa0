/** The links of a graph for tests of panels: kept here, as a server would keep them, or refused with a sentence. */
import type { Role } from '../../shared/access';
import { type Link, linkChangeSchema, linkSchema, newLinkSchema } from '../../shared/protocol/links';
import type { LinksApi } from '../../store/editor-context';

export class FakeLinks implements LinksApi {
  /** Oldest first. */
  all: readonly Link[] = [];
  /** What was asked for besides the list, in order. */
  readonly calls: (readonly unknown[])[] = [];
  /** Set: everything is refused with these words. */
  refusal: string | undefined;

  /** A link that is there from the beginning. */
  with(given: Partial<Link> & { readonly id: string }): this {
    const usual = { role: 'editor', name: '', createdAt: Date.UTC(2026, 0, 31), isYours: false, connections: 0 };
    this.all = [...this.all, linkSchema.parse({ ...usual, ...given })];
    return this;
  }

  async answer<T>(action: () => T): Promise<T> {
    if (this.refusal !== undefined) throw new Error(this.refusal);
    return action();
  }

  list() {
    return this.answer(() => this.all);
  }

  make(role: Role, name: string) {
    return this.answer(() => {
      this.calls.push(['make', newLinkSchema.parse({ role, name })]);
      const id = `new-link-${'0'.repeat(6)}${this.all.length}`;
      const key = `key-of-${id}`;
      this.with({ id, role, name, ...(role !== 'owner' && { key }) });
      return { link: this.#get(id), key };
    });
  }

  change(linkId: string, change: { readonly role?: Role; readonly name?: string }) {
    return this.answer(() => {
      this.calls.push(['change', linkId, linkChangeSchema.parse(change)]);
      this.#put(linkId, change);
      return this.#get(linkId);
    });
  }

  revoke(linkId: string) {
    return this.answer(() => {
      this.calls.push(['revoke', linkId]);
      this.#put(linkId, { revokedAt: Date.UTC(2026, 1, 1) });
    });
  }

  #get(id: string): Link {
    const link = this.all.find((each) => each.id === id);
    if (link === undefined) throw new Error('There is no such link.');
    return link;
  }

  #put(id: string, change: Partial<Link>): void {
    this.all = this.all.map((link) => (link.id === id ? linkSchema.parse({ ...link, ...change }) : link));
  }
}
