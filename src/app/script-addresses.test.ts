import { expect, test } from 'vitest';
import { workerAddress } from './script-addresses';

const page = 'https://kumiko.example/g/Gb4x';

test.each([
  '/service-worker.js',
  '/assets/isolated-engine.worker-r_RtRn-M.js',
  '/assets/isolated-layout.worker-Bx0-_9aZ.js',
  '/assets/isolated-search.worker-Q3_x-1Yb.js',
  '/assets/isolated-algorithms.worker-Q3_x-1Yb.js',
  `https://kumiko.example/service-worker.js`,
])('%s is a script of ours', (address) => {
  expect(workerAddress(address, page)).toBe(address);
});

test.each([
  'https://elsewhere.example/service-worker.js',
  '//elsewhere.example/assets/isolated-engine.worker-x.js',
  'service-worker.js',
  '/assets/index-x.js',
  '/api/rooms/service-worker.js',
  '/assets/isolated-engine.worker-x.js/../../other.js',
  '/assets/isolated-other.worker-x.js',
  'data:text/javascript,alert(1)',
  'blob:https://kumiko.example/1b2a',
  'javascript:alert(1)',
])('%s is not', (address) => {
  expect(workerAddress(address, page)).toBeNull();
});
