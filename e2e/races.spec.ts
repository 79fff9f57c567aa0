import { expect, expectSameGraph, test } from './support/people';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const node = (n: number) => `n_${uuid(n)}`;

const PEOPLE = [
  { op: 'create_label', label: 'Person', properties: { name: 'STRING', age: 'INT64' } },
  { op: 'create_edge_type', type: 'KNOWS', properties: {} },
  ...[1, 2, 3].map((n) => ({
    op: 'create_node',
    nodeId: node(n),
    label: 'Person',
    position: { x: n * 260, y: 100 },
    properties: { name: `Person ${n}` },
  })),
];

test('edits of one property at once: all end with the same value', async ({ alice, bo, cem }) => {
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo, cem]);
  const set = (value: string) => [{ op: 'set_property', on: 'node', id: node(1), key: 'name', value }];
  for (const round of [1, 2, 3, 4, 5]) {
    const outcomes = await Promise.all([alice, bo, cem].map((person) => person.submit(set(`${person.name} ${round}`))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['ack', 'ack', 'ack']);
  }
  await expectSameGraph([alice, bo, cem]);
});

test('different properties of one node, a move and an edge at once: nothing is lost', async ({ alice, bo, cem }) => {
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo, cem]);
  await Promise.all([
    alice.submit([{ op: 'set_property', on: 'node', id: node(1), key: 'name', value: 'Ada' }]),
    bo.submit([{ op: 'set_property', on: 'node', id: node(1), key: 'age', value: 36 }]),
    cem.submit([{ op: 'move_node', nodeId: node(1), position: { x: 7, y: 9 } }]),
    cem.submit([
      { op: 'create_edge', edgeId: `e_${uuid(1)}`, type: 'KNOWS', source: node(1), target: node(2), properties: {} },
    ]),
  ]);
  await expectSameGraph([alice, bo, cem]);
  expect((await bo.graph()).nodes.find(({ id }) => id === node(1))).toMatchObject({
    position: { x: 7, y: 9 },
    properties: { name: 'Ada', age: 36 },
  });
  expect((await alice.graph()).edges.length).toBe(1);
});

test('one deletes a node while others connect it: no edge dangles, whoever came first', async ({ alice, bo, cem }) => {
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo, cem]);
  const connect = (n: number, target: string) => [
    { op: 'create_edge', edgeId: `e_${uuid(n)}`, type: 'KNOWS', source: node(1), target, properties: {} },
  ];
  const [, first, second] = await Promise.all([
    alice.submit([{ op: 'delete_node', nodeId: node(1) }]),
    bo.submit(connect(1, node(2))),
    cem.submit(connect(2, node(3))),
  ]);
  // Either the edge came first and went with its node, or it came second and was skipped.
  for (const outcome of [first, second]) {
    expect(outcome).toMatchObject({ status: 'ack' });
    if (outcome?.status === 'ack') expect([[], [{ op: 0, reason: 'end_gone' }]]).toContainEqual(outcome.skipped);
  }
  await expectSameGraph([alice, bo, cem]);
  const graph = await cem.graph();
  expect(graph.edges).toEqual([]);
  expect(graph.nodes.map(({ id }) => id).sort()).toEqual([node(2), node(3)]);
});

test('the same label made twice at once is one label with the properties of both', async ({ alice, bo }) => {
  const make = (properties: Record<string, string>) => [{ op: 'create_label', label: 'Boat', properties }];
  const outcomes = await Promise.all([alice.submit(make({ name: 'STRING' })), bo.submit(make({ crew: 'INT64' }))]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['ack', 'ack']);
  await expectSameGraph([alice, bo]);
  const boat = [
    {
      op: 'create_node',
      nodeId: node(9),
      label: 'Boat',
      position: { x: 0, y: 0 },
      properties: { name: 'Ro', crew: 3 },
    },
  ];
  expect(await bo.submit(boat)).toMatchObject({ status: 'ack', skipped: [] });
  await expectSameGraph([alice, bo]);
});

test('a name taken as a label by one and an edge type by the other: one is refused, and both tabs agree', async ({
  alice,
  bo,
}) => {
  const outcomes = await Promise.all([
    alice.submit([{ op: 'create_label', label: 'Owns', properties: { name: 'STRING' } }]),
    bo.submit([{ op: 'create_edge_type', type: 'OWNS', properties: { since: 'DATE' } }]),
  ]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['ack', 'nack']);
  await expectSameGraph([alice, bo]);
  const [label, type] = [alice, bo].map((person) => person.page.getByText(/^owns$/iu).count());
  expect(await label).toBe(await type);
});

test('a burst of edits by three people at once converges', async ({ alice, bo, cem }) => {
  await alice.submit(PEOPLE);
  await expectSameGraph([alice, bo, cem]);
  const burst = (offset: number) => (person: { submit: typeof alice.submit }) =>
    Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const id = node(100 + ((i * 7 + offset) % 30));
        const create = {
          op: 'create_node',
          nodeId: id,
          label: 'Person',
          position: { x: i * 20, y: offset * 90 },
          properties: { age: i },
        };
        const change = { op: 'set_property', on: 'node', id, key: 'age', value: offset * 100 + i };
        const remove = { op: 'delete_node', nodeId: id };
        return person.submit([i % 3 === 0 ? create : i % 3 === 1 ? change : remove]);
      }),
    );
  await Promise.all([burst(1)(alice), burst(2)(bo), burst(3)(cem)]);
  await expectSameGraph([alice, bo, cem]);
});
