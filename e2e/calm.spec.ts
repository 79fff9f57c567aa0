/** What the person asked their system or this page for: less motion, light or dark, their language. */
import { expect, newPerson, test } from './support/people';
import { Person } from './support/person';
import { ADA, SMALL_GRAPH } from './support/small-graph';

// The app is to be kept from coming, in one of these: from this browser, too.
test.use({ serviceWorkers: 'block' });

test('who asks for less motion sees nothing glide, turn or fade', async ({ page, address }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moved: string[] = [];
  await page.exposeFunction('moves', (what: string) => moved.push(what));
  await page.addInitScript(() => {
    const tell: unknown = Reflect.get(window, 'moves');
    for (const type of ['transitionrun', 'animationstart']) {
      document.addEventListener(type, (event) => {
        const { target } = event;
        const running = target instanceof Element ? target.getAnimations() : [];
        const lasts = running.some((each) => Number(each.effect?.getComputedTiming().duration) > 1);
        if (lasts && typeof tell === 'function') tell(`${type} ${target instanceof Element ? target.outerHTML : ''}`);
      });
    }
  });
  const ren = new Person('Ren', page);
  await ren.opens(address);
  await ren.submit(SMALL_GRAPH);
  await ren.settles();
  // The view is where it goes to at once: the next frame has it there.
  const x = () => ren.node(ADA).evaluate((node) => node.getBoundingClientRect().x);
  await ren.chooses('show the whole');
  await ren.chooses('zoom out');
  const first = await x();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await x()).toBe(first);
  await ren.selects(ADA);
  await ren.opensShare();
  await ren.closesShare();
  await ren.searchesFor('ada');
  await ren.presses('Enter');
  await ren.presses('Escape');
  await ren.presses('ControlOrMeta+a');
  const places = async () => (await ren.graph()).nodes.map(({ position }) => position);
  const before = await places();
  await ren.chooses('arrange in a grid');
  await expect.poll(places).not.toEqual(before);
  expect(moved).toEqual([]);
});

test('who chose dark does not see light first, and the browser’s own parts follow', async ({ page, address }) => {
  const ren = new Person('Ren', page);
  await ren.opens(address);
  const colors = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
        .filter(({ media }) => matchMedia(media).matches)
        .map(({ content }) => content),
    );
  const light = await colors();
  expect(light).toHaveLength(1);
  await ren.chooses('dark colours');
  expect(await colors()).not.toEqual(light);
  // The app does not come at all: the colours are there all the same.
  await page.route(/\/assets\/index-.*\.js$/u, (route) => route.abort());
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the page says which language it speaks, and changes that with the language', async ({ browser, address }) => {
  const hana = await newPerson(browser, 'Hana', 'ja-JP');
  await hana.opens(address);
  await expect(hana.page.locator('html')).toHaveAttribute('lang', 'ja');
  await hana.chooses('english');
  await expect(hana.page.locator('html')).toHaveAttribute('lang', 'en');
  await hana.page.context().close();
});
