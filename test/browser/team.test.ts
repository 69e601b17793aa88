import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, ownerInRoundId, type StreamId } from '../../contracts/ids.ts';
import type { CycleCourse } from '../api/cycle-course.ts';
import { ask } from '../api/harness.ts';
import { START } from '../harness/start.ts';
import type { OpenTask } from '../journeys/journey.ts';
import { chromiumHere, faultsOf, looksInTurn, looksOf, type Seat, Stage } from './stage.ts';
import { LEADER, MANAGER, MANY, MEMBER, namedCompany, yearOf } from './year.ts';

const browser = chromiumHere();
const SLOW = 300_000;

// One year, told in order: each test goes on where the one before has stopped.
(browser ? describe : describe.skip)('people, courses and leaders through a year', () => {
  let stage: Stage;
  let course: CycleCourse;
  /** Whose silence the story needs just now. */
  let silent: (task: { purpose: string; assignee: string }) => boolean = () => false;

  beforeAll(async () => {
    stage = await Stage.open(browser!, {
      begun: START,
      play: async (_, procedure) => {
        await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', namedCompany());
        await procedure.do(ORGANISATION, 'OPS', 'grantRole', { person: LEADER, role: 'leader' });
        return null;
      },
    });
  }, SLOW);
  afterAll(() => stage?.close());

  const ready = (seat: Seat, heading: string | RegExp) =>
    seat.page.getByRole('heading', { name: heading }).first().waitFor();

  /** A page has no fault in any look. */
  async function shown(
    url: string,
    person: string,
    picture: string,
    headings: { readonly en: string | RegExp; readonly zh: string | RegExp; readonly see?: string },
    looks?: Parameters<typeof looksOf>[0],
  ): Promise<void> {
    for (const [name, look] of looks ? looksOf(looks) : looksInTurn()) {
      await speaks(person, look.locale === 'zh-CN' ? 'zh-CN' : null);
      const seat = await stage.glance(url, { ...look, person });
      await ready(seat, look.locale === 'zh-CN' ? headings.zh : headings.en);
      if (headings.see) await seat.page.locator(headings.see).first().waitFor();
      expect([url, name, await faultsOf(seat, `${picture}-${name}`)]).toEqual([url, name, []]);
      await seat.page.close();
    }
    await speaks(person, null);
  }

  /** What somebody wants pages to be in; null: as the directory has it, which is English. */
  async function speaks(person: string, language: 'zh-CN' | null): Promise<void> {
    const { zone, theme, rhythm, quiet } = (await ask(stage.api, person, 'GET', '/api/me/settings')).json;
    const { status } = await ask(stage.api, person, 'PUT', '/api/me/settings', {
      ...{ language, zone },
      theme,
      rhythm,
      quiet,
    });
    expect(status).toBe(200);
  }

  const openOf = async (purpose: string): Promise<OpenTask[]> =>
    (await course.open()).filter((task) => task.purpose === purpose);
  const inPath = (stream: string) => stream.slice(stream.indexOf(':') + 1);
  const offeringOf = ({ round }: OpenTask) => inPath(ownerInRoundId(round as StreamId)!);
  const taskOf = (task: OpenTask) => `/desk/${inPath(task.round)}/${encodeURIComponent(task.id)}`;

  test(
    'before there is a plan, pages say what will be here, and nothing looks like a figure',
    async () => {
      await shown('/team', MANAGER, 'team-empty', { en: 'My team', zh: '我的团队', see: 'a[href="/team/D2-2"]' });
      await shown('/courses', MEMBER, 'courses-empty', { en: 'My courses', zh: '我的课程' }, ['phone-zh-dark']);
      await shown(`/team/${MEMBER}`, MEMBER, 'person-empty', { en: '袁建华', zh: '袁建华' }, ['desk']);
      await shown('/overview', LEADER, 'overview-empty', { en: 'Overview', zh: '总览', see: '#support' }, ['desk']);
    },
    SLOW,
  );

  test(
    'a letter about who is late leads to who it is, what was tried and whom to talk to',
    async () => {
      course = await yearOf(stage, (task) => silent(task));
      silent = ({ purpose, assignee }) => purpose === 'cycle-ratings' && assignee === 'D5-1';
      let round = '';
      await course.until(async () => {
        const [task] = await openOf('cycle-ratings');
        round = task ? inPath(task.round) : round;
        return round !== '' && (await ask(stage.api, LEADER, 'GET', `/api/me/team/late/${round}`)).status === 200;
      }, 'an escalation');
      await stage.deliver();
      const { json } = await ask(stage.api, LEADER, 'GET', `/api/me/team/late/${round}`);
      expect(json.people).toMatchObject([
        { person: 'D5-1', tasks: 4, talkTo: 'D5-1', reminded: expect.arrayContaining([expect.any(Number)]) },
      ]);
      // Whoever was not written to sees nothing, as of a round that is not there.
      for (const person of [MANAGER, 'D5-1', 'D2-2'])
        expect((await ask(stage.api, person, 'GET', `/api/me/team/late/${round}`)).status).toBe(404);
      await shown(`/team?late=${round}`, LEADER, 'team-late', { en: /One of your people is late/, zh: /一人逾期/ });
      const seat = await stage.seat(`/team?late=${round}`, { person: LEADER });
      await seat.page.getByText('Talk with Ravi Nakamura.').waitFor();
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'my team, before and after the plan: gaps, what is not rated, and the cell in focus, by the keyboard',
    async () => {
      await course.to('execution');
      silent = ({ purpose }) => purpose === 'offering-support' || purpose === 'offering-seats';
      await course.until(
        async () => (await openOf('offering-support')).some((t) => t.assignee === MANAGER),
        'a course',
      );
      await shown('/team', MANAGER, 'team', { en: 'My team', zh: '我的团队', see: '[data-at]' });
      const seat = await stage.seat('/team', { person: MANAGER });
      const { page } = seat;
      const grid = page.getByRole('grid', { name: 'Gaps by element and person' });
      await grid.waitFor();
      const cells = grid.getByRole('gridcell').and(page.locator('[data-at]'));
      await cells.first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const focused = page.locator('[data-at="1.1"]');
      expect(await focused.evaluate((cell) => cell === document.activeElement)).toBe(true);
      const second = (await ask(stage.api, MANAGER, 'GET', '/api/me/team')).json.people[1].name;
      await page.getByRole('region', { name: 'The figure in focus' }).getByRole('link', { name: second }).waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('[data-at="5.5"]').getAttribute('aria-selected')).toBe('true');
      // The element that is named as the furthest from its posts is the one whose shown figure is the largest.
      const labels = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')!));
      const { json } = await ask(stage.api, MANAGER, 'GET', '/api/me/team');
      const means: number[] = json.elements.map(({ meanGap }: { meanGap: number | null }) => meanGap ?? -1);
      expect(means).toEqual([...means].sort((a, b) => b - a));
      expect(json.summary.facts.elements[0]).toBe(json.elements[0].element);
      // What is not part of a post is no gap, and what nobody has rated is none either.
      expect(labels.filter((label) => label.includes('not rated'))).toHaveLength(
        json.cells.filter((cell: { rated: number | null }) => cell.rated === null).length,
      );
      expect(labels.filter((label) => label.includes('not part of the post'))).toHaveLength(3);
      expect(labels.filter((label) => label.includes('the plan meets it'))).toHaveLength(
        json.cells.filter((cell: { fate: { code: string } | null }) => cell.fate?.code === 'planned').length,
      );
      await page.getByRole('button', { name: 'As a table' }).click();
      await page.getByRole('table').waitFor();
      expect(await page.getByRole('row').count()).toBe(json.cells.length + 1);
      const gaps = await page.getByRole('row').locator('td:nth-of-type(5)').allInnerTexts();
      const figures = gaps.map((gap) => (gap === 'not rated' ? -1 : Number(gap)));
      expect(figures).toEqual([...figures].sort((a, b) => b - a));
      expect(await faultsOf(seat, 'team-table')).toEqual([]);
      await page.getByRole('button', { name: 'As a table' }).click();
      await page.getByRole('button', { name: 'Required' }).click();
      expect(await faultsOf(seat, 'team-required')).toEqual([]);
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'a change of the plan is asked for with what follows said before',
    async () => {
      const { json } = await ask(stage.api, MANAGER, 'GET', '/api/me/team');
      expect(json.mayAskForChanges).toBe(true);
      const wanted = json.cells.find(
        (cell: { gap: number; element: string; person: string }) =>
          cell.gap > 0 &&
          json.planned.some(
            (one: { raises: string[]; people: string[] }) =>
              one.raises.includes(cell.element) && !one.people.includes(cell.person),
          ),
      );
      const seat = await stage.seat('/team', { person: MANAGER });
      const { page } = seat;
      const row = json.elements.findIndex((e: { element: string }) => e.element === wanted.element);
      const column = json.people.findIndex((p: { person: string }) => p.person === wanted.person);
      await page.locator(`[data-at="${row}.${column}"]`).click();
      await page.getByRole('button', { name: 'Ask for a change' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('Nothing changes yet').waitFor();
      await sheet.getByRole('radio').first().check();
      await sheet.getByRole('textbox', { name: 'Why it is needed' }).fill('The new line starts in spring.');
      expect(await faultsOf(seat, 'team-change')).toEqual([]);
      await sheet.getByRole('button', { name: 'Ask for the seat' }).click();
      await page.getByRole('dialog', { name: 'It is asked for' }).waitFor();
      const changes = await ask(stage.api, MANAGER, 'GET', '/api/cycles/plan-2027/changes');
      expect(JSON.stringify(changes.json)).toContain(wanted.person);
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'one person: abilities, courses, the plan with both signatures; and one’s own',
    async () => {
      await shown(`/team/${MEMBER}`, MANAGER, 'person', { en: '袁建华', zh: '袁建华' });
      await shown('/team/D2-4/plan', MANAGER, 'plan', { en: '吕少华', zh: '吕少华' });
      await shown(`/team/${MEMBER}/plan`, MEMBER, 'plan-own', { en: '袁建华', zh: '袁建华' }, ['phone-zh-dark']);
      const seat = await stage.seat('/team/D2-4/plan', { person: MANAGER });
      await seat.page.getByText('does not agree').waitFor();
      await seat.page.getByText('Too much beside the night shifts.').waitFor();
      await seat.page.goto('/team/D3-1');
      await seat.page.getByRole('heading', { name: 'It is not here, or not yours to see' }).waitFor();
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'more than fifteen people are their posts, of which one is opened',
    async () => {
      await shown('/team', MANY, 'team-posts', { en: 'My team', zh: '我的团队', see: 'a[href*="post="]' });
      const seat = await stage.seat('/team', { person: MANY });
      await seat.page.getByRole('link', { name: /Shift leader/ }).click();
      await seat.page.getByRole('grid').waitFor();
      expect(await seat.page.getByRole('rowheader').count()).toBe(3);
      expect(await faultsOf(seat, 'team-post-open')).toEqual([]);
      await seat.page.getByRole('link', { name: 'All posts' }).click();
      await seat.page.getByRole('link', { name: /Shift leader/ }).waitFor();
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'courses, as who takes part and who teaches sees them',
    async () => {
      const [task] = (await openOf('offering-seats')) as [OpenTask];
      const id = offeringOf(task);
      await shown('/courses', task.assignee, 'courses', { en: 'My courses', zh: '我的课程', see: 'article' });
      await shown(`/courses/${id}`, task.assignee, 'course', { en: / /, zh: /./ });
      const { json } = await ask(stage.api, 'OPS', 'GET', `/api/offerings/${id}`);
      await shown(`/courses/${id}`, json.trainer, 'course-trainer', { en: / /, zh: /./ }, ['phone-zh-dark']);
      await shown('/courses', json.trainer, 'courses-trainer', { en: 'My courses', zh: '我的课程', see: 'article' });
      const seat = await stage.seat(`/courses/${id}`, { person: json.trainer });
      await seat.page.getByRole('button', { name: 'I cannot' }).click();
      await seat.page.getByRole('dialog').getByText('Nothing changes yet').waitFor();
      expect(await faultsOf(seat, 'course-cannot')).toEqual([]);
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'a seat is taken, and what to bring back is said, by the keyboard',
    async () => {
      const [task] = (await openOf('offering-seats')) as [OpenTask];
      await shown(taskOf(task), task.assignee, 'seat', { en: /./, zh: /./, see: 'form [data-field]' });
      const seat = await stage.seat(taskOf(task), { person: task.assignee });
      const { page } = seat;
      await page.getByRole('radio', { name: 'I will come' }).focus();
      await page.keyboard.press('n');
      await page.getByText(/the seat stays free|is asked at once/).waitFor();
      await page.getByRole('radio', { name: 'I cannot come' }).focus();
      await page.keyboard.press('y');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/\/desk(\/[^/]+)?$/);
      expect(
        (await ask(stage.api, task.assignee, 'GET', `/api/rounds/${inPath(task.round)}/tasks/${task.id}`)).json,
      ).toMatchObject({
        answer: { comes: true },
      });
      await seat.context.close();
      const said = (await openOf('offering-support')).find(({ assignee }) => assignee === MANAGER)!;
      await shown(taskOf(said), MANAGER, 'support', { en: /./, zh: /./, see: 'form [data-field]' });
      const manager = await stage.seat(taskOf(said), { person: MANAGER });
      await manager.page.getByRole('button', { name: 'Begin with this' }).click();
      await manager.page.getByRole('radio', { name: 'Yes' }).check();
      await manager.page.keyboard.press('Control+Enter');
      await manager.page.waitForURL((url) => !url.pathname.endsWith(encodeURIComponent(said.id)));
      await manager.context.close();
    },
    SLOW,
  );

  test(
    'a seat is given up with who is next said before',
    async () => {
      const held = (await openOf('offering-seats'))[0]!;
      const id = offeringOf(held);
      const seat = await stage.seat(`/courses/${id}`, { person: held.assignee });
      await seat.page.getByRole('button', { name: 'Give up my seat' }).click();
      const sheet = seat.page.getByRole('dialog');
      await sheet.getByText(/Nobody waits for it yet/).waitFor();
      expect(await faultsOf(seat, 'course-give-up')).toEqual([]);
      await sheet.getByRole('textbox', { name: 'Reason' }).fill('My shift has changed.');
      await sheet.getByRole('button', { name: 'Give up the seat' }).click();
      await seat.page.getByText('Seat given up').waitFor();
      await seat.page.getByRole('button', { name: 'I would like a seat' }).waitFor();
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'who was absent is pressed, and feedback takes six presses',
    async () => {
      silent = ({ purpose }) => purpose === 'offering-attendance';
      await course.until(async () => (await openOf('offering-attendance')).length > 0, 'attendance');
      const [list] = (await openOf('offering-attendance')) as [OpenTask];
      await shown(taskOf(list), list.assignee, 'attendance', { en: /./, zh: /./, see: 'form [data-field]' });
      const trainer = await stage.seat(taskOf(list), { person: list.assignee });
      const { page } = trainer;
      const people = page.getByRole('list').getByRole('button');
      await people.first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await page.getByText(/one was absent/).waitFor();
      expect(await people.nth(1).getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/\/desk(\/[^/]+)?$/);
      const { json } = await ask(stage.api, list.assignee, 'GET', `/api/rounds/${inPath(list.round)}/tasks/${list.id}`);
      expect(json.answer.absent).toHaveLength(1);
      await trainer.context.close();
      silent = ({ purpose }) => purpose === 'offering-reaction';
      await course.until(async () => (await openOf('offering-reaction')).length > 0, 'feedback');
      const [asked] = (await openOf('offering-reaction')) as [OpenTask];
      await shown(taskOf(asked), asked.assignee, 'reaction', { en: /./, zh: /./, see: 'form [data-field]' });
      const seat = await stage.seat(taskOf(asked), { person: asked.assignee });
      await seat.page.getByRole('radio', { name: '1', exact: true }).first().focus();
      await seat.page.keyboard.type('4534y');
      await seat.page.keyboard.press('Control+Enter');
      await seat.page.waitForURL(/\/desk(\/[^/]+)?$/);
      const given = await ask(stage.api, asked.assignee, 'GET', `/api/rounds/${inPath(asked.round)}/tasks/${asked.id}`);
      expect(given.json.answer).toMatchObject({
        relevance: 4,
        trainer: 5,
        organisation: 3,
        overall: 4,
        recommends: true,
      });
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'what came of a course at work is asked of both',
    async () => {
      silent = ({ purpose }) => purpose === 'offering-transfer';
      await course.until(
        async () => (await openOf('offering-transfer')).some((task) => task.assignee === MANAGER),
        'a follow-up',
      );
      const asked = (await openOf('offering-transfer')).find((task) => task.assignee === MANAGER)!;
      await shown(taskOf(asked), MANAGER, 'transfer', { en: /./, zh: /./, see: 'form [data-field]' });
      await shown(`/team/${asked.aboutPerson}`, MANAGER, 'person-after', { en: /./, zh: /./ }, ['desk']);
      const id = offeringOf(asked);
      const { json } = await ask(stage.api, 'OPS', 'GET', `/api/offerings/${id}`);
      for (const { person, present } of json.participants) {
        const { status } = await ask(stage.api, person, 'GET', `/api/offerings/${id}/certificate.pdf`);
        expect([person, status]).toEqual([person, present ? 200 : 404]);
      }
      const seat = await stage.seat(`/courses/${id}`, { person: asked.aboutPerson! });
      await seat.page.getByRole('button', { name: 'My certificate' }).click();
      const sheet = seat.page.getByRole('dialog');
      await sheet.getByText('Certificate of Completion').first().waitFor({ state: 'attached' });
      expect(await faultsOf(seat, 'course-certificate')).toEqual([]);
      await seat.context.close();
    },
    SLOW,
  );

  test(
    'a leader’s one screen at the end of the year; on a phone what is asked comes first',
    async () => {
      silent = () => false;
      await course.to('feedback');
      await shown('/overview', LEADER, 'overview', { en: /promise/, zh: /预期/ });
      const seat = await stage.seat('/', { person: LEADER });
      await seat.page.waitForURL('**/overview');
      const { json } = await ask(stage.api, LEADER, 'GET', '/api/me/overview');
      const promised = seat.page.getByRole('region', { name: 'Promised and measured' });
      await promised.getByRole('button', { name: 'As a table' }).click();
      expect(await promised.getByRole('row').count()).toBe(Math.min(12, json.offerings.length) + 1);
      await seat.page.getByText('only you see this').waitFor();
      expect(await faultsOf(seat, 'overview-table')).toEqual([]);
      await seat.context.close();
      const me = await ask(stage.api, LEADER, 'GET', '/api/me');
      const phone = await stage.seat('/', { person: LEADER, phone: true });
      await phone.page.waitForURL(me.json.openTasks > 0 ? '**/desk' : '**/overview');
      await phone.context.close();
    },
    SLOW,
  );
});
