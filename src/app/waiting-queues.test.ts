import { expect, test } from 'vitest';
import { Replica } from '../replica/replica';
import type { Op } from '../shared/graph/ops';
import { testClientId } from '../shared/graph/ops.arbitrary';
import { waitingQueues } from './waiting-queues';

const titled = (title: string): Op[] => [{ op: 'set_title', title }];

test('what is pending of each client is its queue, in order, by what the server is sent of it', () => {
  const [ME, GONE] = [testClientId(1), testClientId(2)];
  const replica = new Replica(ME);
  replica.submit(titled('One'));
  replica.adopt(GONE, [
    { seq: 7, ops: titled('Left') },
    { seq: 8, ops: titled('Left, too') },
  ]);
  replica.submit(titled('Two'));
  expect(waitingQueues(replica.pending)).toEqual([
    {
      clientId: ME,
      patches: [
        { seq: 1, ops: titled('One') },
        { seq: 2, ops: titled('Two') },
      ],
    },
    {
      clientId: GONE,
      patches: [
        { seq: 7, ops: titled('Left') },
        { seq: 8, ops: titled('Left, too') },
      ],
    },
  ]);
});

test('nothing is pending: there is no queue', () => {
  expect(waitingQueues([])).toEqual([]);
});
