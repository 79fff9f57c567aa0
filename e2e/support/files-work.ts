/** What a person does with files, in their words. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

/** A file as a download has it. */
interface SavedFile {
  readonly name: string;
  readonly content: Buffer;
}

export class FilesWork {
  constructor(private readonly person: Person) {}

  get #page() {
    return this.person.page;
  }

  /** Runs an action that saves a file. @returns the file */
  async saves(words: string): Promise<SavedFile> {
    const saving = this.#page.waitForEvent('download');
    await this.person.chooses(words);
    const download = await saving;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  get importDialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'Import a file' });
  }

  /** Asks to import a file, and looks at what is in it. */
  async looksInto(file: SavedFile): Promise<void> {
    await this.person.chooses('Import a file');
    await this.importDialog.getByLabel('File to import').setInputFiles(asUpload(file));
    await expect(this.importDialog.getByRole('region', { name: 'What is in the file' })).toContainText(file.name);
  }

  /** Opens a file on the start page. */
  async opensFile(file: SavedFile): Promise<void> {
    await this.#page.getByLabel('File to import').setInputFiles(asUpload(file));
  }

  /** Drops a file on the page. */
  async dropsFile({ name, content }: SavedFile): Promise<void> {
    const transfer = await this.#page.evaluateHandle(
      ([fileName, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], fileName));
        return data;
      },
      [name, content.toString('utf8')] as const,
    );
    await this.#page.getByLabel('Canvas', { exact: true }).dispatchEvent('drop', { dataTransfer: transfer });
  }
}

function asUpload({ name, content }: SavedFile) {
  return { name, mimeType: 'application/octet-stream', buffer: content };
}
