/** Measures in a page, with the database in a worker as the editor has it. */
import { spawnBrowserWorker } from '../../../src/engine/browser-worker';
import { type Measured, measureViews } from '../measure';

declare global {
  interface Window {
    measureViews: () => Promise<Measured>;
  }
}

window.measureViews = () => measureViews(spawnBrowserWorker);
