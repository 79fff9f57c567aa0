/** Every setting that is no limit: its name, what may be written, what it is by default, what it is for. */
import { z } from 'zod';
import { LOG_LEVELS } from '../log';
import { LIMIT_SETTINGS } from './limit-settings';
import { ABOUT, GROUPS, setting } from './setting';
import {
  browserUrl,
  days,
  file,
  host,
  oneOf,
  origins,
  path,
  seconds,
  secret,
  trustedUrl,
  wholeNumber,
  words,
} from './values';

/** Characters in a secret with which tokens are signed: as many bits as HMAC-SHA256 has. */
const AUTH_SECRET_LENGTH = 32;
const METRICS_TOKEN_LENGTH = 16;
const MOST_DAYS = 36_500;

const OTHER_SETTINGS = {
  PORT: setting('Where it is', 'TCP port; 0 takes any free one', wholeNumber(0, 65_535).prefault('8787')),
  HOST: setting('Where it is', 'Address to listen at; 0.0.0.0 lets other machines in', host().prefault('127.0.0.1')),
  DATA_DIR: setting(
    'Where it is',
    'Where the database and the secret of the links are; one server for one directory',
    path('a directory').prefault('./data'),
  ),

  TLS_CERT: setting(
    'The way in',
    'File with the certificate and those that vouch for it (PEM); together with TLS_KEY the server speaks https',
    file('a certificate').optional(),
  ),
  TLS_KEY: setting('The way in', 'File with the key of the certificate (PEM)', file('a key').optional()),
  TRUST_PROXY: setting(
    'The way in',
    'How many proxies are in front of the server; so many entries of X-Forwarded-For are believed',
    wholeNumber(0, 10).prefault('0'),
  ),
  ALLOWED_ORIGINS: setting(
    'The way in',
    'Other sites whose pages may talk to the server, with commas between them; its own page always may',
    origins().prefault(''),
  ),

  AUTH_JWKS_URL: setting(
    'Who gets in',
    'Where the identity provider has its public keys; everyone then needs its token',
    trustedUrl().optional(),
  ),
  AUTH_SECRET: setting(
    'Who gets in',
    `In place of AUTH_JWKS_URL: the secret that tokens are signed with, at least ${AUTH_SECRET_LENGTH} characters`,
    secret(AUTH_SECRET_LENGTH).optional(),
  ),
  AUTH_ISSUER: setting('Who gets in', 'Who has to have issued a token (`iss`)', words().optional()),
  AUTH_AUDIENCE: setting('Who gets in', 'Whom a token has to be for (`aud`)', words().optional()),
  AUTH_ROLES_CLAIM: setting(
    'Who gets in',
    'The claim of a token that has the roles by graph',
    words().prefault('kumiko_rooms'),
  ),
  AUTH_TOKEN_URL: setting('Who gets in', 'Where the page gets a token', browserUrl().optional()),
  AUTH_SIGN_IN_URL: setting('Who gets in', 'Where people sign in', browserUrl().optional()),
  AUTHORIZE_MODULE: setting(
    'Who gets in',
    'File of an ES module whose default export decides who may do what',
    file('an ES module').optional(),
  ),

  LOG_LEVEL: setting(
    'What is kept and told',
    `How much is logged: ${LOG_LEVELS.join(', ')}`,
    oneOf(LOG_LEVELS).prefault('info'),
  ),
  METRICS_TOKEN: setting(
    'What is kept and told',
    `What Prometheus has to show (as a bearer token) for /metrics, at least ${METRICS_TOKEN_LENGTH} characters; without it they are for this machine alone`,
    secret(METRICS_TOKEN_LENGTH).optional(),
  ),
  LOG_RETENTION_DAYS: setting(
    'What is kept and told',
    'How long a graph’s patches are kept once a snapshot has them in it',
    days(0, MOST_DAYS).prefault('30'),
  ),
  DELETED_RETENTION_DAYS: setting(
    'What is kept and told',
    'How long a deleted graph can be restored',
    days(0, MOST_DAYS).prefault('30'),
  ),
  STOP_DEADLINE_SECONDS: setting(
    'What is kept and told',
    'How long the server may take to stop in good order',
    seconds(1, 600).prefault('10'),
  ),
};

/** The environment. What else is in it is passed over. */
export const environmentSchema = z.object({ ...OTHER_SETTINGS, ...LIMIT_SETTINGS });

export type Environment = Readonly<Record<string, string | undefined>>;
export type SettingName = keyof typeof environmentSchema.shape;
export type Values = z.output<typeof environmentSchema>;

export interface SettingInGroup {
  readonly name: string;
  readonly description: string;
  /** As it would be written; `undefined` when it is not set by default. */
  readonly byDefault: string | undefined;
}

/** All settings, for people to read: by group, in order. */
export function settingsByGroup(): { group: string; settings: SettingInGroup[] }[] {
  const all = Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const { group, description } = ABOUT.get(schema) ?? { group: undefined, description: '' };
    const byDefault = schema instanceof z.ZodPrefault ? String(schema.def.defaultValue) : '';
    return { group, name, description, byDefault: byDefault === '' ? undefined : byDefault };
  });
  return GROUPS.map((group) => ({ group, settings: all.filter((each) => each.group === group) }));
}
