/** Which requests the worker answers. All others go their way as if it were not there. */
import { type Build, SHELL } from './build';

/** `page`: the app is to be opened. `file`: a part of the app. */
export type Route = { readonly to: 'page' } | { readonly to: 'file'; readonly path: string } | undefined;

/** Files whose names have a hash of their content: of this version, or of the one that a page was opened with. */
const HASHED = '/assets/';

/** @param origin the app's own, such as `https://kumiko.example` */
export function routeOf(request: Pick<Request, 'method' | 'mode' | 'url'>, origin: string, build: Build): Route {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return undefined;
  const path = url.pathname;
  if (request.mode === 'navigate') return path === '/' || path.startsWith('/g/') ? { to: 'page' } : undefined;
  const isFile = path.startsWith(HASHED) || (path !== SHELL && build.files.some((file) => file.path === path));
  return isFile ? { to: 'file', path } : undefined;
}
