/**
 * What browsers are told to keep to with everything that comes from this server. The page runs only its own files; the one
 * script that needs `eval` runs in a worker of its own that reaches nothing but the page.
 */

/** An answer, as far as it matters here. */
export interface Served {
  readonly path: string;
  /** As the answer has it. */
  readonly contentType: string | undefined;
  /** Whether the client's connection is encrypted. */
  readonly isEncrypted: boolean;
}

type Policy = Readonly<Record<string, string>>;

/**
 * The engine's worker, by the name the build gives it (vite.config.ts). It has to be one file: it may load no other.
 */
const ENGINE_WORKER = /^\/assets\/isolated-engine\.worker-[\w-]+\.js$/;
const SERVICE_WORKER = '/service-worker.js';
/** Seconds for which a browser that came by https will come by nothing else: a year. */
const HSTS = 'max-age=31536000';

const NOTHING: Policy = {
  'default-src': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Kuzu's glue code makes functions out of text. It has no network: its WebAssembly is handed to it. */
const FOR_THE_ENGINE: Policy = { ...NOTHING, 'script-src': "'unsafe-eval'" };

const FOR_THE_SERVICE_WORKER: Policy = { ...NOTHING, 'script-src': "'self'", 'connect-src': "'self'" };

/** @param connectTo origins besides the server's own */
const forThePage = (connectTo: readonly string[]): Policy => ({
  ...NOTHING,
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  // Of WebSockets, too: browsers take 'self' for ws: and wss: of the same host.
  'connect-src': ["'self'", ...connectTo].join(' '),
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  // Text becomes a script's address only through the one policy in src/app/script-addresses.ts, and never HTML or code.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
});

/** With every answer. */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Other sites must not learn the address of a graph.
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()',
};

/** @param tokenUrl where the page gets tokens: an absolute address, or a path on this server */
export function securityHeaders({
  tokenUrl,
}: {
  readonly tokenUrl?: string | undefined;
}): (served: Served) => Readonly<Record<string, string>> {
  const connectTo = tokenUrl !== undefined && URL.canParse(tokenUrl) ? [new URL(tokenUrl).origin] : [];
  const policies = {
    page: written(forThePage(connectTo)),
    engine: written(FOR_THE_ENGINE),
    serviceWorker: written(FOR_THE_SERVICE_WORKER),
    nothing: written(NOTHING),
  };
  return ({ path, contentType, isEncrypted }) => ({
    ...ALWAYS,
    ...(isEncrypted ? { 'strict-transport-security': HSTS } : {}),
    'content-security-policy': policies[kindOf(path, contentType)],
  });
}

/** What an answer is to a browser. Where it is not known to need anything, nothing is allowed. */
function kindOf(path: string, contentType: string | undefined): 'page' | 'engine' | 'serviceWorker' | 'nothing' {
  if (contentType?.startsWith('text/html')) return 'page';
  if (path === SERVICE_WORKER) return 'serviceWorker';
  return ENGINE_WORKER.test(path) ? 'engine' : 'nothing';
}

function written(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}
