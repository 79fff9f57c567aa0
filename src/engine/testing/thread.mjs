/** A thread of Node begins in JavaScript: this lets the rest be TypeScript. */
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
