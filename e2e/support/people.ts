/** Alice, Bo and Cem: three tabs in three browser profiles, in one graph. */
import { type Browser, test as base, expect } from '@playwright/test';
import { newGraph } from './new-graph';
import { Person } from './person';

export { expect };

/** What people rely on: everyone has the same graph on the canvas and the same rows in their own database. */
export async function expectSameGraph(people: readonly Person[]): Promise<void> {
  const [first, ...others] = people;
  if (first === undefined) throw new Error('nobody is here');
  for (const person of people) await person.settles();
  const version = () => first.page.evaluate(() => window.kumiko?.serverVersion());
  for (const other of others) {
    await expect.poll(() => other.page.evaluate(() => window.kumiko?.serverVersion())).toBe(await version());
    await other.settles();
  }
  const canonical = async (person: Person) => {
    const { nodes, edges } = await person.graph();
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
  };
  const [graph, rows] = [await canonical(first), await first.databaseRows()];
  for (const other of others) {
    expect(await canonical(other), `${other.name}'s canvas and ${first.name}'s`).toEqual(graph);
    expect(await other.databaseRows(), `${other.name}'s database and ${first.name}'s`).toEqual(rows);
  }
  expect(rows.nodes.length, 'nodes in the database and on the canvas').toBe(graph.nodes.length);
  expect(rows.edges.length, 'edges in the database and on the canvas').toBe(graph.edges.length);
}

/** @param locale what their browser speaks; English unless given */
export async function newPerson(browser: Browser, name: string, locale = 'en-US'): Promise<Person> {
  const context = await browser.newContext({ locale });
  return new Person(name, await context.newPage());
}

interface People {
  /** An owner's link to a new, empty graph, without the host. */
  readonly address: string;
  readonly alice: Person;
  readonly bo: Person;
  readonly cem: Person;
}

/** Everyone is in the same new graph when a test begins; only those a test names are there. */
export const test = base.extend<People>({
  address: async ({ request }, use) => {
    await use(await newGraph(request, { title: 'Test graph' }));
  },
  alice: async ({ browser, address }, use) => joined(browser, 'Alice', address, use),
  bo: async ({ browser, address }, use) => joined(browser, 'Bo', address, use),
  cem: async ({ browser, address }, use) => joined(browser, 'Cem', address, use),
});

async function joined(browser: Browser, name: string, address: string, use: (person: Person) => Promise<void>) {
  const person = await newPerson(browser, name);
  const broken: string[] = [];
  person.page.on('pageerror', (error) => broken.push(error.message));
  await person.opens(address);
  await use(person);
  await person.page.context().close();
  expect(broken, `errors thrown in ${name}'s tab`).toEqual([]);
}
