/** Who is new, and what they are shown. */
import type { Browser, Locator } from '@playwright/test';
import { newPerson } from './people';
import type { Person } from './person';

/** The card with the first things to do. */
export function firstSteps({ page }: Person): Locator {
  return page.getByRole('region', { name: 'First steps' });
}

/** Those of them that are not done. */
export function stepsLeft(person: Person): Locator {
  return firstSteps(person).getByRole('img', { name: 'To do:' });
}

/** Someone who comes by a link. */
export async function guest(browser: Browser, address: string): Promise<Person> {
  const person = await newPerson(browser, 'Vera');
  await person.opens(address);
  return person;
}
