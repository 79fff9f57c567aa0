/** The server's settings, parsed from the environment once. settings.ts and limit-settings.ts have the table of them. */
import type { TlsFiles } from '../edge/tls';
import { StartupError } from '../startup-error';
import { crossChecks } from './cross-checks';
import { type ServerLimits, serverLimits } from './server-limits';
import { type Environment, environmentSchema, type Values } from './settings';

/** Times are in milliseconds. */
export interface Config {
  /** TCP port; 0 takes any that is free. */
  readonly port: number;
  /** Address to listen at. The default is this machine alone. */
  readonly host: string;
  /** Directory of the database, made when it is missing; relative to the working directory. */
  readonly dataDir: string;
  /** Left out for http. */
  readonly tls?: TlsFiles | undefined;
  /** How many proxies are in front of the server. */
  readonly trustedProxies: number;
  /** Origins of other sites whose pages may talk to the server, as browsers write them. */
  readonly allowedOrigins: readonly string[];
  /** What has to be shown for the metrics; left out when anyone may read them. */
  readonly metricsToken?: string | undefined;
  readonly logLevel: Values['LOG_LEVEL'];
  /** The identity provider; left out where links alone let people in. */
  readonly auth?: AuthConfig | undefined;
  /** Absolute path of the module that decides who may do what. */
  readonly authorizeModule?: string | undefined;
  /** How long a patch stays in the log at least. */
  readonly logRetention: number;
  /** How long a deleted room can be restored. */
  readonly deletedRetention: number;
  /** How long the server may take to stop. */
  readonly stopDeadline: number;
  readonly limits: ServerLimits;
}

/** An identity provider. */
export interface AuthConfig {
  /** How its tokens are verified: by its public keys, or by the secret that it signs with. */
  readonly verify:
    | { readonly kind: 'jwks'; readonly url: string }
    | { readonly kind: 'secret'; readonly secret: string };
  readonly issuer: string;
  readonly audience: string;
  /** The claim that has the roles by room. */
  readonly rolesClaim: string;
  /** Where the page gets a token: an absolute address, or a path on this server. */
  readonly tokenUrl?: string | undefined;
  /** Where people sign in; written as `tokenUrl`. */
  readonly signInUrl?: string | undefined;
}

/**
 * Reads the settings.
 * @throws StartupError that names every value that is wrong
 */
export function parseConfig(environment: Environment): Config {
  const parsed = environmentSchema.safeParse(environment);
  const problems = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []),
    ...crossChecks(environment),
  ];
  if (!parsed.success || problems.length > 0) throw new StartupError(problems.join(' '));
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    tls: tlsOf(values),
    trustedProxies: values.TRUST_PROXY,
    allowedOrigins: values.ALLOWED_ORIGINS,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    auth: authOf(values),
    authorizeModule: values.AUTHORIZE_MODULE,
    logRetention: values.LOG_RETENTION_DAYS,
    deletedRetention: values.DELETED_RETENTION_DAYS,
    stopDeadline: values.STOP_DEADLINE_SECONDS,
    limits: serverLimits(values),
  };
}

function tlsOf({ TLS_CERT, TLS_KEY }: Values): TlsFiles | undefined {
  return TLS_CERT === undefined || TLS_KEY === undefined ? undefined : { certPath: TLS_CERT, keyPath: TLS_KEY };
}

function authOf(values: Values): AuthConfig | undefined {
  const verify = verificationOf(values);
  const { AUTH_ISSUER, AUTH_AUDIENCE } = values;
  if (verify === undefined || AUTH_ISSUER === undefined || AUTH_AUDIENCE === undefined) return undefined;
  return {
    verify,
    issuer: AUTH_ISSUER,
    audience: AUTH_AUDIENCE,
    rolesClaim: values.AUTH_ROLES_CLAIM,
    tokenUrl: values.AUTH_TOKEN_URL,
    signInUrl: values.AUTH_SIGN_IN_URL,
  };
}

function verificationOf({ AUTH_JWKS_URL, AUTH_SECRET }: Values): AuthConfig['verify'] | undefined {
  if (AUTH_JWKS_URL !== undefined) return { kind: 'jwks', url: AUTH_JWKS_URL };
  return AUTH_SECRET === undefined ? undefined : { kind: 'secret', secret: AUTH_SECRET };
}

/** With nothing set. */
export const DEFAULT_CONFIG: Config = parseConfig({});
