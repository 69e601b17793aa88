import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ask } from '../api/harness.ts';
import { chromiumHere, faultsOf, type Look, looksInTurn, looksOf, type Seat, Stage } from './stage.ts';
import { CAST, type OpenTask, openTasks, othersUntil, PATH, TRAINERS_CALLED } from './trainers-story.ts';

const browser = chromiumHere();
const CALL = '/call/trainers-2027';
const NOTICE = '/notice/trainers-2027';

type Kinds = ReturnType<typeof looksOf>;

/** What somebody wants, with the language that they read. */
const speaking = (language: 'en' | 'zh-CN') => ({
  language,
  zone: null,
  theme: 'auto',
  rhythm: { letters: 'at-once' },
  quiet: null,
});

const OUTLINE = 'Three short lectures, each with a task to take back to work.';
const FORM = {
  profile: 'Twenty years at the line.',
  topics: ['quality'],
  outline: 'Why valves stick.',
  hoursPerMonth: 4,
};

// One selection, told in order: each test goes on where the one before has stopped.
(browser ? describe : describe.skip)('a selection of trainers in the app', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(browser!, TRAINERS_CALLED);
  });
  afterAll(() => stage?.close());

  /** Somebody sits down before a page. */
  async function sit(who: string, path: string, look: Look = {}): Promise<Seat> {
    const seat = await stage.seat(undefined, { ...look, person: who });
    await seat.page.goto(path);
    return seat;
  }

  const must = async (who: string, path: string, body: object) => {
    const { status, text, json } = await ask(stage.api, who, 'POST', path, body);
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return json;
  };

  /** A page has no fault, in whichever way it is looked at. */
  async function looked(
    who: string,
    path: string,
    heading: { readonly en: string | RegExp; readonly zh: string | RegExp },
    picture: string,
    kinds: Kinds = looksOf(),
  ) {
    for (const [name, look] of kinds) {
      // The language that a person has chosen is stronger than that of the browser.
      if (look.locale) await ask(stage.api, who, 'PUT', '/api/me/settings', speaking('zh-CN'));
      const seat = await sit(who, path, look);
      await seat.page
        .getByRole('heading', { name: heading[look.locale ? 'zh' : 'en'] })
        .first()
        .waitFor();
      expect([name, await faultsOf(seat, `${picture}-${name}`)]).toEqual([name, []]);
      await seat.context.close();
    }
    await ask(stage.api, who, 'PUT', '/api/me/settings', speaking('en'));
  }

  /** The task of a purpose that somebody holds, as soon as it is there. */
  async function taskOf(who: string, purpose: string): Promise<OpenTask> {
    for (let turn = 0; turn < 20; turn += 1) {
      const found = (await openTasks(stage.api, purpose)).find(({ assignee }) => assignee === who);
      if (found) return found;
      await stage.procedure.sleep();
    }
    throw new Error(`${who} was not asked for ${purpose}.`);
  }

  /** Somebody is asked something: it is looked at, and answered in the app. */
  async function answered(
    who: string,
    purpose: string,
    heading: string | RegExp,
    fill: (page: Page) => Promise<unknown>,
  ): Promise<OpenTask> {
    const task = await taskOf(who, purpose);
    const path = `/desk/${task.round}/${task.id}`;
    await looked(who, path, { en: heading, zh: /./ }, `sel-${purpose}`, looksInTurn());
    const seat = await sit(who, path);
    const { page } = seat;
    await page.getByRole('button', { name: /^Submit/ }).waitFor();
    await fill(page);
    expect(await faultsOf(seat, `sel-${purpose}-filled`)).toEqual([]);
    await page.getByRole('button', { name: /^Submit/ }).click();
    await page.getByRole('status').getByText('is in.').waitFor();
    await seat.context.close();
    return task;
  }

  const yes = (page: Page) => page.getByRole('radio', { name: 'Yes' }).check();

  test('the measures are read and acknowledged, and a leader stands behind the selection', async () => {
    await answered(CAST.leader, 'acknowledgement', /acknowledgement/, yes);
    await othersUntil(stage.api, stage.procedure, 'publicity');
    await answered(CAST.leader, 'endorsement', 'Endorsement', async (page) => {
      await yes(page);
      await page.getByRole('textbox', { name: 'Your words' }).fill('Whoever teaches here has my time and my thanks.');
    });
  });

  test('the call says what one gains, what is asked, and whether one may apply and why', async () => {
    await othersUntil(stage.api, stage.procedure, 'call');
    await looked(CAST.applicant, CALL, { en: 'Teach what you are good at', zh: '教您所长' }, 'sel-call');
    const seat = await sit('D2-1', CALL);
    await seat.page.getByRole('heading', { name: 'You cannot apply this time' }).waitFor();
    await seat.page.getByText('Whoever teaches here has my time and my thanks.').waitFor();
    expect(await faultsOf(seat, 'sel-call-no')).toEqual([]);
    await seat.context.close();
    // Whoever has it before them is reached.
    const { machinery } = (await ask(stage.api, 'OPS', 'GET', PATH)).json;
    expect(machinery.reached).toMatchObject({ D2: 2 });
  });

  test('somebody is nominated by name, and decides for themselves', async () => {
    const seat = await sit(CAST.stranger, CALL);
    const { page } = seat;
    await page.getByRole('button', { name: 'Nominate a colleague' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Whom').fill('niamh');
    await sheet.getByRole('button', { name: 'Niamh Fuchs' }).click();
    await sheet.getByLabel('Why they would teach well').fill('She explains the press line to everybody.');
    expect(await faultsOf(seat, 'sel-nominate')).toEqual([]);
    await sheet.getByRole('button', { name: 'Nominate Niamh Fuchs' }).click();
    await page.getByRole('dialog', { name: 'Niamh Fuchs is asked' }).waitFor();
    await seat.context.close();
    await answered(CAST.third, 'nomination', 'Somebody would like you to teach', yes);
  });

  test('a draft of an application survives a closed tab, a lost connection and another device', async () => {
    const seat = await sit(CAST.applicant, CALL);
    const { page, context } = seat;
    await page.getByRole('link', { name: 'Begin my application' }).click();
    await page.getByRole('heading', { name: 'Apply in four short parts' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('answers need another look').waitFor();
    expect(await faultsOf(seat, 'sel-apply-missing')).toEqual([]);
    // What is missing has the focus: whoever writes on writes there.
    await page.keyboard.type('I solve the faults that others bring to me.');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await context.setOffline(true);
    await page.getByRole('textbox', { name: 'Outline' }).fill(OUTLINE);
    await page.getByText(/^Kept on this device; no connection since/).waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`${CALL}/apply`);
    await again.getByText(/^Saved \d\d:\d\d$/).waitFor();
    expect(await again.getByRole('textbox', { name: 'Outline' }).inputValue()).toBe(OUTLINE);
    await context.close();
    const phone = await sit(CAST.applicant, CALL, { phone: true });
    await phone.page.getByRole('link', { name: 'Go on with my application' }).click();
    await expect(phone.page.getByRole('textbox', { name: 'Outline' }).inputValue()).resolves.toBe(OUTLINE);
    await expect(phone.page.getByRole('textbox', { name: 'Profile' }).inputValue()).resolves.toMatch(/^I solve/);
    await phone.context.close();
  });

  test('files are added, one is refused in a sentence, and reviewers see what the preview shows', async () => {
    const seat = await sit(CAST.applicant, `${CALL}/apply`);
    const { page } = seat;
    await page.getByRole('checkbox', { name: 'Safety at work' }).check();
    await page.getByRole('spinbutton', { name: 'Hours a month' }).fill('4');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'CV of Olu Costa.txt', mimeType: 'text/plain', buffer: Buffer.from('A proof.') },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no pdf at all') },
    ]);
    await page.getByRole('link', { name: 'CV of Olu Costa.txt' }).waitFor();
    await page.getByRole('alert').getByText('The file is no PDF').waitFor();
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    // That a file is refused is written down by browsers as an error.
    expect(await faultsOf({ ...seat, complaints: [] }, 'sel-apply-files')).toEqual([]);
    await page.getByRole('button', { name: 'What reviewers see' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('evidence-1.txt').waitFor();
    expect(await sheet.innerText()).not.toMatch(/Costa|D2|Process/);
    expect(await faultsOf({ ...seat, complaints: [] }, 'sel-apply-preview')).toEqual([]);
    await page.keyboard.press('Escape');
    await seat.context.close();
    await looked(
      CAST.applicant,
      `${CALL}/apply`,
      { en: 'Apply in four short parts', zh: '分四步填写申请' },
      'sel-apply',
    );
    const sending = await sit(CAST.applicant, `${CALL}/apply`);
    await sending.page.getByRole('button', { name: 'Apply' }).click();
    await sending.page.getByRole('heading', { name: 'Your application is in' }).waitFor();
    await sending.context.close();
  });

  test('one sees where the application is, changes it, and another one is withdrawn with its effect said before', async () => {
    await looked(CAST.applicant, `${CALL}/mine`, { en: 'Your application is in', zh: '您的申请已提交' }, 'sel-mine');
    const seat = await sit(CAST.applicant, `${CALL}/mine`);
    await seat.page.getByRole('link', { name: /^Change it until/ }).click();
    await seat.page.getByRole('heading', { name: 'Change your application' }).waitFor();
    await seat.page.getByRole('textbox', { name: 'Outline' }).fill(`${OUTLINE} Forty minutes each.`);
    await seat.page.getByRole('button', { name: 'Send changes' }).click();
    await seat.page.getByText('Forty minutes each.').waitFor();
    await seat.context.close();
    for (const who of [CAST.second, CAST.third]) await must(who, `${PATH}/apply`, FORM);
    const other = await sit(CAST.third, `${CALL}/mine`);
    await other.page.getByRole('button', { name: 'Withdraw my application' }).click();
    const sheet = other.page.getByRole('dialog');
    await sheet.getByText('it is ranked no longer').waitFor();
    expect(await faultsOf(other, 'sel-withdraw')).toEqual([]);
    await sheet.getByLabel('Reason').fill('I am away in autumn.');
    await sheet.getByRole('button', { name: 'Withdraw my application' }).click();
    await other.page.getByRole('heading', { name: 'You have no application here' }).waitFor();
    await other.context.close();
    await must(CAST.third, `${PATH}/apply`, FORM);
    await looked(
      CAST.stranger,
      '/trainers',
      { en: 'There is no trainer yet', zh: '还没有内训师' },
      'sel-trainers-none',
    );
    await looked(
      CAST.stranger,
      NOTICE,
      { en: 'Nothing is posted yet', zh: '尚未公示' },
      'sel-notice-none',
      looksInTurn(),
    );
  });

  test('the manager agrees, a screener decides what the rule cannot, and a reviewer steps back from nothing', async () => {
    await answered('D3-1', 'agreement', 'Niamh Fuchs', yes);
    await othersUntil(stage.api, stage.procedure, 'screening');
    await answered(CAST.screener, 'screening', 'Niamh Fuchs', async (page) => {
      await page.getByText('There is no performance record.').waitFor();
      await yes(page);
      await page.getByRole('textbox', { name: 'Reason' }).fill('The record was lost when she moved.');
    });
    await othersUntil(stage.api, stage.procedure, 'reviewers');
    await answered(CAST.reviewers[1], 'conflict', 'Conflicts of interest', async (page) => {
      await page
        .getByRole('button', { name: /^Read A-/ })
        .first()
        .click();
      await page.getByRole('dialog').getByText('blind: no name, no department').waitFor();
      await page.keyboard.press('Escape');
    });
    await othersUntil(stage.api, stage.procedure, 'review');
  });

  test('a review without a mouse: digits, arrows, steps, and one’s own earlier scores', async () => {
    const [, who] = CAST.reviewers;
    await taskOf(who, 'review');
    for (const task of await openTasks(stage.api, 'review')) {
      if (task.assignee === who) continue;
      const score = task.assignee === CAST.reviewers[0] ? 4 : 7;
      const answer = { knowledge: score, communication: Math.max(5, score), 'review-reasons': 'A secret remark.' };
      await must(task.assignee, `/api/rounds/${task.round}/tasks/${task.id}/submit`, { answer });
    }
    const own = (await openTasks(stage.api, 'review')).filter(({ assignee }) => assignee === who);
    expect(own.length).toBe(2);
    const seat = await sit(who, `/desk/${own[0]!.round}`);
    const { page } = seat;
    await page.getByRole('spinbutton').first().waitFor();
    const first = new URL(page.url()).pathname;
    await page.keyboard.press('9');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('8.5');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('Sound content.');
    expect(await page.getByRole('spinbutton').first().inputValue()).toBe('8.75');
    expect(await faultsOf(seat, 'sel-review-filled')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.pathname !== first);
    await page.getByRole('button', { name: '8.75' }).click();
    await page.getByRole('dialog').getByText('blind: no name, no department').waitFor();
    expect(await faultsOf(seat, 'sel-review-earlier')).toEqual([]);
    await page.keyboard.press('Escape');
    await seat.context.close();
  });
});
