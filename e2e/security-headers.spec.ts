/** What browsers are told to keep to, and that the app lives within it. */
import type { Page } from '@playwright/test';
import { expect, newPerson, test } from './support/people';

/** Notes what the browser refuses in a page from now on. */
async function refusals(page: Page): Promise<readonly string[]> {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted(Script|HTML)|Permissions-Policy/i.test(message.text()))
      refused.push(message.text());
  });
  await page.exposeFunction('noteRefusal', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      Reflect.apply(Reflect.get(window, 'noteRefusal'), window, [`${effectiveDirective}: ${blockedURI} ${sample}`]);
    });
  });
  return refused;
}

test('drawing, asking and keeping the app: nothing of it is refused', async ({ browser, address }) => {
  const alice = await newPerson(browser, 'Alice');
  const refused = await refusals(alice.page);
  await alice.opens(address);
  await alice.keepsTheApp();
  await alice.makesLabel('Person');
  const ann = await alice.makes('Person', 'Ann', { x: 300, y: 200 });
  const bo = await alice.makes('Person', 'Bo', { x: 600, y: 300 });
  await alice.connects(ann, bo, 'KNOWS');
  await alice.settles();
  expect(await alice.query('MATCH (:Person)-[e:KNOWS]->(:Person) RETURN count(e) AS n')).toEqual([{ n: 1 }]);
  await alice.reloads();
  expect(refused).toEqual([]);
  // What is looked for above would have been found.
  await alice.page
    .evaluate(() => Reflect.set(document.createElement('div'), 'innerHTML', '<b></b>'))
    .catch(() => undefined);
  await expect.poll(() => refused.join('\n')).toMatch(/require-trusted-types-for/);
  await alice.page.context().close();
});

test('the database’s worker reaches nothing, though it may make code out of text', async ({ alice }) => {
  const script = await alice.page.locator('script[type="module"][src]').first().getAttribute('src');
  const worker = alice.page.workers().find((each) => each.url().includes('engine.worker'));
  const tried = await worker?.evaluate(async (address) => {
    const refused: string[] = [];
    self.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      refused.push(`${effectiveDirective} ${blockedURI}`);
    });
    const far = 'https://elsewhere.example/';
    const socket = new WebSocket(new URL('/parties/room/any', self.location.href.replace(/^http/, 'ws')));
    const failed = new Promise((resolve) => socket.addEventListener('error', resolve));
    const answers = await Promise.allSettled([fetch('/healthz'), fetch(far), import(`${address}`)]);
    await failed;
    return { refused, answers: answers.map(({ status }) => status), evaluated: new Function('return 6 * 7')() };
  }, script);
  expect(tried?.answers).toEqual(['rejected', 'rejected', 'rejected']);
  expect(tried?.evaluated).toBe(42);
  expect(tried?.refused.toSorted()).toEqual([
    expect.stringMatching(/^connect-src http:.*\/healthz$/),
    expect.stringMatching(/^connect-src https:\/\/elsewhere\.example/),
    expect.stringMatching(/^connect-src ws:.*\/parties\/room\/any$/),
    expect.stringMatching(/^script-src(-elem)? http:.*\/assets\/index-.*\.js$/),
  ]);
});

test('page, worker and API are each told what they may do', async ({ alice, request, address }) => {
  const policyOf = async (path: string, accept = '*/*') =>
    (await request.get(path, { headers: { accept } })).headers()['content-security-policy'] ?? '';
  const worker = alice.page.workers().find((each) => each.url().includes('engine.worker'));
  const page = await policyOf(address);
  expect(page).toContain("script-src 'self'");
  expect(page).toContain("frame-ancestors 'none'");
  expect(page).not.toContain('unsafe');
  expect(await policyOf('/no/such/page', 'text/html')).toBe(page);
  const engine = await policyOf(new URL(worker?.url() ?? '').pathname);
  expect(engine).toContain("script-src 'unsafe-eval'");
  for (const path of ['/api/samples', '/api/rooms/none', '/healthz', '/assets/none.js']) {
    const policy = await policyOf(path);
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).not.toMatch(/-src (?!'none')|unsafe/);
  }
  const { headers } = await request.get('/api/samples').then((answer) => ({ headers: answer.headers() }));
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers, 'this is not https').not.toHaveProperty('strict-transport-security');
});
