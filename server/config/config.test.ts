import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { WIDEST_LIMITS } from '../../src/shared/graph/graph-limits';
import { LIMITS } from '../../src/shared/limits';
import { StartupError } from '../startup-error';
import { tempDir } from '../testing/temp-dir';
import { parseConfig } from './config';
import { settingsByGroup } from './settings';

const DAY = 24 * 60 * 60 * 1_000;
const SECRET = 'k7Jw-secret-of-tests-0123456789abcdef';
const PROVIDER = { AUTH_ISSUER: 'https://login.example', AUTH_AUDIENCE: 'kumiko' };

const problemsOf = (environment: Record<string, string>): string => {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof StartupError) return error.message;
    throw error;
  }
  return '';
};

test('with nothing set, the server is for this machine alone, at port 8787, by links, with limits as documented', () => {
  expect(parseConfig({ HOME: '/root' })).toEqual({
    port: 8787,
    host: '127.0.0.1',
    dataDir: './data',
    trustedProxies: 0,
    allowedOrigins: [],
    logLevel: 'info',
    logRetention: 30 * DAY,
    deletedRetention: 30 * DAY,
    stopDeadline: 10_000,
    limits: {
      graph: { ...WIDEST_LIMITS, nodes: 100_000, edges: 200_000 },
      rooms: 10_000,
      connectionsPerRoom: 200,
      connectionsPerAddress: 100,
      addressShare: 0.2,
      patchRate: { perSecond: 500, burst: 5_000 },
      messageRate: { perSecond: 200, burst: 1_000 },
      byteRate: { perSecond: 512 * 1024, burst: 8 * 1024 * 1024 },
      helloTimeout: 10_000,
      helloBytes: 32 * 1024,
      bodyBytes: 16 * 1024,
      httpRate: { perSecond: 100, burst: 1_000 },
      roomRate: { perSecond: 0.5, burst: 30 },
    },
  });
});

test('what is set counts', () => {
  const dir = tempDir();
  const files = { TLS_CERT: join(dir, 'cert.pem'), TLS_KEY: join(dir, 'key.pem'), AUTHORIZE_MODULE: join(dir, 'a.js') };
  for (const path of Object.values(files)) writeFileSync(path, '');
  const config = parseConfig({
    ...files,
    PORT: '0',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/kumiko',
    TRUST_PROXY: '1',
    ALLOWED_ORIGINS: 'https://a.example, https://B.example:8443',
    METRICS_TOKEN: 'sixteen-letters.',
    LOG_LEVEL: 'silent',
    AUTH_JWKS_URL: 'https://login.example/keys',
    ...PROVIDER,
    AUTH_ROLES_CLAIM: 'roles',
    AUTH_TOKEN_URL: '/token',
    AUTH_SIGN_IN_URL: 'https://login.example/',
    LOG_RETENTION_DAYS: '0',
    DELETED_RETENTION_DAYS: '7',
    STOP_DEADLINE_SECONDS: '3',
    MAX_LABELS: '8',
    PATCH_RATE: '50',
    PATCH_BURST: '1000000',
    ROOM_RATE: '6',
  });
  expect(config).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    dataDir: '/var/lib/kumiko',
    tls: { certPath: files.TLS_CERT, keyPath: files.TLS_KEY },
    trustedProxies: 1,
    allowedOrigins: ['https://a.example', 'https://b.example:8443'],
    metricsToken: 'sixteen-letters.',
    logLevel: 'silent',
    auth: {
      verify: { kind: 'jwks', url: 'https://login.example/keys' },
      issuer: 'https://login.example',
      audience: 'kumiko',
      rolesClaim: 'roles',
      tokenUrl: '/token',
      signInUrl: 'https://login.example/',
    },
    authorizeModule: resolve(files.AUTHORIZE_MODULE),
    logRetention: 0,
    deletedRetention: 7 * DAY,
    stopDeadline: 3_000,
    limits: {
      graph: { labels: 8, nodes: 100_000 },
      patchRate: { perSecond: 50, burst: 1_000_000 },
      roomRate: { perSecond: 0.1, burst: 6 },
    },
  });
});

test('a secret does in place of public keys', () => {
  expect(parseConfig({ AUTH_SECRET: SECRET, ...PROVIDER }).auth).toMatchObject({
    verify: { kind: 'secret', secret: SECRET },
    rolesClaim: 'kumiko_rooms',
  });
});

describe('what is wrong', () => {
  it('is named at once, all of it', () => {
    const parse = () =>
      parseConfig({
        PORT: 'http',
        HOST: 'not a host',
        DATA_DIR: '',
        TLS_KEY: '/nowhere',
        MAX_NODES: '0',
        AUTH_ISSUER: 'x',
      });
    expect(parse).toThrow(StartupError);
    const sentences = [
      'PORT must be a whole number from 0 to 65535, not "http".',
      'HOST must be a host name or an IP address such as 0.0.0.0, not "not a host".',
      'DATA_DIR must be the path of a directory; it is empty.',
      'MAX_NODES must be a whole number from 1 to 1000000, not "0".',
      'TLS_KEY is set and TLS_CERT is not: TLS needs both.',
      'AUTH_ISSUER is set, but neither AUTH_JWKS_URL nor AUTH_SECRET is.',
      'TLS_KEY is "/nowhere", which is no file that the server can read.',
    ];
    for (const sentence of sentences) expect(parse).toThrow(sentence);
  });

  it.each(['65536', '-1', '1.5', '', ' 80', '80 ', '0x50', '1e3', '٨٠', '__proto__'])('is "%s" as a port', (port) => {
    expect(problemsOf({ PORT: port })).toBe(`PORT must be a whole number from 0 to 65535, not "${port}".`);
  });

  it.each(['0', '-1', '1.5', '', 'many', '1000001', 'Infinity'])('is "%s" as a number of patches', (number) => {
    expect(problemsOf({ PATCH_RATE: number })).toMatch(/^PATCH_RATE must be .* 1 to 1000000, not "/);
    expect(problemsOf({ PATCH_BURST: number })).toMatch(/^PATCH_BURST must be/);
  });

  it.each([
    ['MAX_MESSAGE_BYTES', LIMITS.messageBytes],
    ['MAX_OPS_PER_PATCH', LIMITS.opsPerPatch],
    ['MAX_TEXT_LENGTH', LIMITS.textLength],
    ['MAX_PROPERTIES_PER_TYPE', LIMITS.propertiesPerType],
    ['MAX_LABELS', LIMITS.labels],
    ['MAX_EDGE_TYPES', LIMITS.edgeTypes],
    ['MAX_NODES', LIMITS.nodes],
    ['MAX_EDGES', LIMITS.edges],
  ])('is a %s beyond what the page is made for', (name, ceiling) => {
    expect(problemsOf({ [name]: String(ceiling) })).toBe('');
    expect(problemsOf({ [name]: String(ceiling + 1) })).toMatch(new RegExp(`^${name} must be .* to ${ceiling}, not`));
  });

  it.each([
    'https://a.example/',
    'a.example',
    'https://a.example/path',
    '*',
    'null',
    'ftp://a.example',
    'https://u:p@a.example',
    'https://a.example https://b.example',
    'https://a.example:443',
  ])('is "%s" as an origin', (origin) => {
    expect(problemsOf({ ALLOWED_ORIGINS: `https://fine.example,${origin}` })).toMatch(
      /^ALLOWED_ORIGINS must be a list/,
    );
  });

  it.each(['http://login.example/keys', 'login.example', '/keys', 'file:///etc/passwd', 'https://u:p@login.example'])(
    'is "%s" as a place for keys',
    (url) => {
      expect(problemsOf({ AUTH_JWKS_URL: url, ...PROVIDER })).toMatch(/^AUTH_JWKS_URL must be an https address/);
    },
  );

  it.each(['//evil.example', '/\\evil.example', 'javascript:alert(1)', 'token', '/to ken', ''])(
    'is "%s" as an address for the browser',
    (url) => {
      const told = problemsOf({ AUTH_SECRET: SECRET, ...PROVIDER, AUTH_TOKEN_URL: url, AUTH_SIGN_IN_URL: url });
      expect(told).toMatch(/AUTH_TOKEN_URL must be .* AUTH_SIGN_IN_URL must be /);
    },
  );

  it('is a provider of which not all is known, and two of them', () => {
    expect(problemsOf({ AUTH_SECRET: SECRET })).toMatch(/AUTH_ISSUER has to be set .* AUTH_AUDIENCE has to be set/);
    expect(problemsOf({ AUTH_SECRET: SECRET, AUTH_JWKS_URL: 'https://login.example/keys', ...PROVIDER })).toMatch(
      /^AUTH_JWKS_URL and AUTH_SECRET are both set/,
    );
    for (const name of ['AUTH_AUDIENCE', 'AUTH_ROLES_CLAIM', 'AUTH_TOKEN_URL', 'AUTH_SIGN_IN_URL']) {
      expect(problemsOf({ [name]: '/x' })).toBe(`${name} is set, but neither AUTH_JWKS_URL nor AUTH_SECRET is.`);
    }
  });

  it('is a certificate without a key, and a file that is not there or is a directory', () => {
    const dir = tempDir();
    expect(problemsOf({ TLS_CERT: dir })).toBe(
      `TLS_CERT is set and TLS_KEY is not: TLS needs both. TLS_CERT is "${dir}", which is no file that the server can read.`,
    );
    expect(problemsOf({ AUTHORIZE_MODULE: join(dir, 'none.js') })).toMatch(
      /^AUTHORIZE_MODULE is ".*none\.js", which is no/,
    );
  });

  it('is said of a secret without telling it', () => {
    const told = problemsOf({ AUTH_SECRET: 'tooshortsecret', METRICS_TOKEN: 'with a space in it', ...PROVIDER });
    expect(told).toMatch(/AUTH_SECRET must have at least 32 characters.*METRICS_TOKEN must have at least 16/);
    expect(told).not.toMatch(/tooshort|with a/);
  });
});

test('every setting is described, and its default is one that may be written', () => {
  const all = settingsByGroup().flatMap(({ settings }) => settings);
  for (const { name, description, byDefault } of all) {
    expect(description, name).toMatch(/^\S.*[^.]$/);
    if (byDefault !== undefined)
      expect(problemsOf({ [name]: byDefault }).replace(/^AUTH_\w+ is set,.*/, ''), name).toBe('');
  }
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
