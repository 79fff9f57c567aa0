import { expect, test } from 'vitest';
import { parseConfig } from './config';
import { StartupError } from './startup-error';

test('with nothing set, the server is for this machine alone, at port 8787', () => {
  expect(parseConfig({})).toEqual({ port: 8787, host: '127.0.0.1', dataDir: './data' });
});

test('what is set counts', () => {
  expect(parseConfig({ PORT: '0', HOST: '0.0.0.0', DATA_DIR: '/var/lib/kumiko', HOME: '/root' })).toEqual({
    port: 0,
    host: '0.0.0.0',
    dataDir: '/var/lib/kumiko',
  });
});

test('the rate of patches can be set', () => {
  expect(parseConfig({ PATCH_RATE: '50', PATCH_BURST: '1000000' })).toMatchObject({
    patchRate: 50,
    patchBurst: 1_000_000,
  });
});

test.each(['0', '-1', '1.5', '', 'many', '1000001', 'Infinity'])('"%s" is no number of patches', (number) => {
  expect(() => parseConfig({ PATCH_RATE: number })).toThrow(/PATCH_RATE must be .* 1 to 1000000, not "/);
  expect(() => parseConfig({ PATCH_BURST: number })).toThrow(/PATCH_BURST must be/);
});

test('everything that is wrong is named at once', () => {
  const parse = () => parseConfig({ PORT: 'http', HOST: 'not a host', DATA_DIR: '' });
  expect(parse).toThrow(StartupError);
  expect(parse).toThrow(/PORT .*"http".* HOST .*"not a host".* DATA_DIR /);
});

test.each(['65536', '-1', '1.5', '', ' 80'])('"%s" is no port', (port) => {
  expect(() => parseConfig({ PORT: port })).toThrow(/PORT/);
});
