/** Tells i18next which sentences there are, so that a key that is none does not compile. */
import type { en } from './resources';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'commands';
    resources: typeof en;
  }
}
