/** What settings have to do with each other and with the disk. */
import { accessSync, constants, statSync } from 'node:fs';
import type { Environment, SettingName } from './settings';

const FILES: readonly SettingName[] = ['TLS_CERT', 'TLS_KEY', 'AUTHORIZE_MODULE'];
/** They say nothing without a provider. */
const OF_A_PROVIDER: readonly SettingName[] = [
  'AUTH_ISSUER',
  'AUTH_AUDIENCE',
  'AUTH_ROLES_CLAIM',
  'AUTH_TOKEN_URL',
  'AUTH_SIGN_IN_URL',
];
/** Without these a token that was made for another service, or by another, would let its bearer in here. */
const NEEDED_BY_A_PROVIDER: readonly SettingName[] = ['AUTH_ISSUER', 'AUTH_AUDIENCE'];

/** What is wrong, a sentence each. */
export function crossChecks(environment: Environment): string[] {
  const isSet = (name: SettingName) => environment[name] !== undefined;
  const problems: string[] = [];
  if (isSet('TLS_CERT') !== isSet('TLS_KEY')) {
    const [set, missing] = isSet('TLS_CERT') ? ['TLS_CERT', 'TLS_KEY'] : ['TLS_KEY', 'TLS_CERT'];
    problems.push(`${set} is set and ${missing} is not: TLS needs both.`);
  }
  if (isSet('AUTH_JWKS_URL') && isSet('AUTH_SECRET')) {
    problems.push('AUTH_JWKS_URL and AUTH_SECRET are both set: set the one that your identity provider signs with.');
  }
  const hasProvider = isSet('AUTH_JWKS_URL') || isSet('AUTH_SECRET');
  for (const name of OF_A_PROVIDER) {
    if (isSet(name) && !hasProvider) problems.push(`${name} is set, but neither AUTH_JWKS_URL nor AUTH_SECRET is.`);
  }
  for (const name of NEEDED_BY_A_PROVIDER) {
    if (hasProvider && !isSet(name)) problems.push(`${name} has to be set where AUTH_JWKS_URL or AUTH_SECRET is.`);
  }
  for (const name of FILES) {
    const path = environment[name];
    if (path !== undefined && path.trim() !== '' && !isReadable(path)) {
      problems.push(`${name} is "${path}", which is no file that the server can read.`);
    }
  }
  return problems;
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
