/** What the person may do in the room, and as whom, as the server last said. */
import { includesRole, type Role } from '../shared/access';
import type { GraphLimits } from '../shared/graph/graph-limits';
import type { AccessMessage, Welcome } from '../shared/protocol/server-messages';

export type Identity = NonNullable<Welcome['identity']>;

export class Access {
  #role: Role | undefined;
  #identity: Identity | undefined;
  #limits: GraphLimits | undefined;

  /** @param remembered the role they had when they were last here; undefined when that is not known */
  constructor(remembered: Role | undefined) {
    this.#role = remembered;
  }

  /** Undefined until the server has said, if nothing is remembered. */
  get role(): Role | undefined {
    return this.#role;
  }

  /** As the identity provider knows them; undefined without one. */
  get identity(): Identity | undefined {
    return this.#identity;
  }

  /** What new patches are held to; undefined until the server has said. */
  get limits(): GraphLimits | undefined {
    return this.#limits;
  }

  /** Whether patches may be made. Who is not known to be a viewer may: the server has the last word. */
  get mayEdit(): boolean {
    return this.#role === undefined || includesRole(this.#role, 'editor');
  }

  take(said: Welcome | AccessMessage): void {
    this.#role = said.role;
    this.#identity = said.identity;
    if (said.type === 'welcome') this.#limits = said.limits;
  }
}
