import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ask, DAY } from '../api/harness.ts';
import { Listening } from './listening.ts';
import { chromiumHere, faultsOf, type Look, looksInTurn, looksOf, type Seat, Stage } from './stage.ts';
import { CAST, NAMES, type OpenTask, openTasks, othersUntil, PATH, TRAINERS_CALLED } from './trainers-story.ts';

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

/** A page of a lecture. */
async function lecture(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([420, 300]).drawText('Why valves stick', { x: 40, y: 200, size: 24 });
  return Buffer.from(await pdf.save());
}

/** Somebody by their number, wherever it stands for itself, or by their name. */
const person = (id: string) => [
  new RegExp(`(?<![0-9a-z])${id}(?![0-9a-z])`, 'i'),
  new RegExp(NAMES[id] ?? `Name of ${id}`),
];

const addressOf = (id: string) => `${id}@example.com`.toLowerCase();

// One selection, told in order: each test goes on where the one before has stopped.
(browser ? describe : describe.skip)('a selection of trainers in the app', () => {
  let stage: Stage;
  const heard = new Map<string, Listening>();
  /** A review that was given. */
  let reviewed = '';
  /** Whom the panel chose, who is next in line, and whom it took out. */
  let outcome: { readonly chosen: string; readonly next: string; readonly out: string };
  beforeAll(async () => {
    stage = await Stage.open(browser!, TRAINERS_CALLED);
  });
  afterAll(() => stage?.close());

  /** Somebody sits down before a page, and whatever their browser gets is kept. Whoever leaves closes the page. */
  async function sit(who: string, path: string, look: Look = {}): Promise<Seat> {
    return before(who, path, await stage.glance(undefined, { ...look, person: who }));
  }

  /** The same on a device of their own. */
  async function sitAlone(who: string, path: string, look: Look = {}): Promise<Seat> {
    return before(who, path, await stage.seat(undefined, { ...look, person: who }));
  }

  async function before(who: string, path: string, seat: Seat): Promise<Seat> {
    const listening = heard.get(who) ?? new Listening();
    heard.set(who, listening);
    await listening.to(seat.page);
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
    /** What comes after its heading. */
    part?: string,
  ) {
    for (const [name, look] of kinds) {
      // The language that a person has chosen is stronger than that of the browser.
      if (look.locale) await ask(stage.api, who, 'PUT', '/api/me/settings', speaking('zh-CN'));
      const seat = await sit(who, path, look);
      await seat.page
        .getByRole('heading', { name: heading[look.locale ? 'zh' : 'en'] })
        .first()
        .waitFor();
      if (part) await seat.page.locator(part).first().waitFor();
      expect([name, await faultsOf(seat, `${picture}-${name}`)]).toEqual([name, []]);
      await seat.page.close();
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
    await looked(who, path, { en: heading, zh: /./ }, `sel-${purpose}`, looksInTurn(), '[data-field]');
    const seat = await sit(who, path);
    const { page } = seat;
    await page.getByRole('button', { name: /^Submit/ }).waitFor();
    await fill(page);
    expect(await faultsOf(seat, `sel-${purpose}-filled`)).toEqual([]);
    await page.getByRole('button', { name: /^Submit/ }).click();
    await page.getByRole('status').getByText('is in.').waitFor();
    heard.get(who)!.look(page);
    await seat.page.close();
    return task;
  }

  /** Everybody else answers what a purpose asks of them. */
  async function othersAnswer(purpose: string, answer: (task: OpenTask) => object): Promise<void> {
    for (const task of await openTasks(stage.api, purpose)) {
      await must(task.assignee, `/api/rounds/${task.round}/tasks/${task.id}/submit`, { answer: answer(task) });
    }
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
    await seat.page.getByText('If your grade is recorded wrongly, have it corrected before the call closes.').waitFor();
    await seat.page.getByText('Your performance record reaches what is asked for.').waitFor();
    await seat.page.getByText('Your manager agrees').waitFor();
    expect(await seat.page.getByText('5 working days').count()).toBe(2);
    await seat.page.getByText('Whoever teaches here has my time and my thanks.').waitFor();
    expect(await faultsOf(seat, 'sel-call-no')).toEqual([]);
    await seat.page.close();
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
    await seat.page.close();
    // Whom somebody names, and who reads who has named them, they may know.
    heard.delete(CAST.stranger);
    await answered(CAST.third, 'nomination', 'Somebody would like you to teach', yes);
  });

  test('a draft of an application survives a closed tab, a lost connection and another device', async () => {
    const seat = await sitAlone(CAST.applicant, CALL);
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
    await heard.get(CAST.applicant)!.to(again);
    await again.goto(`${CALL}/apply`);
    await again.getByText(/^Saved \d\d:\d\d$/).waitFor();
    expect(await again.getByRole('textbox', { name: 'Outline' }).inputValue()).toBe(OUTLINE);
    await context.close();
    const phone = await sitAlone(CAST.applicant, CALL, { phone: true });
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
      { name: 'Lecture of Olu Costa.pdf', mimeType: 'application/pdf', buffer: await lecture() },
      { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no pdf at all') },
    ]);
    for (const name of ['CV of Olu Costa.txt', 'Lecture of Olu Costa.pdf'])
      await page.getByRole('link', { name }).waitFor();
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
    await seat.page.close();
    await looked(
      CAST.applicant,
      `${CALL}/apply`,
      { en: 'Apply in four short parts', zh: '分四步填写申请' },
      'sel-apply',
    );
    const sending = await sit(CAST.applicant, `${CALL}/apply`);
    await sending.page.getByRole('button', { name: 'Apply' }).click();
    await sending.page.getByRole('heading', { name: 'Your application is in' }).waitFor();
    await sending.page.close();
  });

  test('one sees where the application is, changes it, and another one is withdrawn with its effect said before', async () => {
    await looked(CAST.applicant, `${CALL}/mine`, { en: 'Your application is in', zh: '您的申请已提交' }, 'sel-mine');
    const seat = await sit(CAST.applicant, `${CALL}/mine`);
    await seat.page.getByRole('link', { name: /^Change it until/ }).click();
    await seat.page.getByRole('heading', { name: 'Change your application' }).waitFor();
    await seat.page.getByRole('textbox', { name: 'Outline' }).fill(`${OUTLINE} Forty minutes each.`);
    await seat.page.getByRole('button', { name: 'Send changes' }).click();
    await seat.page.getByText('Forty minutes each.').waitFor();
    await seat.page.close();
    for (const who of [CAST.second, CAST.third]) await must(who, `${PATH}/apply`, FORM);
    const other = await sit(CAST.third, `${CALL}/mine`);
    await other.page.getByRole('button', { name: 'Withdraw my application' }).click();
    const sheet = other.page.getByRole('dialog');
    await sheet.getByText('it is ranked no longer').waitFor();
    expect(await faultsOf(other, 'sel-withdraw')).toEqual([]);
    await sheet.getByLabel('Reason').fill('I am away in autumn.');
    await sheet.getByRole('button', { name: 'Withdraw my application' }).click();
    await other.page.getByRole('heading', { name: 'You have no application here' }).waitFor();
    await other.page.close();
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
    const { application } = (await ask(stage.api, CAST.applicant, 'GET', PATH)).json.mine;
    await answered(CAST.reviewers[1], 'conflict', 'Conflicts of interest', async (page) => {
      await page.getByRole('button', { name: `Read ${application}` }).click();
      await page.getByRole('dialog').getByText('blind: no name, no department').waitFor();
      // Evidence opens in place, over what is read.
      await page.getByRole('button', { name: 'evidence-2.pdf' }).click();
      const file = page.getByRole('dialog', { name: 'evidence-2.pdf' });
      await file.getByText('Why valves stick').waitFor({ state: 'attached' });
      heard.get(CAST.reviewers[1])!.look(page);
      await page.keyboard.press('Escape');
      await file.waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
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
    reviewed = `/desk/${own[0]!.round}/${own[0]!.id}`;
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
    const second = new URL(page.url()).pathname;
    await page.close();
    await looked(who, second, { en: /^Application A-/, zh: /A-/ }, 'sel-review', looksInTurn());
    const live = await sit(who, second);
    await live.page.getByRole('button', { name: /Live lecture/ }).click();
    await live.page.getByRole('button', { name: 'Start' }).click();
    await live.page.getByRole('timer').waitFor();
    expect(await faultsOf(live, 'sel-review-live')).toEqual([]);
    await live.page.getByRole('button', { name: 'Stop' }).click();
    for (const field of await live.page.getByRole('spinbutton').all()) await field.fill('8.5');
    await live.page.getByRole('textbox', { name: 'Reasons' }).fill('As before.');
    await live.page.keyboard.press('Control+Enter');
    await live.page.getByText('You have answered all 2.').waitFor();
    await live.page.close();
  });

  test('two who are far apart see both scores without a name, and one keeps theirs', async () => {
    await answered(CAST.reviewers[1], 'discussion', /^Application A-/, async (page) => {
      await page.getByText('Words could tell who it is; scores alone are shown.').waitFor();
      await page.getByRole('button', { name: 'I keep mine' }).click();
      await page.getByText('Your scores stand as they were').waitFor();
    });
    await othersAnswer('discussion', () => ({ knowledge: 7, communication: 7, 'review-reasons': 'I come nearer.' }));
  });

  test('what is hidden from somebody is in nothing that their browser or their mail has got', async () => {
    const { applicant, second, third, reviewers, stranger } = CAST;
    const [, reviewer] = reviewers;
    const everywhere = ['/desk', '/desk/answered', CALL, NOTICE, '/trainers'];
    for (const [who, paths] of [
      [applicant, [...everywhere, `${CALL}/mine`]],
      [reviewer, [...everywhere, reviewed]],
      [stranger, [CALL, NOTICE]],
    ] as const) {
      const seat = await sit(who, '/settings');
      for (const path of paths) {
        await seat.page.goto(path);
        await seat.page.getByRole('heading', { level: 1 }).first().waitFor();
        heard.get(who)!.look(seat.page);
      }
      await seat.page.close();
    }
    const hidden: Readonly<Record<string, readonly string[]>> = {
      [applicant]: [second, third, ...reviewers],
      [reviewer]: [applicant, second, third, reviewers[0], reviewers[2]],
      [stranger]: [applicant, second, third, ...reviewers],
    };
    for (const [who, others] of Object.entries(hidden)) {
      const secrets = others.flatMap(person);
      if (who === reviewer) secrets.push(/CV of/, /Lecture of/, /Process Engineering/, /工艺部/);
      const letters = (await stage.lettersTo(addressOf(who))).join('\n');
      // Whoever nominates somebody hears how they answered; nothing tells whether they applied.
      const told = who === stranger ? [NAMES[third]!] : [];
      const inLetters = secrets.filter((secret) => secret.test(letters)).map(({ source }) => source);
      expect([who, await heard.get(who)!.find(secrets), inLetters]).toEqual([who, [], told]);
    }
    // What was looked through is what there is: the review, its file, and the news; and what was looked for can be found.
    const places = heard.get(reviewer)!.places.join('\n');
    for (const part of [/\/api\/rounds\/.*\/tasks\//, /evidence\/.*inline=1/, /^the news$/m])
      expect(places).toMatch(part);
    expect(await heard.get(CAST.screener)!.find(person(third))).not.toEqual([]);
  });

  test('the panel chooses by the ranking, and says why where it departs', async () => {
    await othersUntil(stage.api, stage.procedure, 'decision');
    await answered(CAST.panel[0], 'panel', 'Panel decision', async (page) => {
      await page.getByRole('button', { name: 'Choose as ranked' }).click();
      await page.getByText('You follow the ranking.').waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
      // Departments have names.
      await page.getByText(/Quality · Quality/).waitFor();
      await page.getByRole('checkbox', { checked: true }).last().uncheck();
      await page.getByText('You depart from the ranking: say why.').waitFor();
      expect(await page.getByRole('radio', { name: 'There is no departure' }).count()).toBe(0);
      await page.getByRole('radio', { name: 'The person is not available' }).check();
      await page.getByRole('textbox', { name: 'Reason in words' }).fill('Abroad for a year from August.');
    });
    const { ranking } = (await ask(stage.api, 'OPS', 'GET', `${PATH}/ranking`)).json;
    const { applications } = (await ask(stage.api, 'OPS', 'GET', `${PATH}/applications`)).json;
    const [chosen, out, next] = ranking.map(
      ({ application }: { application: string }) =>
        applications.find(({ code }: { code: string }) => code === application).person,
    );
    outcome = { chosen, out, next };
    await othersAnswer('panel', () => ({ candidates: [ranking[0].application], ground: 'availability' }));
  });

  test('the candidates are posted, somebody objects, and all concerned hear until when and why', async () => {
    await othersUntil(stage.api, stage.procedure, 'notice');
    await looked(CAST.objector, NOTICE, { en: /to become an internal trainer/, zh: /候选人公示/ }, 'sel-notice');
    const seat = await sit(CAST.objector, NOTICE);
    const { page } = seat;
    await page.getByRole('button', { name: 'Object' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('What you object to, and why').fill('The call was not posted at the night shift.');
    expect(await faultsOf(seat, 'sel-object')).toEqual([]);
    await sheet.getByRole('button', { name: 'Send the objection' }).click();
    await page.getByText('the period stands still').first().waitFor();
    await page.getByText('Your objection (the procedure) is being looked at.').waitFor();
    expect(await faultsOf(seat, 'sel-notice-stopped')).toEqual([]);
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await faultsOf({ ...seat, complaints: [] }, 'sel-notice-print');
    await page.close();
    stage.procedure.now += 2 * DAY;
    await answered(CAST.handler, 'objection', /./, async (asked) => {
      await asked.getByText('The call was not posted at the night shift.').waitFor();
      await asked.getByRole('radio', { name: 'No', exact: true }).check();
      await asked.getByRole('textbox', { name: 'Findings' }).fill('It was posted at both gates.');
    });
    await looked(
      CAST.objector,
      NOTICE,
      { en: /to become an internal trainer/, zh: /候选人公示/ },
      'sel-notice-moved',
      looksInTurn(),
    );
    const why = 'the period stood still while an objection was looked into';
    for (const [who, path] of [
      [CAST.objector, NOTICE],
      [outcome.chosen, `${CALL}/mine`],
    ] as const) {
      const { page: end } = await sit(who, path);
      await end.getByText(why).waitFor();
      await end.close();
      expect((await stage.lettersTo(addressOf(who))).filter((letter) => letter.includes('stood still'))).toHaveLength(
        1,
      );
    }
  });

  test('whoever is chosen comes by the link in a letter, reads why, how long and what silence means, and accepts', async () => {
    await othersUntil(stage.api, stage.procedure, 'results');
    const { chosen } = outcome;
    await taskOf(chosen, 'acceptance');
    await looked(chosen, `${CALL}/mine`, { en: /^You are chosen/, zh: /^您已入选/ }, 'sel-mine-offered', looksInTurn());
    const link = await stage.linkSaying(addressOf(chosen), /Acceptance of the appointment/);
    const seat = await stage.seat(link, { phone: true });
    const { page } = seat;
    await page.getByRole('button', { name: 'Sign in and go on' }).click();
    await page.getByText('The seat is yours once you accept.').waitFor();
    await page.getByText('It takes about 5 min.').waitFor();
    await page.getByText('If you say nothing in time, the seat is yours no longer.').waitFor();
    expect(await faultsOf(seat, 'sel-acceptance')).toEqual([]);
    await yes(page);
    await page.getByRole('button', { name: /^Submit/ }).click();
    await page.getByRole('status').getByText('is in.').waitFor();
    await seat.context.close();
  });

  test('everybody gets a result with what was strong and what was not, and the team shows who teaches', async () => {
    await othersUntil(stage.api, stage.procedure, 'closed');
    const { chosen, next, out } = outcome;
    const standing = {
      [chosen]: { en: 'You are an internal trainer', zh: '您已受聘为内训师' },
      [next]: { en: 'You were next in line', zh: /候补/ },
      [out]: { en: 'You have no seat this time', zh: /未入选/ },
    };
    for (const [who, heading] of Object.entries(standing)) {
      const kinds = who === chosen ? looksOf() : looksInTurn();
      await looked(who, `${CALL}/mine`, heading, `sel-mine-${heading.en.split(' ').at(-1)}`, kinds);
    }
    await looked(CAST.stranger, '/trainers', { en: 'One colleague teaches', zh: /内训师/ }, 'sel-trainers');
    const seat = await sit(CAST.stranger, '/trainers');
    await seat.page.getByRole('link', { name: NAMES[chosen]! }).click();
    await seat.page.getByRole('heading', { name: NAMES[chosen]! }).waitFor();
    expect(await faultsOf(seat, 'sel-trainer')).toEqual([]);
    await seat.page.close();
  });
});
