/** People for tests. */
import type { Person } from '../../src/shared/protocol/person';

export const ANYONE: Person = { name: 'Anyone', color: '#123456' };
