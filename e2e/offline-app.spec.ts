import { rmSync } from 'node:fs';
import { Cable } from './support/cable';
import { forgetsWhatItFetched, isKept, reaches, scriptOf, versionsKept } from './support/kept-app';
import { expect, newPerson, test } from './support/people';
import { buildAnotherVersion, firstVersion, Site } from './support/site';

test('without a network the app opens: its first page, and the page of a graph', async ({
  browser,
  address,
  baseURL,
}) => {
  const cable = await Cable.to(Number(new URL(baseURL ?? '').port));
  const dee = await newPerson(browser, 'Dee');
  await dee.opens(`${cable.origin}${address}`);
  await isKept(dee.page);

  cable.unplug();
  await forgetsWhatItFetched(dee.page);
  await dee.page.goto(`${cable.origin}/`);
  await expect(dee.page.getByRole('button', { name: 'New graph' })).toBeVisible();
  await expect(dee.page.getByRole('alert')).toContainText('server');
  await dee.page.getByRole('link', { name: /Test graph/u }).click();
  await expect(dee.page).toHaveURL(`${cable.origin}${address.replace(/#.*/u, '')}`);
  await expect(dee.status).toBeVisible();
  await dee.page.reload();
  await expect(dee.status).toBeVisible();

  cable.plugIn();
  await dee.isReady();
  await dee.page.context().close();
  await cable.remove();
});

test('no server is needed for anything of the app, and everything else is asked of the server', async ({
  browser,
  baseURL,
}) => {
  const cable = await Cable.to(Number(new URL(baseURL ?? '').port));
  const dee = await newPerson(browser, 'Dee');
  await dee.page.goto(`${cable.origin}/`);
  await isKept(dee.page);
  const kept = await dee.page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
  });
  const needed = [
    /^\/assets\/isolated-engine\.worker-.*\.js$/u,
    /\.wasm$/u,
    /\.css$/u,
    /^\/index\.html$/u,
    /^\/icon\.svg$/u,
  ];
  for (const file of needed)
    expect(
      kept.find((path) => file.test(path)),
      String(file),
    ).toBeDefined();
  expect(kept.filter((path) => /\.map$|^\/samples\/|service-worker/u.test(path))).toEqual([]);

  cable.unplug();
  await forgetsWhatItFetched(dee.page);
  for (const path of kept) expect(await reaches(dee.page, path), path).toBe(path !== '/index.html');
  for (const path of ['/api/samples', '/healthz', '/samples/world.svg']) {
    expect(await reaches(dee.page, path), path).toBe(false);
  }
  await dee.page.context().close();
  await cable.remove();
});

test('the app opens when the server is down behind its proxy, and when the server does not answer', async ({
  browser,
}) => {
  const site = new Site();
  await site.deploys(firstVersion);
  const dee = await newPerson(browser, 'Dee');
  await dee.page.goto(site.origin);
  await isKept(dee.page);

  await site.answersBy((_request, response) => response.writeHead(502).end('Bad gateway'));
  await dee.page.reload();
  await expect(dee.page.getByRole('button', { name: 'New graph' })).toBeVisible();
  await expect(dee.page.getByRole('alert')).toContainText('502');

  await site.answersBy(() => undefined);
  await dee.page.reload();
  await expect(dee.page.getByRole('button', { name: 'New graph' })).toBeVisible();
  await dee.page.context().close();
  await site.closes();
});

test.describe('a new version', () => {
  let secondVersion: string;
  test.beforeAll(async () => {
    secondVersion = await buildAnotherVersion();
  });
  test.afterAll(() => rmSync(secondVersion, { recursive: true }));

  test('is there at the next load, is kept from then on, and the old one is not', async ({ browser }) => {
    const site = new Site();
    await site.deploys(firstVersion);
    const dee = await newPerson(browser, 'Dee');
    await dee.page.goto(site.origin);
    await isKept(dee.page);
    const old = await scriptOf(dee.page);

    await site.deploys(secondVersion);
    await dee.page.reload();
    expect(await scriptOf(dee.page)).not.toBe(old);
    const hasOld = () => dee.page.evaluate(async (script) => (await caches.match(script)) !== undefined, old);
    await expect.poll(hasOld).toBe(false);
    await expect.poll(() => versionsKept(dee.page)).toBe(1);

    const current = await scriptOf(dee.page);
    await site.closes();
    await forgetsWhatItFetched(dee.page);
    await dee.page.reload();
    expect(await scriptOf(dee.page)).toBe(current);
    await expect(dee.page.getByRole('button', { name: 'New graph' })).toBeVisible();
    await dee.page.context().close();
  });

  test('leaves a page alone that was opened before: it goes on, with its own files', async ({ browser }) => {
    const site = new Site();
    await site.deploys(firstVersion);
    const dee = await newPerson(browser, 'Dee');
    await dee.page.goto(site.origin);
    await isKept(dee.page);
    const old = await scriptOf(dee.page);
    const loadedAt = await dee.page.evaluate(() => performance.timeOrigin);

    await site.deploys(secondVersion);
    const other = await dee.page.context().newPage();
    await other.goto(site.origin);
    await expect.poll(() => versionsKept(other)).toBe(2);
    await isKept(other);

    await forgetsWhatItFetched(dee.page);
    expect((await dee.page.request.get(old)).status(), 'the old script on the server').toBe(404);
    const files = await dee.page.evaluate(async (script) => {
      for (const name of await caches.keys()) {
        const urls = (await (await caches.open(name)).keys()).map((request) => request.url);
        if (urls.includes(script)) return urls.filter((url) => url.includes('/assets/'));
      }
      return [];
    }, old);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect(await reaches(dee.page, file), file).toBe(true);
    expect(await dee.page.evaluate(() => performance.timeOrigin), 'the page was not loaded again').toBe(loadedAt);

    await dee.page.reload();
    expect(await scriptOf(dee.page)).toBe(await scriptOf(other));
    await dee.page.context().close();
    await site.closes();
  });
});

test('a browser takes it for an app that can be installed', async ({ browser }) => {
  const dee = await newPerson(browser, 'Dee');
  await dee.page.goto('/');
  await isKept(dee.page);
  const devTools = await dee.page.context().newCDPSession(dee.page);
  const manifest = await devTools.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  expect(JSON.parse(manifest.data ?? '')).toMatchObject({ name: 'Kumiko', start_url: '/', display: 'standalone' });
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  // A window of a test is like a private one, in which nothing is installed.
  expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  await dee.page.context().close();
});

test('the server has a browser ask for what a new version begins with, and keep the rest', async ({ request }) => {
  const headersOf = async (path: string) => (await request.get(path)).headers();
  const page = await (await request.get('/')).text();
  const script = /src="(\/assets\/[^"]+\.js)"/u.exec(page)?.[1] ?? 'none';
  for (const [path, type] of [
    ['/', 'text/html'],
    ['/service-worker.js', 'text/javascript'],
    ['/manifest.webmanifest', 'application/manifest+json'],
  ] as const) {
    expect(await headersOf(path), path).toMatchObject({
      'content-type': expect.stringContaining(type),
      'cache-control': 'no-cache',
    });
  }
  expect(await headersOf(script)).toMatchObject({ 'cache-control': expect.stringContaining('immutable') });
});
