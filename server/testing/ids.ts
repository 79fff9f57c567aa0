/** Ids for tests, from small numbers. */
import { testClientId } from '../../src/shared/testing/test-client-ids';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const clientNo = testClientId;
export const nodeNo = (n: number) => `n_${uuid(n)}`;
export const edgeNo = (n: number) => `e_${uuid(n)}`;
