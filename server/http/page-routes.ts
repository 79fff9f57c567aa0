/** The page itself and its files. */
import type { Hono } from 'hono';
import { failure } from './failure';
import type { HttpEnv, HttpPorts } from './ports';

export function addPageRoutes(app: Hono<HttpEnv>, { page }: Pick<HttpPorts, 'page'>): void {
  app.get('*', async (c, next) => {
    const isPage = c.req.path === '/' || c.req.path.startsWith('/g/');
    const found = await page.respond(isPage ? '/index.html' : c.req.path, c.req.raw.headers);
    if (found !== undefined) return found;
    if (isPage) return failure(404, 'NOT_BUILT', 'The page is not built. Run "npm run build", then start again.');
    // A person who followed a wrong link is told so by the page; a program by its status and in JSON.
    const isPerson = c.req.header('accept')?.includes('text/html') ?? false;
    const shell = isPerson ? await page.respond('/index.html', new Headers()) : undefined;
    return shell === undefined ? next() : new Response(shell.body, { status: 404, headers: shell.headers });
  });
}
