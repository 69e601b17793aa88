import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PAGES } from '../../contracts/pages.ts';
import { ask } from '../api/harness.ts';
import { chromiumHere, faultsOf, type Look, looksOf, type Seat, Stage } from './stage.ts';

const browser = chromiumHere();
if (!browser)
  process.stderr.write('No Chromium is installed here, so that no page was tried; CHROMIUM may name one.\n');

const pathOf = ({ page }: Seat) => new URL(page.url()).pathname;

(browser ? describe : describe.skip)('the web app', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(browser!);
  });
  afterAll(() => stage?.close());

  describe('signing in', () => {
    test('whoever is not signed in chooses who to be, and comes to where they wanted', async () => {
      const seat = await stage.seat('/desk/answered');
      const { page } = seat;
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(await faultsOf(seat, 'sign-in')).toEqual([]);
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByRole('heading', { name: '登录' }).waitFor();
      expect(await faultsOf(seat, 'sign-in-zh')).toEqual([]);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByLabel('Find somebody').fill('amara');
      await page.getByRole('button', { name: 'Amara Costa' }).click();
      await page.getByRole('heading', { name: 'Answered lately' }).waitFor();
      expect(pathOf(seat)).toBe('/desk/answered');
      await seat.context.close();
    });

    test('a link that was asked for comes by mail, signs in by a press, once, and leads to the page', async () => {
      const seat = await stage.seat('/sign-in?to=/settings', { phone: true });
      const { page } = seat;
      await page.getByLabel('Work address').fill('e013@example.com');
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
      const link = await stage.linkMailedTo('e013@example.com');
      await page.goto(link);
      await page.getByRole('heading', { name: 'Go on as Élodie Schäfer?' }).waitFor();
      // Whoever looks over a shoulder, or into the history, finds no token.
      expect(page.url()).toBe(`${stage.api.origin}/go`);
      expect(await faultsOf(seat, 'link-phone')).toEqual([]);
      await page.getByRole('button', { name: 'Sign in and go on' }).click();
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      expect(pathOf(seat)).toBe('/settings');
      const elsewhere = await stage.seat(link, { locale: 'zh-CN', dark: true });
      await elsewhere.page.getByRole('heading', { name: '此链接已使用过' }).waitFor();
      expect(await faultsOf(elsewhere, 'link-used-zh-dark')).toEqual([]);
      await Promise.all([seat.context.close(), elsewhere.context.close()]);
    });

    test('whoever got a link that is not theirs says so, and it is void; a broken one says what is missing', async () => {
      const address = { address: 'e012@example.com' };
      const asked = await fetch(`${stage.api.origin}/api/session/links`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-rostrum': '1' },
        body: JSON.stringify(address),
      });
      expect(asked.status).toBe(200);
      const link = await stage.linkMailedTo('e012@example.com');
      const seat = await stage.seat(link);
      await seat.page.getByRole('heading', { name: 'Go on as 曹成刚?' }).waitFor();
      expect(await faultsOf(seat, 'link')).toEqual([]);
      await seat.page.getByRole('button', { name: 'I am not 曹成刚' }).click();
      await seat.page.getByRole('heading', { name: 'the link is void' }).waitFor();
      const after = await stage.seat(link);
      await after.page.getByRole('heading', { name: 'This link is no longer good' }).waitFor();
      const broken = await stage.seat('/go');
      await broken.page.getByRole('heading', { name: 'Part of the link is missing' }).waitFor();
      expect(await faultsOf(broken, 'link-missing')).toEqual([]);
      await Promise.all([seat, after, broken].map(({ context }) => context.close()));
    });
  });

  const desk: Look = { person: 'E031' };
  const phone: Look = { person: 'E047', phone: true, locale: 'zh-CN' };

  test.each(looksOf())('no page has a fault on a %s', async (name, look) => {
    const zh = look.locale === 'zh-CN';
    const person = zh ? 'E047' : 'E031';
    const key = person.toLowerCase();
    const pages: Readonly<Record<string, readonly [path: string, heading: string]>> = {
      'my-desk': ['/desk', zh ? '伟民，早上好' : 'Good morning, Amara'],
      answered: ['/desk/answered', zh ? '最近已答' : 'Answered lately'],
      settings: ['/settings', zh ? '设置' : 'Settings'],
      agreement: [`/desk/agreement-${key}/T`, zh ? '袁建华' : '曹成刚'],
      review: [`/desk/review-${key}/T05.${person}`, 'A-M7JA'],
      everything: [`/desk/everything-${key}/T`, zh ? '课程准备' : 'Preparing the course'],
      changed: [`/desk/review-${key}/T00.${person}`, 'A-5YK8'],
      nowhere: ['/desk/nothing/T', zh ? '内容不存在' : 'It is not here'],
    };
    const seat = await stage.seat(undefined, { ...look, person });
    for (const [what, [url, heading]] of Object.entries(pages)) {
      await seat.page.goto(url);
      await seat.page.getByRole('heading', { name: heading }).first().waitFor();
      const faults = await faultsOf(seat, `${what}-${name}`);
      // A page that is not there is told by a refusal as well.
      const real = what === 'nowhere' ? faults.filter((fault) => !/404 \(Not Found\)/.test(fault)) : faults;
      expect([what, real]).toEqual([what, []]);
      seat.complaints.length = 0;
    }
    await seat.context.close();
  });

  test.each(looksOf())(
    'a blind review shows the application beside the scores, and nobody’s name, on a %s',
    async (name, look) => {
      const seat = await stage.seat('/desk', { ...look, person: stage.reviewer });
      const { page } = seat;
      await page.getByRole('article').getByRole('link').first().click();
      await page.getByRole('spinbutton').first().waitFor();
      await page.getByRole('spinbutton').nth(1).focus();
      expect(await faultsOf(seat, `blind-review-${name}`)).toEqual([]);
      if (look.phone) await page.getByRole('button', { name: 'What it is about' }).click();
      await page.getByText('I solve the faults that others bring to me').waitFor();
      expect(await faultsOf(seat, `blind-matter-${name}`)).toEqual([]);
      const shown = `${await page.title()} ${await page.locator('body').innerText()} ${page.url()}`;
      expect(shown).not.toMatch(/D2-[23]|Department 2|proof/);
      await seat.context.close();
    },
  );

  describe('answering', () => {
    test('without a mouse: from the desk into a review, scores, what is missing, and on to the next', async () => {
      const seat = await stage.seat('/desk', desk);
      const { page } = seat;
      await page.getByRole('heading', { name: 'Expert review, 5 of 13 done' }).waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'A-M7JA' }).waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').getByText('4 answers need another look').waitFor();
      expect(await faultsOf(seat, 'review-missing-desk')).toEqual([]);
      await page.keyboard.type('7.25');
      for (const name of ['Communication', 'Trial lecture']) {
        await page.getByRole('spinbutton', { name }).focus();
        await page.keyboard.type('8');
      }
      await page.getByRole('textbox', { name: 'Reasons for the scores' }).focus();
      await page.keyboard.type('Sound content; the last word too');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status').getByText('A-M7JA is in.').waitFor();
      await page.getByRole('heading', { name: 'A-9WDL' }).waitFor();
      const { json } = await ask(stage.api, 'E031', 'GET', '/api/rounds/review-e031/tasks/T05.E031');
      expect(json).toMatchObject({
        state: 'submitted',
        answer: {
          knowledge: 6.5,
          conduct: 7.25,
          communication: 8,
          lecture: 8,
          reasons: 'Sound content; the last word too',
        },
      });
      // It can be taken back at once, with all that was written in it.
      await page.getByRole('button', { name: 'Change it' }).click();
      await page.getByRole('heading', { name: 'A-M7JA' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Reasons' }).inputValue()).toBe(
        'Sound content; the last word too',
      );
      expect(seat.complaints).toEqual([]);
      await seat.context.close();
    });

    test('what is skipped is not done', async () => {
      const seat = await stage.seat('/desk/review-e047', phone);
      const { page } = seat;
      for (let left = 8; left > 0; left -= 1) {
        const before = pathOf(seat);
        await page.getByRole('button', { name: '跳过' }).click();
        await page.waitForURL((url) => url.pathname !== before);
      }
      await page.getByRole('heading', { name: '专家评审：跳过的事项仍待答复' }).waitFor();
      await page.getByText('已完成 5 份，跳过 8 份').waitFor();
      expect(await faultsOf(seat, 'skipped-phone-zh')).toEqual([]);
      await seat.context.close();
    });

    test('without a connection what is written stays on the device, and is saved when it is back', async () => {
      const seat = await stage.seat('/desk/everything-e031/T', desk);
      const { page, context } = seat;
      const note = page.getByRole('textbox', { name: 'Note' });
      await note.fill('kept');
      await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
      await context.setOffline(true);
      await note.fill('kept without a connection');
      await page.getByText(/^Kept on this device; no connection since/).waitFor();
      expect(await faultsOf({ ...seat, complaints: [] }, 'offline-desk')).toEqual([]);
      await context.setOffline(false);
      await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
      const { json } = await ask(stage.api, 'E031', 'GET', '/api/rounds/everything-e031/tasks/T');
      expect(json.draft).toMatchObject({ content: { note: 'kept without a connection' } });
      await context.close();
    });

    test('an answer that is given without a connection waits, and goes when it is back', async () => {
      const seat = await stage.seat('/desk', phone);
      const { page, context } = seat;
      await page.getByRole('button', { name: '答复' }).first().click();
      await page.getByRole('radio', { name: '同意', exact: true }).check();
      await page.getByText(/^已保存/).waitFor({ state: 'attached' });
      await context.setOffline(true);
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByText('1 份答复等待网络连接').waitFor();
      await page.getByRole('heading', { name: '伟民，早上好' }).waitFor();
      expect(await faultsOf({ ...seat, complaints: [] }, 'waiting-phone-zh')).toEqual([]);
      await context.setOffline(false);
      await page.getByText('1 份答复等待网络连接').waitFor({ state: 'detached' });
      const { json } = await ask(stage.api, 'E047', 'GET', '/api/rounds/agreement-e047/tasks/T');
      expect(json).toMatchObject({ state: 'submitted', answer: { answer: 'agree' } });
      await context.close();
    });

    test('two who write the same draft see both texts, and nothing is lost', async () => {
      const round = '/api/rounds/agreement-e031/tasks/T';
      const seat = await stage.seat('/desk/agreement-e031/T', desk);
      const { page } = seat;
      await page.getByRole('radio', { name: 'I do not agree' }).check();
      const reason = page.getByRole('textbox', { name: 'Reason' });
      await reason.fill('written here');
      await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
      const content = { answer: 'refuse', reason: 'written there' };
      const put = await ask(stage.api, 'E031', 'PUT', `${round}/draft`, { content, revision: 1 });
      expect(put.status).toBe(200);
      await reason.fill('written here, longer');
      await page.getByRole('heading', { name: 'This was changed elsewhere' }).waitFor();
      expect(await faultsOf({ ...seat, complaints: [] }, 'conflict-desk')).toEqual([]);
      await page.getByRole('button', { name: 'Keep both' }).click();
      await page.getByRole('button', { name: 'Go on with this' }).click();
      await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
      const { json } = await ask(stage.api, 'E031', 'GET', round);
      expect(json.draft.content.reason).toBe('written here, longer\n\nwritten there');
      await seat.context.close();
    });

    test('nobody sends an answer before what it is about is there to be read', async () => {
      const seat = await stage.seat(undefined, { person: stage.reviewer });
      const { page } = seat;
      let release = () => {};
      const held = new Promise<void>((go) => {
        release = go;
      });
      await page.route(/\/assets\/matter-.*\.js$/, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto('/desk');
      await page.getByRole('article').getByRole('link').first().click();
      const submit = page.getByRole('button', { name: /^Submit/ });
      await page.getByRole('spinbutton').first().waitFor();
      expect(await submit.isDisabled()).toBe(true);
      await page.getByRole('status').getByText('It is on its way').waitFor({ state: 'attached' });
      expect(await faultsOf(seat, 'matter-coming-desk')).toEqual([]);
      release();
      await page.getByText('I solve the faults that others bring to me').waitFor();
      expect(await submit.isEnabled()).toBe(true);
      await page.unrouteAll({ behavior: 'wait' });
      await seat.context.close();
    });

    test('the same task in another tab leaves the first one to read', async () => {
      const seat = await stage.seat('/desk/everything-e031/T', desk);
      await seat.page.getByRole('textbox', { name: 'Note' }).waitFor();
      const second = await seat.context.newPage();
      await second.goto('/desk/everything-e031/T');
      await seat.page.getByText('You go on with this in another tab').waitFor();
      await seat.page.getByRole('button', { name: 'Go on here' }).click();
      await second.getByText('You go on with this in another tab').waitFor();
      await seat.context.close();
    });

    test('somebody steps back, with what follows said before', async () => {
      const seat = await stage.seat('/desk/review-e031/T12.E031', desk);
      const { page } = seat;
      await page.getByRole('button', { name: 'Conflict of interest' }).click();
      const sheet = page.getByRole('dialog', { name: 'Step back from A-W2AC' });
      await sheet.getByText('Nobody is told why').waitFor();
      expect(await faultsOf(seat, 'step-back-desk')).toEqual([]);
      await sheet.getByLabel('Reason').fill('We are related.');
      await sheet.getByRole('button', { name: 'Step back' }).click();
      await sheet.waitFor({ state: 'detached' });
      const { json } = await ask(stage.api, 'OPS', 'GET', '/api/rounds/review-e031/tasks/T12.E031');
      expect(json).toMatchObject({ state: 'recused' });
      await seat.context.close();
    });
  });

  test('behind the face are the places, the settings and the way out', async () => {
    const seat = await stage.seat('/settings', phone);
    const { page } = seat;
    await page.getByRole('radio', { name: '深色', exact: true }).click();
    await page.locator('[data-mantine-color-scheme="dark"]').waitFor();
    await page.getByRole('button', { name: '董伟民' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faultsOf(seat, 'sheet-phone-zh')).toEqual([]);
    await page.getByRole('button', { name: '退出登录', exact: true }).click();
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor();
    expect((await seat.context.request.get('/api/me')).status()).toBe(401);
    await seat.context.close();
  });
});

test('every page of the app is tried', () => {
  const tried = ['/', '/go', '/sign-in', '/desk', '/desk/answered', '/desk/:round', '/desk/:round/:task', '/settings'];
  const elsewhere = ['/pair', '/why/:stream/:what'];
  // Those of people and their courses: team.test.ts.
  const ofPeople = ['/team', '/team/:person', '/team/:person/plan', '/overview', '/courses', '/courses/:course'];
  // Those of a cycle are tried where there is one: cycle.test.ts.
  const ofCycle = ['/plan', '/plan/:cycle', '/plan/:cycle/effect'];
  // And those of a selection: selection.test.ts.
  const ofSelection = ['/call/:selection', '/call/:selection/apply', '/call/:selection/mine', '/notice/:selection'];
  const ofTrainers = ['/trainers', '/trainers/:person'];
  const others = [...elsewhere, ...ofPeople, ...ofCycle, ...ofSelection, ...ofTrainers];
  expect([...PAGES].sort()).toEqual([...tried, ...others].sort());
});
