/** What a build consists of, as the worker is told by the plugin that built it (scripts/vite/service-worker.ts). */

export interface BuiltFile {
  /** Where it is on the server, such as `/assets/index-Cuj_7Kef.js`. */
  readonly path: string;
  /** The hash of its content, as subresource integrity writes it: `sha256-` and base64. */
  readonly integrity: string;
}

export interface Build {
  /** Another one whenever a path or a content is. */
  readonly version: string;
  /** All that the app needs without a network. */
  readonly files: readonly BuiltFile[];
}

/** The page itself, whatever graph it is asked for. */
export const SHELL = '/index.html';
