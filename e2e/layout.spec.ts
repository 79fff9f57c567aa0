import { newGraph } from './support/new-graph';
import { expect, expectSameGraph, test } from './support/people';
import type { Person } from './support/person';

const CARD = { width: 200, height: 64 };

const lesMiserables = test.extend({
  address: async ({ request }, use) => {
    await use(await newGraph(request, { sample: 'les-miserables' }));
  },
});

async function places(person: Person): Promise<Record<string, { x: number; y: number }>> {
  return Object.fromEntries((await person.graph()).nodes.map(({ id, position }) => [id, position]));
}

async function overlaps(person: Person): Promise<string[]> {
  const { nodes } = await person.graph();
  return nodes.flatMap((a) =>
    nodes
      .filter((b) => a.id < b.id)
      .filter(
        ({ position: { x, y } }) => Math.abs(a.position.x - x) < CARD.width && Math.abs(a.position.y - y) < CARD.height,
      )
      .map((b) => `${a.id} and ${b.id}`),
  );
}

lesMiserables(
  'is arranged by connections and in layers; others see it, and one undo takes it back',
  async ({ alice, bo }) => {
    test.slow();
    for (const action of ['Arrange by connections', 'Arrange in layers, downwards']) {
      const before = await places(alice);
      await alice.chooses(action);
      await expect.poll(() => places(alice), { timeout: 45_000 }).not.toEqual(before);
      await alice.settles();
      expect(await overlaps(alice), action).toEqual([]);
      await expectSameGraph([alice, bo]);
      await alice.presses('ControlOrMeta+z');
      await expect.poll(() => places(bo), 'one undo brings all back').toEqual(before);
    }
  },
);

test('a selection is lined up and distributed by one step each', async ({ alice }) => {
  await alice.makesLabel('Person');
  for (const [name, at] of [
    ['Ada', { x: 120, y: 120 }],
    ['Grace', { x: 420, y: 210 }],
    ['Joan', { x: 260, y: 430 }],
  ] as const) {
    await alice.makes('Person', name, at);
  }
  await alice.node('Ada').click();
  await alice.presses('ControlOrMeta+a');
  await alice.chooses('Align left');
  await expect.poll(async () => new Set(Object.values(await places(alice)).map(({ x }) => x)).size).toBe(1);
  await alice.chooses('Distribute vertically');
  await expect
    .poll(async () => {
      const [a = 0, b = 0, c = 0] = Object.values(await places(alice))
        .map(({ y }) => y)
        .sort((one, other) => one - other);
      return Math.abs(c - b - (b - a));
    })
    .toBeLessThanOrEqual(1);
});

test('what takes long can be cancelled, and then nothing has happened', async ({ alice }) => {
  test.slow();
  await alice.submit([{ op: 'create_label', label: 'Dot', properties: {} }]);
  const id = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
  const count = 1_500;
  await alice.submit(
    Array.from({ length: count }, (_, n) => ({
      op: 'create_node',
      nodeId: `n_${id(n)}`,
      label: 'Dot',
      position: { x: (n % 40) * 260, y: Math.floor(n / 40) * 120 },
      properties: {},
    })),
  );
  await alice.submit([
    { op: 'create_edge_type', type: 'NEXT', properties: {} },
    ...Array.from({ length: count - 1 }, (_, n) => ({
      op: 'create_edge',
      edgeId: `e_${id(n)}`,
      type: 'NEXT',
      source: `n_${id(n)}`,
      target: `n_${id(n + 1)}`,
      properties: {},
    })),
  ]);
  await alice.settles();
  const before = await places(alice);
  await alice.chooses('Arrange by connections');
  await alice.page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(alice.page.getByText('Arranging …')).toBeHidden();
  await alice.settles();
  expect(await places(alice)).toEqual(before);
});
