/** The page in Japanese, for whom the browser says so, and back and forth between the languages. */
import { expect, newPerson, test } from './support/people';
import type { Person } from './support/person';

/** Text a person reads: letters of one of the Japanese scripts. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });

test('someone whose browser speaks Japanese makes a graph, and shares it', async ({ browser }) => {
  const hana = await newPerson(browser, 'Hana', 'ja-JP');
  const { page } = hana;
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page.getByRole('heading', { name: 'サンプル' })).toBeVisible();

  await button(hana, '新しいグラフ').click();
  await hana.isReady();
  await expect(page).toHaveTitle('無題のグラフ – Kumiko');
  await expect(page.getByRole('textbox', { name: 'グラフのタイトル' })).toHaveValue('無題のグラフ');
  await expect(hana.status).toHaveText('保存済み');

  await button(hana, 'これで決定').click();
  await button(hana, '新しいラベル').click();
  await page.getByRole('textbox', { name: '新しいラベルの名前' }).fill('人物');
  await button(hana, '追加').click();
  await hana.paletteItem('人物').click();
  await hana.settles();
  await page.keyboard.type('田中さん');
  await page.keyboard.press('Enter');
  await expect(hana.node('田中さん')).toBeVisible();

  await page.context().setOffline(true);
  await expect(hana.status).toHaveText(/^(?:オフライン|再接続中)$/u);
  await page.context().setOffline(false);
  await expect(hana.status).toHaveText('保存済み');

  await button(hana, '共有').click();
  const dialog = page.getByRole('dialog', { name: 'このグラフを共有' });
  await dialog.getByRole('button', { name: '閲覧者用リンクを作成' }).click();
  await expect(dialog.getByText('開いた人は、このグラフを閲覧できます。')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: '名前のない閲覧者用リンクの権限' })).toBeVisible();
  await dialog.getByRole('button', { name: '閉じる' }).click();

  // What is refused is said in Japanese, too: by the page itself, and by the server.
  await page.goto('/g/no-such-graph');
  await expect(page.getByRole('heading', { name: 'このリンクではグラフを開けません' })).toBeVisible();
  for (const sentence of await page.getByRole('paragraph').allTextContents()) expect(sentence).toMatch(JAPANESE);
  await page.context().close();
});

test('the language is chosen on the page, at once and for the next time', async ({ browser }) => {
  const hana = await newPerson(browser, 'Hana', 'ja-JP');
  const { page } = hana;
  await page.goto('/');
  await page.getByRole('combobox', { name: '言語' }).selectOption('English');
  await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await button(hana, 'New graph').click();
  await hana.isReady();
  await expect(hana.status).toHaveText('Saved');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('日本語');
  await expect(hana.status).toHaveText('保存済み');
  await expect(button(hana, '共有')).toBeVisible();
  await hana.reloads();
  await expect(hana.status).toHaveText('保存済み');
  await page.context().close();
});
