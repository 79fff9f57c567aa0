import type { APIRequestContext, Browser } from '@playwright/test';
import { Cable } from './cable';
import { forgetsWhatItFetched } from './kept-app';
import { newGraph } from './new-graph';
import { expect, newPerson } from './people';
import type { Person } from './person';

interface Stage {
  readonly browser: Browser;
  readonly baseURL: string | undefined;
  readonly request: APIRequestContext;
}

/** Someone who had the World open, and opens it again without a network: of what their browser keeps. */
export async function inOfflineWorld(
  stage: Stage,
  name: string,
  work: (person: Person) => Promise<void>,
): Promise<void> {
  const path = await newGraph(stage.request, { sample: 'world' });
  const cable = await Cable.to(Number(new URL(stage.baseURL ?? '').port));
  const person = await newPerson(stage.browser, name);
  await person.opens(`${cable.origin}${path}`);
  await person.keepsTheApp();
  cable.unplug();
  await forgetsWhatItFetched(person.page);
  await person.page.reload();
  await expect(person.paletteItem('Country')).toContainText('250');
  await work(person);
  await person.page.context().close();
  await cable.remove();
}
