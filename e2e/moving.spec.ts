import {
  between,
  dragsBeside,
  edgeNameBoxes,
  farCaptions,
  gapMarks,
  guideLines,
  overlap,
  placeOf,
} from './support/moving';
import { newGraph } from './support/new-graph';
import { expect, expectSameGraph, newPerson, test } from './support/people';

test('a card dragged almost below another snaps into line, for everyone and in one step', async ({ alice, bo }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 300, y: 150 });
  await alice.makes('Person', 'Grace', { x: 560, y: 420 });
  await expect(bo.node('Grace')).toBeVisible();
  const before = await placeOf(alice, 'Grace');

  const letsGo = await dragsBeside(alice, 'Grace', 'Ada', { x: 4, y: 230 });
  await expect(guideLines(alice)).toHaveCount(1);
  expect((await between(alice, 'Ada', 'Grace')).x).toBe(0);
  await expect.poll(async () => (await between(bo, 'Ada', 'Grace')).x).toBe(0);
  await letsGo();
  await expect(guideLines(alice)).toHaveCount(0);
  const { x } = await placeOf(alice, 'Ada');
  await expect.poll(async () => (await placeOf(bo, 'Grace')).x).toBe(x);

  await alice.presses('ControlOrMeta+z');
  await expect.poll(() => placeOf(bo, 'Grace')).toEqual(before);
  await expectSameGraph([alice, bo]);
});

test('holding Ctrl it goes where one likes; snapping is turned off for good, and on again', async ({ alice }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 300, y: 150 });
  await alice.makes('Person', 'Grace', { x: 560, y: 420 });
  const free = await dragsBeside(alice, 'Grace', 'Ada', { x: 4, y: 230 }, 'Control');
  await expect(guideLines(alice)).toHaveCount(0);
  expect((await between(alice, 'Ada', 'Grace')).x).toBe(4);
  await free();

  await alice.chooses('Stop snapping');
  await alice.reloads();
  await (await dragsBeside(alice, 'Grace', 'Ada', { x: -4, y: 200 }))();
  expect((await between(alice, 'Ada', 'Grace')).x).toBe(-4);

  await alice.chooses('Snap to guides');
  await (await dragsBeside(alice, 'Grace', 'Ada', { x: -4, y: 230 }))();
  await expect.poll(async () => (await between(alice, 'Ada', 'Grace')).x).toBe(0);
});

test('a card comes to rest as far from its neighbour as that one is from the next', async ({ alice }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 120, y: 300 });
  await alice.makes('Person', 'Grace', { x: 370, y: 320 });
  await alice.makes('Person', 'Mary', { x: 330, y: 150 });
  const { x: step } = await between(alice, 'Ada', 'Grace');
  const letsGo = await dragsBeside(alice, 'Mary', 'Grace', { x: step + 4, y: 24 });
  await expect(gapMarks(alice)).toHaveCount(2);
  await letsGo();
  await expect.poll(async () => (await between(alice, 'Grace', 'Mary')).x).toBe(step);
});

test('several cards dragged together snap as one', async ({ alice }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 300, y: 120 });
  await alice.makes('Person', 'Grace', { x: 450, y: 330 });
  await alice.makes('Person', 'Mary', { x: 490, y: 520 });
  const apart = await between(alice, 'Grace', 'Mary');
  await alice.selectsAll('Grace', 'Mary');
  const letsGo = await dragsBeside(alice, 'Grace', 'Ada', { x: -4, y: 190 });
  expect((await between(alice, 'Ada', 'Grace')).x).toBe(0);
  await letsGo();
  await expect.poll(() => between(alice, 'Grace', 'Mary')).toEqual(apart);
});

test('edges between the same two keep apart, names and all; so do loops', async ({ alice }) => {
  const node = (n: number, x: number, y: number) => ({
    op: 'create_node',
    nodeId: `n_00000000-0000-4000-8000-00000000000${n}`,
    label: 'Person',
    position: { x, y },
    properties: { name: `Person ${n}` },
  });
  const edge = (n: number, type: string, from: number, to: number) => ({
    op: 'create_edge',
    edgeId: `e_00000000-0000-4000-8000-0000000000${n}`,
    type,
    source: `n_00000000-0000-4000-8000-00000000000${from}`,
    target: `n_00000000-0000-4000-8000-00000000000${to}`,
    properties: {},
  });
  const across = [
    edge(10, 'WORKS_WITH', 1, 2),
    edge(11, 'WORKS_WITH', 2, 1),
    edge(12, 'ADMIRES', 1, 2),
    edge(13, 'ADMIRES', 2, 1),
  ];
  const down = [edge(20, 'WORKS_WITH', 1, 3), edge(21, 'WORKS_WITH', 3, 1), edge(22, 'ADMIRES', 3, 1)];
  const loops = [edge(30, 'ADMIRES', 3, 3), edge(31, 'ADMIRES', 3, 3)];
  await alice.submit([
    { op: 'create_label', label: 'Person', properties: { name: 'STRING' } },
    { op: 'create_edge_type', type: 'WORKS_WITH', properties: {} },
    { op: 'create_edge_type', type: 'ADMIRES', properties: {} },
    node(1, 60, 100),
    node(2, 480, 100),
    node(3, 60, 420),
    ...across,
    ...down,
    ...loops,
  ]);
  await alice.settles();
  for (const bundle of [across, down]) {
    const boxes = await edgeNameBoxes(
      alice,
      bundle.map(({ edgeId }) => edgeId),
    );
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    }
  }
  // Each can be taken by its name.
  for (const { edgeId } of [...across, ...down, ...loops]) await alice.selectsEdge(edgeId);
});

test('seen from afar the graph names its hubs, in captions that can be read', async ({ browser, request }) => {
  const path = await newGraph(request, { sample: 'world' });
  const mia = await newPerson(browser, 'Mia');
  await mia.opens(path);
  await expect(farCaptions(mia).filter({ hasText: /^English$/u })).toBeVisible();
  const boxes = await farCaptions(mia).evaluateAll((captions) =>
    captions.map((caption) => caption.getBoundingClientRect().toJSON()),
  );
  expect(boxes.length).toBeGreaterThan(30);
  for (const [index, box] of boxes.entries()) {
    expect(box.height).toBeGreaterThan(15);
    for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
  }
  await mia.presses('ControlOrMeta+0');
  await expect(farCaptions(mia)).toHaveCount(0);
  await mia.page.context().close();
});

test('a node is put somewhere by numbers; an edge leads to its ends', async ({ alice, bo }) => {
  await alice.makesLabel('Person');
  await alice.makes('Person', 'Ada', { x: 200, y: 150 });
  await alice.makes('Person', 'Grace', { x: 560, y: 420 });
  await alice.types('x', '40');
  await expect.poll(async () => (await placeOf(bo, 'Grace')).x).toBe(40);
  await alice.types('x', 'left');
  await expect(alice.inspector.getByRole('alert')).toContainText('What was there before is kept');
  await alice.presses('Escape');

  await alice.connects('Ada', 'Grace', 'ADMIRES');
  await expect.poll(async () => (await bo.graph()).edges.length).toBe(1);
  const [edge] = (await alice.graph()).edges;
  await alice.selectsEdge(edge?.id ?? '');
  await alice.inspector.getByRole('button', { name: 'Ada' }).click();
  await expect(alice.field('name')).toHaveValue('Ada');
});

test('two that are connected can be turned round before the edge is made', async ({ alice }) => {
  await alice.makesLabel('Person');
  const ada = await alice.makes('Person', 'Ada', { x: 200, y: 150 });
  const grace = await alice.makes('Person', 'Grace', { x: 560, y: 420 });
  await alice.selectsAll(ada, grace);
  await alice.presses('Shift+c');
  await alice.page.getByRole('button', { name: 'Reverse direction' }).click();
  await alice.answers('Edge type', 'ADMIRES');
  await expect
    .poll(async () => (await alice.graph()).edges)
    .toEqual([expect.objectContaining({ source: grace, target: ada })]);
});
