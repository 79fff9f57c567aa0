/** What a person does in the find panel, in their words. */
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

export class SearchWork {
  constructor(private readonly person: Person) {}

  get field(): Locator {
    return this.person.page.getByRole('combobox', { name: 'Find nodes and edges' });
  }

  /** How many there are, in words. */
  get said(): Locator {
    return this.person.findPanel.getByRole('status');
  }

  get results(): Locator {
    return this.person.findPanel.getByRole('option');
  }

  /** What is marked in the results. */
  get marks(): Locator {
    return this.results.locator('mark');
  }

  /** The result that the keyboard is at. */
  get chosen(): Locator {
    return this.person.findPanel.getByRole('option', { selected: true });
  }

  async opens(): Promise<void> {
    await this.person.presses('ControlOrMeta+f');
    await expect(this.field).toBeFocused();
  }

  /** Puts something else in the place of what is typed, letter by letter. */
  async types(text: string): Promise<void> {
    await this.field.press('ControlOrMeta+a');
    await this.field.pressSequentially(text);
  }
}
