/** What the offline copy is told: enough, at every moment, for another tab to go on from there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../replica/replica';
import { arbitraryOps, SCHEMA_OPS } from '../shared/graph/ops.arbitrary';
import { RecordedCopy } from './testing/recorded-copy';
import { startRoom } from './testing/start-room';
import { Tab } from './testing/tab';
import type { Wire } from './testing/wire';

/** Someone, and the wire to the server: whether it carries what both say. */
class Person {
  readonly copy = new RecordedCopy();
  readonly tab: Tab;
  readonly outcomes: Promise<Outcome>[] = [];
  readonly #wire: Wire;
  #isHeard = true;

  constructor(wire: Wire, room: string) {
    this.#wire = wire;
    const onProgress = (replica: Tab['replica']) => this.copy.compare(replica);
    this.tab = new Tab({ host: wire.host, room, copy: this.copy, onProgress });
  }

  edit(ops: Parameters<Tab['submit']>[0]): void {
    this.outcomes.push(this.tab.submit(ops));
  }

  lose(how: 'cut' | 'deafen'): void {
    this.#wire[how]();
    this.#isHeard = false;
  }

  mend(): void {
    this.#wire.cut();
    this.#wire.mend();
    this.tab.session.hint();
    this.#isHeard = true;
  }

  /** Until all that was edited is decided, where it can be. */
  async wait(): Promise<void> {
    if (this.#isHeard) await Promise.all(this.outcomes);
  }
}

type Action =
  | { readonly do: 'edit'; readonly who: 0 | 1; readonly ops: Parameters<Tab['submit']>[0] }
  | { readonly do: 'cut' | 'deafen' | 'mend' | 'wait'; readonly who: 0 | 1 };
const who = fc.constantFrom(0 as const, 1 as const);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), who, ops: arbitraryOps }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'deafen' as const, 'mend' as const), who }),
  },
);

test('O1: property: what the copy was told is at every moment what the tab has, whatever two people do', async () => {
  const room = await startRoom();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 30, size: 'max' }), async (actions) => {
      const id = await room.server.newRoom();
      const people = [new Person(await room.wire(), id), new Person(await room.wire(), id)] as const;
      people[0].edit(SCHEMA_OPS);
      for (const each of actions) {
        const person = people[each.who];
        if (each.do === 'edit') person.edit(each.ops);
        else if (each.do === 'wait') await person.wait();
        else if (each.do === 'mend') person.mend();
        else person.lose(each.do);
      }
      for (const person of people) person.mend();
      const outcomes = await Promise.all(people.flatMap((person) => person.outcomes));
      const last = Math.max(...outcomes.map((outcome) => (outcome.status === 'ack' ? outcome.serverVersion : 0)));
      for (const { tab, copy } of people) {
        await tab.at(last);
        expect(copy.faults).toEqual([]);
        expect(copy.queues).toEqual([]);
      }
      expect(people[0].tab.sees).toBe(people[1].tab.sees);
      for (const { tab } of people) tab.session.close();
    }),
    { numRuns: 20 },
  );
});
