import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { UNSAID } from '../../contracts/settings.ts';
import { ask, countingQueries } from '../api/harness.ts';
import type { OpenTask } from '../journeys/journey.ts';
import { OF_MANY, OF_THREE, Ratings, SUPERVISOR } from './ratings.ts';
import { chromiumHere, EVERY_LOOK, faultsOf, type Look, looksOf, Stage } from './stage.ts';

const browser = chromiumHere();
if (!browser)
  process.stderr.write('No Chromium is installed here, so that no page was tried; CHROMIUM may name one.\n');

/** What the supervisor has rated before the pictures are taken, by person: the first elements of all, more of the first two. */
const ROWS: readonly (readonly [element: string, levels: readonly (number | null | undefined)[]])[] = [
  ['Finding causes', [3.5, 5, 4.5, 3.5, 3.5, 4, 4]],
  ['Working safely', [4, 4, 4.5, 3.5, 4, 4.5, 4]],
  ['Electrical systems', [4, 4.5, 3.5, 4, 5, 4, 4]],
  ['Health, safety, environment', [3, 3, 3]],
  ['Production process', [2.5, 3.5]],
  ['Writing reports', [2.5, 3]],
  ['Mechanical systems', [3.5, 3]],
  ['Operating equipment', [2.5, 3, undefined, null]],
  ['Checking quality', [2.5, 4]],
  ['Planning work', [4, 4]],
];

(browser ? describe : describe.skip)('ratings', () => {
  let stage: Stage;
  let ratings: Ratings;
  let round: string;
  beforeAll(async () => {
    stage = await Stage.open(browser!);
    ratings = await Ratings.open(stage);
    round = await ratings.roundOf('cycle-ratings', SUPERVISOR);
    const of = (at: number) =>
      Object.fromEntries(
        ROWS.flatMap(([element, levels]) => (levels[at] === undefined ? [] : [[ratings.keyOf(element), levels[at]]])),
      );
    await ratings.draft(
      SUPERVISOR,
      round,
      Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`P10${i + 1}`, of(i)])),
    );
  });
  afterAll(() => stage?.close());

  const SMALL: readonly [string, Look][] = [
    ['desk-small', {}],
    ['desk-small-zh-dark', { dark: true, locale: 'zh-CN' }],
  ];
  test.each([...looksOf(), ...(EVERY_LOOK ? SMALL : [])])('the matrix has no fault on a %s', async (name, look) => {
    const language = look.locale === 'zh-CN' ? ('zh-CN' as const) : null;
    await ask(stage.api, SUPERVISOR, 'PUT', '/api/me/settings', { ...UNSAID, language });
    const seat = await stage.glance(`/desk/${round}`, { ...look, person: SUPERVISOR });
    const { page } = seat;
    if (name.startsWith('desk-small')) await page.setViewportSize({ width: 1280, height: 800 });
    await page
      .getByText(look.locale === 'zh-CN' ? '健康安全环境' : 'Health, safety, environment')
      .first()
      .waitFor();
    expect(await faultsOf(seat, `matrix-${name}`)).toEqual([]);
    await page.close();
    await ask(stage.api, SUPERVISOR, 'PUT', '/api/me/settings', UNSAID);
  });

  const cellOf = (page: Page, element: string, person: string) =>
    page.getByRole('gridcell', { name: new RegExp(`^${element}, ${person}, `) });
  const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d$/).waitFor();
  const draftOf = async (person: string) => {
    const { json } = await ask(stage.api, SUPERVISOR, 'GET', `/api/rounds/${round}/tasks/${person}`);
    return json.draft?.content;
  };
  const HSE = 'Health, safety, environment';

  test('without a mouse: along a row with halves and what cannot be told, and what is required once it is complete', async () => {
    const seat = await stage.seat(`/desk/${round}`, { person: SUPERVISOR });
    const { page } = seat;
    await cellOf(page, HSE, '董静怡').and(page.locator(':focus')).waitFor();
    expect(await cellOf(page, HSE, '董静怡').getAttribute('aria-label')).toBe(
      'Health, safety, environment, 董静怡, not rated, 4 of 14, 4 of 7',
    );
    await page.keyboard.type('3.4-');
    expect(await page.getByText('required 4 · 5').count()).toBe(0);
    await page.keyboard.type('5');
    await page.getByText('required 4 · 5').waitFor();
    await cellOf(page, HSE, '董静怡').and(page.getByLabel('level 3.5, below what is required')).waitFor();
    expect(await faultsOf(seat, 'matrix-row-complete')).toEqual([]);
    // What was rated already is not written over.
    await cellOf(page, 'Production process', 'Dmitri D’Angelo').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('4');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+z');
    await cellOf(page, 'Production process', 'Dmitri D’Angelo').and(page.getByLabel('level 4')).waitFor();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    await cellOf(page, 'Production process', 'Dmitri D’Angelo').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('r');
    const sheet = page.getByRole('dialog', { name: 'Dmitri D’Angelo' });
    await sheet.getByRole('textbox').fill('Was away in May.');
    expect(await faultsOf(seat, 'matrix-person')).toEqual([]);
    await page.keyboard.press('Escape');
    // A sheet that is closing still has the keys.
    await cellOf(page, 'Production process', 'Dmitri D’Angelo').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: 'Production process' }).getByText('Scale of levels, version 1').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('first open level').waitFor();
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Everywhere').waitFor();
    expect(await faultsOf(seat, 'matrix-keys')).toEqual([]);
    await page.keyboard.press('Escape');
    await saved(page);
    expect([await draftOf('P104'), await draftOf('P106'), await draftOf('P103')]).toMatchObject([
      { [ratings.keyOf(HSE)]: 3.5 },
      { [ratings.keyOf(HSE)]: null },
      { remarks: 'Was away in May.' },
    ]);
    await seat.context.close();
  });

  test('whoever is finished is handed in, and taken back by a press', async () => {
    const seat = await stage.seat(`/desk/${round}`, { person: SUPERVISOR });
    const { page } = seat;
    await page.getByText('Two people are finished.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 people are in: 蒋成刚 and 上官静怡.').waitFor();
    expect(await faultsOf(seat, 'matrix-handed-in')).toEqual([]);
    const { json } = await ask(stage.api, SUPERVISOR, 'GET', `/api/rounds/${round}/tasks/P101`);
    expect(json).toMatchObject({ state: 'submitted', answer: { [ratings.keyOf(HSE)]: 3 } });
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByText('Two people are finished.').waitFor();
    await seat.context.close();
  });

  test('with a mouse: a press on a level rates, a face is dragged, and the way one goes is remembered', async () => {
    const seat = await stage.seat(`/desk/${round}`, { person: SUPERVISOR });
    const { page } = seat;
    await cellOf(page, 'Writing reports', 'Meera García').click();
    const ladder = page.getByRole('complementary', { name: 'The levels of the element' });
    await ladder.getByRole('heading', { name: 'Writing reports' }).waitFor();
    await ladder.getByRole('button', { name: /^4\b.*Meera García/ }).click();
    await cellOf(page, 'Writing reports', 'Meera García').and(page.getByLabel('level 4')).waitFor();
    const face = ladder.getByRole('slider', { name: 'Meera García' });
    const from = (await face.boundingBox())!;
    const to = (await ladder.getByRole('button', { name: /^6\b/ }).boundingBox())!;
    await page.mouse.move(from.x + 13, from.y + 13);
    await page.mouse.down();
    await page.mouse.move(from.x + 13, to.y + 17, { steps: 5 });
    await page.mouse.up();
    await cellOf(page, 'Writing reports', 'Meera García').and(page.getByLabel('level 6')).waitFor();
    await face.focus();
    await page.keyboard.press('ArrowDown');
    await cellOf(page, 'Writing reports', 'Meera García').and(page.getByLabel('level 5.5')).waitFor();
    await page.getByRole('button', { name: 'By person' }).click();
    await cellOf(page, 'Mechanical systems', 'Dmitri D’Angelo').click();
    await page.keyboard.press('2');
    await cellOf(page, 'Operating equipment', 'Dmitri D’Angelo').and(page.locator(':focus')).waitFor();
    expect(await faultsOf(seat, 'matrix-by-person')).toEqual([]);
    await saved(page);
    await page.reload();
    await page.getByRole('button', { name: 'By person', pressed: true }).waitFor();
    await seat.context.close();
  });

  test('on a phone: a level, its half, what cannot be told, the next element by a button and by a finger, and the end', async () => {
    const seat = await stage.seat(`/desk/${round}`, { person: SUPERVISOR, phone: true });
    const { page } = seat;
    // It begins at the first element that is open, which is this one or the one before.
    const wanted = page.getByRole('heading', { name: 'Production process' });
    const next = page.getByRole('button', { name: 'Next: Production process' });
    await wanted.or(next).first().waitFor();
    if (await next.isVisible()) await next.tap();
    await wanted.waitFor();
    const keys = page.getByRole('group', { name: '彭一凡' });
    await keys.getByRole('button', { name: 'level 4' }).tap();
    await keys.getByRole('button', { name: 'level 4' }).tap();
    await keys.getByRole('button', { name: 'level 4.5', pressed: true }).waitFor();
    const key = (await page.getByRole('group', { name: '司徒天宇' }).getByRole('button').first().boundingBox())!;
    const touch = await page.context().newCDPSession(page);
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await finger('touchStart', { x: key.x + 15, y: key.y + 15 });
    await page.getByRole('button', { name: '司徒天宇: can’t tell', pressed: true }).waitFor();
    await finger('touchEnd');
    expect(await faultsOf(seat, 'matrix-phone-rated')).toEqual([]);
    const swipe = async () => {
      await finger('touchStart', { x: 300, y: 300 });
      await finger('touchMove', { x: 180, y: 305 });
      await finger('touchEnd');
    };
    // However quick the press is that follows.
    await swipe();
    await page.getByRole('heading', { name: 'Writing reports' }).waitFor();
    await keys.getByRole('button', { name: 'level 2' }).tap();
    await keys.getByRole('button', { name: 'level 2', pressed: true }).waitFor();
    for (let at = 7; at <= 14; at += 1) {
      await page.getByRole('button', { name: /^Next: / }).tap();
      await page.getByText(`Element ${at} of 14`).waitFor();
    }
    await page.getByRole('button', { name: 'Look it over' }).waitFor();
    // A finger that rests on its way from a key to the side says nothing about that key.
    const resting = page.getByRole('button', { name: 'level 5' }).last();
    const { x, y } = (await resting.boundingBox())!;
    const since = await page.evaluate(() => performance.now());
    await finger('touchStart', { x: x + 15, y: y + 15 });
    await finger('touchMove', { x: x - 25, y: y + 15 });
    await page.waitForFunction((at) => performance.now() - at > 600, since);
    await finger('touchEnd');
    expect(await page.getByRole('button', { name: /can’t tell$/, pressed: true }).count()).toBe(0);
    await swipe();
    await page.getByRole('heading', { name: 'Who is finished' }).waitFor();
    expect(await faultsOf(seat, 'matrix-phone-end')).toEqual([]);
    await saved(page);
    expect([await draftOf('P106'), await draftOf('P107')]).toMatchObject([
      { [ratings.keyOf('Production process')]: 4.5 },
      { [ratings.keyOf('Production process')]: null },
    ]);
    await seat.context.close();
  });

  test('without a connection, or an API that answers, what is written stays here, and is saved when it is back', async () => {
    const seat = await stage.seat(`/desk/${round}`, { person: SUPERVISOR });
    const { page, context } = seat;
    await cellOf(page, 'Coaching', '彭一凡').click();
    await context.setOffline(true);
    await page.keyboard.type('2');
    await page.getByText(/^Kept on this device; no connection since/).waitFor();
    await context.setOffline(false);
    await saved(page);
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.keyboard.type('3');
    await page.getByText(/^Kept on this device; no connection since/).waitFor();
    expect(await faultsOf({ ...seat, complaints: [] }, 'matrix-offline')).toEqual([]);
    await page.unroute('**/api/**');
    // The page was left, and comes back with what this device has kept.
    await page.reload();
    await cellOf(page, 'Coaching', '司徒天宇').and(page.getByLabel('level 3')).waitFor();
    await saved(page);
    expect([await draftOf('P106'), await draftOf('P107')]).toMatchObject([
      { [ratings.keyOf('Coaching')]: 2 },
      { [ratings.keyOf('Coaching')]: 3 },
    ]);
    await context.close();
  });

  test('the same people in another tab leave the first one to read; written elsewhere, both are shown', async () => {
    const seat = await stage.seat(`/desk/${round}`, { person: SUPERVISOR });
    const { page } = seat;
    await cellOf(page, 'Coaching', '彭一凡').click();
    const second = await seat.context.newPage();
    await second.goto(`/desk/${round}`);
    await page.getByText('You go on with this in another tab').waitFor();
    await page.getByRole('button', { name: 'Go on here' }).click();
    await second.getByText('You go on with this in another tab').waitFor();
    await second.close();
    const { json } = await ask(stage.api, SUPERVISOR, 'GET', `/api/rounds/${round}/tasks/P106`);
    const { revision, content } = json.draft;
    const drafts = [{ task: 'P106', revision, content: { ...content, [ratings.keyOf('Coaching')]: 1 } }];
    await ask(stage.api, SUPERVISOR, 'PUT', `/api/rounds/${round}/drafts`, { drafts });
    await cellOf(page, 'Coaching', '彭一凡').click();
    await page.keyboard.type('6');
    await page.getByText('彭一凡 was changed elsewhere').waitFor();
    await page.getByRole('button', { name: 'Look at both' }).click();
    expect(await faultsOf({ ...seat, complaints: [] }, 'matrix-conflict')).toEqual([]);
    await page.getByRole('button', { name: 'Go on with this' }).click();
    await saved(page);
    expect(await draftOf('P106')).toMatchObject({ [ratings.keyOf('Coaching')]: 6 });
    await seat.context.close();
  });

  test('three hundred people are asked for as three are, and no more of them is there than is in sight', async () => {
    const read = async (person: string) => {
      const own = await ratings.roundOf('cycle-ratings', person);
      const seat = await stage.seat(undefined, { person });
      const asked: string[] = [];
      seat.page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/api/')) asked.push(pathname.replace(own, ':round'));
      });
      await seat.page.goto(`/desk/${own}`);
      await seat.page.getByRole('heading', { name: 'What have you seen them do?' }).waitFor();
      return { own, seat, asked: [...asked].sort() };
    };
    // Counted before a page is open, which asks for more by itself.
    const [one, other] = await Promise.all(
      [OF_THREE, OF_MANY].map((person) => ratings.roundOf('cycle-ratings', person)),
    );
    const queriesOf = async (person: string, own: string) =>
      (await countingQueries(stage, () => ask(stage.api, person, 'GET', `/api/rounds/${own}/mine`))).queries;
    expect(await queriesOf(OF_MANY, other!)).toBe(await queriesOf(OF_THREE, one!));
    const few = await read(OF_THREE);
    await few.seat.page.getByRole('gridcell').first().waitFor();
    const many = await read(OF_MANY);
    expect(many.asked).toEqual(few.asked);
    const { page } = many.seat;
    expect(await faultsOf(many.seat, 'matrix-posts')).toEqual([]);
    await page.getByRole('link', { name: 'Fitter on the line' }).click();
    await page.locator('[role=gridcell]:focus').waitFor();
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
    expect(await nodes()).toBeLessThan(6_000);
    expect(await faultsOf(many.seat, 'matrix-many')).toEqual([]);
    await page.keyboard.press('3');
    for (let steps = 14; steps > 0; steps -= 1) await page.keyboard.press('ArrowRight');
    for (let steps = 30; steps > 0; steps -= 1) await page.keyboard.press('ArrowDown');
    const focused = page.locator('[role=gridcell]:focus');
    expect(await focused.getAttribute('aria-label')).toMatch(/not rated, 31 of 40, 16 of 280$/);
    expect(await nodes()).toBeLessThan(6_000);
    expect(await faultsOf(many.seat, 'matrix-many-scrolled')).toEqual([]);
    // Back in the list and here again: what was written is here, and goes on.
    await saved(page);
    await page.goBack();
    await page.getByRole('link', { name: 'Fitter on the line' }).click();
    await page.getByRole('gridcell', { name: /, level 3, 1 of 40, 1 of 280$/ }).waitFor();
    // Whoever looks at the list elsewhere takes nothing over.
    const second = await many.seat.context.newPage();
    await second.goto(`/desk/${many.own}`);
    await second.getByRole('heading', { name: 'What have you seen them do?' }).waitFor();
    await second.goto(`/desk/${many.own}?post=nowhere`);
    await second.getByRole('heading', { name: 'Nobody is rated here' }).waitFor();
    await page.getByRole('gridcell', { name: /, level 3, 1 of 40, 1 of 280$/ }).click();
    await page.keyboard.press('4');
    await page.getByRole('gridcell', { name: /, level 4, 1 of 40, 1 of 280$/ }).waitFor();
    await saved(page);
    // Whoever was handed in without a connection is no draft any more in the list.
    await page.getByRole('button', { name: 'By person' }).click();
    await page.getByRole('gridcell', { name: /, level 4, 1 of 40, 1 of 280$/ }).click();
    await page.keyboard.press('Home');
    await page.keyboard.type('3'.repeat(39));
    await many.seat.context.setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('One answer waits for a connection.').waitFor();
    await page.goBack();
    await page.getByText('0 of 280 handed in · One answer waits for a connection.').waitFor();
    await many.seat.context.setOffline(false);
    await page.getByText('1 of 280 handed in').waitFor();
    await Promise.all([few, many].map(({ seat }) => seat.context.close()));
  });

  test.each<[string, Look]>([
    ['desk', {}],
    ['phone', { phone: true }],
  ])('one who rates themselves does it by the same levels, on a %s', async (name, look) => {
    const own = await ratings.roundOf('cycle-self-ratings', 'P105');
    const seat = await stage.seat(`/desk/${own}`, { ...look, person: 'P105' });
    const { page } = seat;
    const keys = page.getByRole('group', { name: 'Working safely' });
    await keys.getByRole('button', { name: 'level 3' }).click();
    await page.keyboard.type('4.');
    await keys.getByRole('button', { name: 'level 4.5', pressed: true }).waitFor();
    await page.getByText('The post requires 3.8.').waitFor();
    expect(await faultsOf(seat, `self-rating-${name}`)).toEqual([]);
    await saved(page);
    await seat.context.close();
  });

  test('whoever is asked is told the post of each form, and what is required apart from its name', async () => {
    const { json } = await ask(stage.api, SUPERVISOR, 'GET', `/api/rounds/${round}/mine`);
    expect(json.forms.map((form: { post: unknown }) => form.post)).toEqual([
      { en: 'Maintenance Technician', 'zh-CN': '维修技师' },
      { en: 'Safety Engineer', 'zh-CN': '安全工程师' },
    ]);
  });

  test('a talk shows the gaps beside the goals, and the plan is signed below both signatures', async () => {
    const levels = async ({ assignee, round: of, id }: OpenTask) => {
      if (assignee !== SUPERVISOR) return null;
      const { json } = await ask(stage.api, assignee, 'GET', `/api/rounds/${of}/tasks/${id}`);
      return Object.fromEntries(
        json.form.fields.map((field: { key: string; kind: string }, i: number) =>
          field.kind === 'score' ? [field.key, 3 + (i % 3) / 2] : [field.key, ''],
        ),
      );
    };
    ratings.course.habits['cycle-ratings'] = levels;
    await ratings.course.to('talks');
    const talk = await ratings.roundOf('cycle-talks', SUPERVISOR);
    const seat = await stage.seat(`/desk/${talk}/P101`, { person: SUPERVISOR });
    const { page } = seat;
    await page.getByRole('heading', { name: 'Where the ratings have found gaps' }).waitFor();
    await page.getByRole('button', { name: 'Add a goal' }).click();
    await page.getByRole('group', { name: 'Goal 2' }).waitFor();
    expect(await faultsOf(seat, 'talk-desk')).toEqual([]);
    await seat.context.close();
    const answer = {
      ...{ held: '2027-06-20', means1: 'course', until1: '2028-02-01', goal1: 'Finds the cause alone.' },
      element1: 'finding.causes',
    };
    const given = await ask(stage.api, SUPERVISOR, 'POST', `/api/rounds/${talk}/tasks/P101/submit`, { answer });
    expect([given.status, given.json.detail]).toEqual([200, undefined]);
    const own = await ratings.roundOf('cycle-signatures', 'P101');
    for (const [name, look] of [
      ['desk', {}],
      ['phone', { phone: true }],
    ] as const) {
      const employee = await stage.seat(`/desk/${own}`, { ...look, person: 'P101' });
      await employee.page.getByRole('heading', { name: 'Finding causes' }).waitFor();
      await employee.page.getByText('林雅婷').first().waitFor();
      await employee.page.getByText(/employee · not signed yet/).waitFor();
      expect(await faultsOf(employee, `signature-${name}`)).toEqual([]);
      await employee.context.close();
    }
  });
});
