import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import { ask, countingQueries, DAY, openRound } from '../api/harness.ts';
import { chromiumHere, EVERY_LOOK, faultsOf, looksOf, type Seat, Stage } from './stage.ts';

const browser = chromiumHere();
if (!browser)
  process.stderr.write('No Chromium is installed here, so that no page was tried; CHROMIUM may name one.\n');

const pathOf = ({ page }: Seat) => new URL(page.url()).pathname;
const both = (en: string, zh = en) => ({ en, 'zh-CN': zh });
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
/** Sooner than the clock alone would ask again. */
const SOON = { timeout: 12_000 };
/** So many rounds ask something of one person; above sixty only those are made that are seen. */
const MANY = 70;

(browser ? describe : describe.skip)('what is around every page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(browser!);
    for (let at = 0; at < MANY; at++)
      await openRound(stage.api, `many-${at}`, [{ id: 'T', assignee: 'E013' }], short(`Thing ${at}`, (at + 1) * DAY));
  });
  afterAll(() => stage?.close());

  const short = (title: string, after: number, more: object = {}): RoundSpec => ({
    ...{
      purpose: 'acknowledgement',
      title: both(title, `事项 ${title}`),
      minutes: 2,
      due: stage.procedure.now + after,
    },
    policy: RoundPolicy.parse({ settles: 'closed', ...more }),
    form: {
      fields: [
        {
          ...{ key: 'seen', kind: 'choice', label: both('Have you taken note?', '是否已知悉？'), required: true },
          options: [
            { value: 'yes', label: both('Yes', '是') },
            { value: 'no', label: both('No', '否') },
          ],
        },
      ],
    },
    ...{ owner: null, owners: [], place: null },
  });

  test.each(looksOf())('no page, and nothing over one, has a fault on a %s', async (name, look) => {
    const zh = look.locale === 'zh-CN';
    const person = zh ? 'E047' : 'E031';
    const seat = await stage.seat(undefined, { ...look, person });
    const { page } = seat;
    const faultless = async (what: string) => {
      expect([what, await faultsOf(seat, `shell-${what}-${name}`)]).toEqual([what, []]);
    };
    const to = async (path: string, heading: string) => {
      await page.goto(path);
      await page.getByRole('heading', { name: heading }).first().waitFor();
    };
    await to('/settings', zh ? '设置' : 'Settings');
    await page.getByRole('heading', { name: zh ? '您的程序' : 'Your programs' }).waitFor();
    await page.getByRole('button', { name: zh ? '生成令牌' : 'Make a token' }).click();
    if (EVERY_LOOK)
      await page.screenshot({ path: `.rostrum/pictures/shell-settings-whole-${name}.png`, fullPage: true });
    await faultless('settings');
    await to('/pair', zh ? '允许程序登录' : 'Let a program in');
    await faultless('pair');
    await to(`/why/round:review-${person.toLowerCase()}/T00.${person}`, zh ? '依据' : 'where it comes from');
    await page.getByRole('listitem').first().waitFor();
    await faultless('why');
    await to('/desk', zh ? '伟民，早上好' : 'Good morning, Amara');
    // What comes of the selection that they were asked about, by the plan.
    await page.getByText(zh ? '公示开始' : 'The public notice begins').waitFor();
    await page
      .getByRole('button', { name: zh ? '答复' : 'Answer', exact: true })
      .first()
      .click();
    await page.getByRole('radio').first().waitFor();
    await faultless('in-place');
    await page.getByRole('button', { name: zh ? '稍后再答' : 'Later', exact: true }).click();
    await page.getByRole('button', { name: zh ? /^查找/ : /^Find/ }).click();
    await page.getByRole('combobox').fill(zh ? '曹' : '曹成');
    await page.getByRole('option', { name: '曹成刚' }).waitFor();
    await faultless('find');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: zh ? '快捷键' : 'Keys' }).waitFor();
    await faultless('keys');
    await seat.context.close();
  });

  test('what takes two minutes is answered where it is asked, by keys alone, and taken back', async () => {
    await openRound(stage.api, 'seen-e031', [{ id: 'T', assignee: 'E031' }], short('The measures', DAY / 4));
    const seat = await stage.seat('/desk', { person: 'E031' });
    const { page } = seat;
    const card = page.getByRole('article', { name: 'The measures' });
    await card.waitFor();
    while (!(await card.getByRole('button', { name: 'Answer' }).evaluate((node) => node === document.activeElement)))
      await page.keyboard.press('j');
    await page.keyboard.press('e');
    await card.getByRole('radio', { name: 'Yes' }).waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText('The measures is in.').waitFor();
    await card.waitFor({ state: 'detached' });
    expect((await ask(stage.api, 'E031', 'GET', '/api/rounds/seen-e031/tasks/T')).json).toMatchObject({
      state: 'submitted',
      answer: { seen: 'yes' },
    });
    expect(await page.getByRole('button', { name: 'Change it' }).count()).toBe(1);
    expect(seat.complaints).toEqual([]);
    await seat.context.close();
  });

  test('the bar offers nothing that the API would refuse: the last answer of a round has ended it', async () => {
    const spec = short('The last word', DAY, { settles: 'answered' });
    await openRound(stage.api, 'last-e031', [{ id: 'T', assignee: 'E031' }], spec);
    const seat = await stage.seat('/desk/last-e031/T', { person: 'E031' });
    const { page } = seat;
    await page.getByRole('radio', { name: 'Yes' }).check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText('The last word is in, and with it the round is over').waitFor();
    expect(await page.getByRole('button', { name: 'Change it' }).count()).toBe(0);
    expect(await faultsOf(seat, 'shell-over-desk')).toEqual([]);
    await seat.context.close();
  });

  test('what is asked while somebody looks at their desk comes by itself, before they would ask again', async () => {
    const seat = await stage.seat('/desk', { person: 'E012' });
    await seat.page.getByText(/Nothing is asked of you/).waitFor();
    await openRound(stage.api, 'news-e012', [{ id: 'T', assignee: 'E012' }], short('Something new', DAY));
    await seat.page.getByRole('article', { name: 'Something new' }).waitFor(SOON);
    await seat.context.close();
  });

  test('whoever is signed out in the middle of something signs in again, and goes on where they were', async () => {
    const seat = await stage.seat('/desk/everything-e047/T', { person: 'E047', locale: 'zh-CN' });
    const { page, context } = seat;
    const note = page.getByRole('textbox', { name: '备注' });
    await note.fill('before');
    await page.getByText(/^已保存/).waitFor();
    await stage.database.pool.query("delete from session where person = 'E047'");
    // A process of the API believes for a second what it has asked before.
    while ((await context.request.get('/api/me')).status() !== 401);
    await note.fill('before, and after');
    const sheet = page.getByRole('dialog', { name: '您已退出登录' });
    await sheet.waitFor(SOON);
    seat.complaints.length = 0;
    expect(await faultsOf(seat, 'shell-signed-out-desk-zh')).toEqual([]);
    const headers = { 'x-rostrum': '1' };
    // Nobody else goes on with the page.
    await context.request.post('/api/session', { data: { dev: 'E031', stay: false }, headers });
    await page.waitForResponse((response) => response.url().endsWith('/api/me') && response.status() === 200);
    expect(await sheet.count()).toBe(1);
    await context.request.post('/api/session', { data: { dev: 'E047', stay: false }, headers });
    await sheet.waitFor({ state: 'detached', ...SOON });
    await page.getByText(/^已保存/).waitFor(SOON);
    expect(await note.inputValue()).toBe('before, and after');
    const { json } = await ask(stage.api, 'E047', 'GET', '/api/rounds/everything-e047/tasks/T');
    expect(json.draft.content.note).toBe('before, and after');
    await context.close();
  });

  test('a desk of many rounds makes only the cards that are seen, filters them, and costs no more queries', async () => {
    const seat = await stage.seat('/desk', { person: 'E013' });
    const { page } = seat;
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('article').count()).toBeLessThan(20);
    for (let times = 0; times < 30; times++) await page.keyboard.press('j');
    await page.getByRole('article', { name: 'Thing 29' }).waitFor();
    expect(await page.getByRole('article').count()).toBeLessThan(20);
    expect(await faultsOf(seat, 'shell-many-desk')).toEqual([]);
    await page.getByRole('button', { name: /^This week/ }).click();
    await page.getByRole('article', { name: 'Thing 0' }).waitFor();
    expect(await page.getByRole('article').count()).toBeLessThan(10);
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await faultsOf(seat, 'shell-filtered-desk')).toEqual([]);
    await seat.context.close();
    const queries = async (person: string) => {
      await ask(stage.api, person, 'GET', '/api/me/desk');
      const read = () => ask(stage.api, person, 'GET', '/api/me/desk');
      // What is asked for once a second alone, such as roles, may fall into one of them.
      const counts = [];
      for (let times = 0; times < 3; times++) counts.push((await countingQueries(stage, read)).queries);
      return Math.min(...counts);
    };
    expect(await queries('E013')).toBe(await queries('E012'));
  });

  test('settings: a deputy by name, quiet hours, a calendar, and a token that is shown once', async () => {
    const seat = await stage.seat('/settings', { person: 'E031' });
    const { page } = seat;
    await page.getByRole('textbox', { name: 'Who stands in for you' }).fill('曹成');
    await page.getByRole('button', { name: /曹成刚/ }).click();
    await page.getByRole('button', { name: 'Take away 曹成刚 as your deputy' }).waitFor();
    await page.getByRole('checkbox', { name: 'Quiet hours' }).check();
    await page.getByLabel('Until').selectOption('7');
    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.getByText(/^http.*\.ics$/).innerText();
    expect((await seat.context.request.get(address)).status()).toBe(200);
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByLabel('What you know it by').fill('My script');
    await page.getByRole('button', { name: 'Make it' }).click();
    const token = await page.getByText(/^rostrum_/).innerText();
    const headers = { authorization: `Bearer ${token}` };
    const me = () => fetch(`${stage.api.origin}/api/me`, { headers });
    expect((await me()).status).toBe(200);
    await page.evaluate(() => window.scrollTo(0, 0));
    if (EVERY_LOOK) await page.screenshot({ path: '.rostrum/pictures/shell-settings-made.png', fullPage: true });
    expect(await faultsOf(seat, 'shell-settings-made-desk')).toEqual([]);
    await page.getByRole('button', { name: 'Take away My script' }).click();
    await page.getByRole('button', { name: 'Take away My script' }).waitFor({ state: 'detached' });
    expect((await me()).status).toBe(401);
    expect((await ask(stage.api, 'E031', 'GET', '/api/me/settings')).json).toMatchObject({
      deputy: { id: 'E012' },
      quiet: { from: 20, until: 7 },
    });
    await seat.context.close();
  });

  test('whoever has signed in long ago signs in once more before another device is signed out', async () => {
    const seat = await stage.seat('/settings', { person: 'E013' });
    const { page, context } = seat;
    const headers = { 'content-type': 'application/json', 'x-rostrum': '1', 'user-agent': PHONE };
    const body = JSON.stringify({ dev: 'E013', stay: true });
    expect((await fetch(`${stage.api.origin}/api/session`, { method: 'POST', headers, body })).status).toBe(200);
    await stage.database.pool.query("update session set begun_at = begun_at - interval '1 hour' where person = 'E013'");
    await page.reload();
    const other = page.getByRole('button', { name: /^Sign out on Safari/ });
    await other.click();
    const again = page.getByRole('alert').getByRole('link', { name: 'Sign in once more' });
    await again.waitFor();
    expect((await faultsOf(seat, 'shell-again-desk')).filter((fault) => !/403 \(Forbidden\)/.test(fault))).toEqual([]);
    await again.click();
    await page.getByLabel('Find somebody').fill('Schäfer');
    await page.getByRole('button', { name: 'Élodie Schäfer' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(pathOf(seat)).toBe('/settings');
    await other.click();
    await other.waitFor({ state: 'detached' });
    await context.close();
  });

  test('a program that shows a code is looked at, and let in', async () => {
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'x-rostrum': '1' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`${stage.api.origin}${path}`, init)).json() as Promise<Record<string, string>>;
    };
    const asked = await post('/api/session/pairing', { name: 'rostrum on a laptop' });
    const seat = await stage.seat('/pair', { person: 'E031' });
    const { page } = seat;
    await page.getByLabel('The code').fill(asked.code!.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText('rostrum on a laptop').waitFor();
    expect(await faultsOf(seat, 'shell-pair-asks-desk')).toEqual([]);
    await page.getByRole('button', { name: 'Let it in' }).click();
    await page.getByText('It is let in.').waitFor();
    expect(await post('/api/session/pairing/token', { device: asked.device! })).toMatchObject({
      state: 'given',
      person: 'E031',
    });
    await seat.context.close();
  });

  test('signing out is found on the page of an answer as well', async () => {
    const seat = await stage.seat('/desk/everything-e031/T', { person: 'E031' });
    await seat.page.getByRole('button', { name: /^Amara Costa/ }).click();
    await seat.page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await seat.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(pathOf(seat)).toBe('/sign-in');
    await seat.context.close();
  });
});
