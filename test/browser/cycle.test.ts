import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { UNSAID } from '../../contracts/settings.ts';
import { ask } from '../api/harness.ts';
import { CycleOnStage, OPENED } from './cycle.ts';
import { chromiumHere, faultsOf, type Look, looksInTurn, type Seat, Stage } from './stage.ts';

const browser = chromiumHere();

// One story, told in order: each test goes on where the one before has stopped.
(browser ? describe : describe.skip)('a training-plan cycle in the web app', () => {
  let stage: Stage;
  let cycle: CycleOnStage;
  beforeAll(async () => {
    stage = await Stage.open(browser!, OPENED);
    cycle = new CycleOnStage(stage);
  });
  afterAll(async () => {
    await participant?.context.close();
    await stage?.close();
  });

  /** Somebody reads pages in a language from now on. */
  async function speaks({ person, locale }: Look & { readonly person: string }): Promise<void> {
    const language = locale === 'zh-CN' ? 'zh-CN' : 'en';
    const said = await ask(stage.api, person, 'PUT', '/api/me/settings', { ...UNSAID, language });
    expect([person, said.status]).toEqual([person, 200]);
  }

  /** Somebody sits down, with the language that they have chosen for themselves. */
  async function sit(url: string, look: Look & { readonly person: string }): Promise<Seat> {
    await speaks(look);
    return stage.seat(url, look);
  }

  /** Whoever signs in by the link of a letter, and stays signed in on their phone. */
  let participant: Seat;

  /** What is asked is there, and what it is about has come before. */
  const ASKED = 'form [data-field]';

  const PHONE = (person: string) => ({ person, phone: true, locale: 'zh-CN' }) as const;

  /** On a phone what is asked about stands above the question. */
  async function aboutFirst(page: Page): Promise<void> {
    // What it is about comes apart from the form.
    await page.waitForFunction(() => {
      const [about, asked] = ['main h1', 'form [data-field]'].map((one) => document.querySelector(one));
      return about && asked && about.getBoundingClientRect().bottom <= asked.getBoundingClientRect().top;
    });
    expect(await page.getByRole('button', { name: '材料' }).count()).toBe(0);
  }

  /** An answer is sent by its button, and taken. */
  async function isIn(page: Page, button: string): Promise<void> {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('status').getByText('已提交').waitFor();
  }

  /** The participant follows the next letter that says something. */
  async function follows(words: RegExp): Promise<Page> {
    const { page } = participant;
    await page.goto(await stage.linkSaying('d2-2@example.com', words));
    // The threshold speaks what this browser spoke last.
    await page.getByRole('button', { name: /^(继续|Go on)$/ }).click();
    await page.waitForURL(/\/desk\//);
    await aboutFirst(page);
    return page;
  }

  /** Somebody opens a page: it has no fault in any look. */
  async function lookAt(
    what: string,
    url: string,
    person: string,
    heading: Readonly<Record<'en' | 'zh', string | RegExp>>,
    see = 'main',
  ): Promise<void> {
    for (const [name, look] of looksInTurn()) {
      await speaks({ ...look, person });
      const seat = await stage.glance(url, { ...look, person });
      const said = look.locale === 'zh-CN' ? heading.zh : heading.en;
      await seat.page.getByRole('heading', { name: said }).first().waitFor();
      await seat.page.locator(see).first().waitFor();
      expect([what, name, await faultsOf(seat, `${what}-${name}`)]).toEqual([what, name, []]);
      await seat.page.close();
    }
  }

  test('a department is asked to take part, and sees what is asked of it and when', async () => {
    cycle.leave('cycle-mobilisation', 'D2-1');
    await cycle.until('cycle-mobilisation', 'D2-1');
    const path = await cycle.pathOf('cycle-mobilisation', 'D2-1');
    await lookAt('mobilisation', path, 'D2-1', { en: 'Production', zh: '生产部' }, ASKED);
    const seat = await sit(path, { person: 'D2-1' });
    await seat.page.getByText('Production is asked to take part with its 5 people').waitFor();
    await seat.page.getByText('If you say nothing, the department takes part and you speak for it.').waitFor();
    await seat.page.getByRole('radio', { name: 'Yes, I speak for it' }).check();
    await seat.page.keyboard.press('Control+Enter');
    await seat.page.getByRole('status').getByText('is in.').waitFor();
    await seat.context.close();
  });

  test('a head who would decline is asked why, on a phone below what it is about, and takes part after all', async () => {
    const { page, context } = await sit(await cycle.pathOf('cycle-mobilisation', 'D3-1'), PHONE('D3-1'));
    await aboutFirst(page);
    await page.getByRole('radio', { name: /^不参与/ }).check();
    await page.getByRole('textbox', { name: /^不参与的理由/ }).waitFor();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').getByText('不参与的理由').waitFor();
    await page.getByRole('radio', { name: '参与，由我代表' }).check();
    await isIn(page, '提交');
    await context.close();
  });

  test('a supervisor rates their people by the keyboard, and hands all of them in', async () => {
    cycle.leave('cycle-ratings', 'D2-1');
    await cycle.until('cycle-ratings', 'D2-1');
    const { page, context } = await sit(await cycle.pathOf('cycle-ratings', 'D2-1', true), { person: 'D2-1' });
    await page.locator('[role=gridcell]:focus').waitFor();
    // Four people by four elements: whoever lags is a level below in all but the third.
    for (const row of ['34.34.', '3434', '4444', '3434']) await page.keyboard.type(row);
    await page.getByText('Four people are finished.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^4 people are in: /).waitFor();
    await context.close();
  });

  test('the talk is written down by the keyboard, and signed on a phone by the link of the letter', async () => {
    cycle.leave('cycle-talks', 'D2-1');
    cycle.leave('cycle-signatures', 'D2-2');
    await cycle.until('cycle-talks', 'D2-1');
    const path = await cycle.pathOf('cycle-talks', 'D2-1');
    await lookAt('talk', path, 'D2-1', { en: '董静怡', zh: '董静怡' }, ASKED);
    const { page, context } = await sit(path, { person: 'D2-1' });
    await page.getByLabel('The talk was held on').fill('2026-11-20');
    const goal = page.getByRole('group', { name: 'Goal 1' });
    await goal.getByRole('radio', { name: 'Welding' }).press('Space');
    await goal.getByRole('radio', { name: 'Course' }).press('Space');
    await goal.getByLabel('by when').fill('2027-09-30');
    await goal.getByRole('textbox', { name: /what will be different/ }).fill('Welds alone.');
    expect(await faultsOf({ page, context, complaints: [] }, 'talk-written-desk')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText('is in.').waitFor();
    cycle.goOn('cycle-talks');
    await cycle.until('cycle-signatures', 'D2-2');
    await speaks(PHONE('D2-2'));
    participant = await stage.seat(await stage.linkSaying('d2-2@example.com', /个人发展计划/), {
      ...{ phone: true, locale: 'zh-CN' },
    });
    await participant.page.getByRole('button', { name: '登录并继续' }).click();
    await aboutFirst(participant.page);
    await participant.page.getByText('Welds alone.').waitFor();
    await participant.page.getByText('如未答复，该计划记为未确认。').waitFor();
    expect(await faultsOf(participant, 'signature-phone-zh')).toEqual([]);
    await participant.page.getByRole('radio', { name: '是' }).check();
    await isIn(participant.page, '提交');
    await page.goto('/team/D2-2/plan');
    await page.getByText('signed by both').waitFor();
    await context.close();
  });

  test('a head puts the needs of the department in order, drops one below the line, and states another, by keyboard', async () => {
    cycle.leave('cycle-needs', 'D2-1', 'D3-1', 'D4-1');
    cycle.leave('cycle-questions', 'D2-1');
    await cycle.until('cycle-needs', 'D2-1');
    const path = await cycle.pathOf('cycle-needs', 'D2-1');
    await lookAt('needs', path, 'D2-1', { en: 'Production', zh: '生产部' });
    const seat = await sit(path, { person: 'D2-1' });
    const { page } = seat;
    // They are seen before anything is said of them.
    const rows = page.getByRole('list', { name: 'Needs in the order' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByRole('radio', { name: /^We need training/ }).focus();
    await page.keyboard.press('Space');
    const first = await rows
      .first()
      .getByText(/^(Welding|Health|Coaching)/)
      .first()
      .innerText();
    await rows.first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('status').getByText('2 of 3').waitFor({ state: 'attached' });
    expect(await rows.nth(1).innerText()).toContain(first.split(' to ')[0]!);
    // The last of them goes below the line, as the row that follows it.
    await rows.nth(2).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('status').getByText('Below the line: dropped').waitFor({ state: 'attached' });
    expect(await faultsOf(seat, 'needs-ordered-desk')).toEqual([]);
    await page.getByRole('button', { name: 'State another need' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: 'State another need' });
    await sheet.getByLabel('What is needed').selectOption({ label: 'Planning work' });
    await sheet.getByRole('checkbox', { name: '林晓东' }).check();
    await sheet.getByLabel('What they are to be able to do afterwards').fill('Plan a day of work');
    expect(await faultsOf(seat, 'needs-another-desk')).toEqual([]);
    await sheet.getByRole('button', { name: 'State this need' }).press('Enter');
    const asked = page.getByText('A question about it has been asked');
    await asked.or(sheet.getByRole('alert')).first().waitFor();
    expect(await sheet.getByRole('alert').allInnerTexts()).toEqual([]);
    await sheet.waitFor({ state: 'detached' });
    expect(await faultsOf(seat, 'needs-stated-desk')).toEqual([]);
    await page.getByRole('button', { name: 'Change', exact: true }).press('Enter');
    const change = page.getByRole('dialog', { name: 'Change a need' });
    await change.getByLabel('What they are to be able to do afterwards').fill('Plan a week of work alone');
    await change.getByRole('button', { name: 'Change this need' }).press('Enter');
    await change.waitFor({ state: 'detached' });
    await page.getByText('Plan a week of work alone').waitFor();
    expect(await page.getByText('Plan a day of work').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').getByText('is in.').waitFor();
    const { needs } = await cycle.read('/needs?department=D2');
    const states = needs.map((need: { element: string; state: string; rank: number }) => [need.state, need.rank]);
    expect(states.filter(([state]: [string]) => state === 'confirmed').length).toBeGreaterThanOrEqual(2);
    expect(states.filter(([state]: [string]) => state === 'dropped')).toHaveLength(1);
    await seat.context.close();
  });

  test('a finger drags a need, and a department that needs nothing says why in the same place', async () => {
    const seat = await sit(await cycle.pathOf('cycle-needs', 'D3-1'), {
      ...{ person: 'D3-1', phone: true, locale: 'zh-CN' },
    });
    const { page } = seat;
    const rows = page.getByRole('list', { name: '按需要程度' }).getByRole('listitem');
    const before = await rows.nth(0).innerText();
    await rows.nth(2).scrollIntoViewIfNeeded();
    const grip = await rows.nth(0).locator('[aria-hidden=true]').first().boundingBox();
    const target = await rows.nth(1).boundingBox();
    await page.mouse.move(grip!.x + 10, grip!.y + 10);
    await page.mouse.down();
    await page.mouse.move(grip!.x + 10, target!.y + target!.height - 4, { steps: 6 });
    await page.mouse.up();
    await expect(rows.nth(1).innerText()).resolves.toContain(before.split('\n')[1]!);
    // Whoever puts them in order says that they need them.
    await page.getByRole('radio', { name: /^我们有培训需求/, checked: true }).waitFor();
    expect(await faultsOf(seat, 'needs-ordered-phone-zh')).toEqual([]);
    await page.getByRole('button', { name: '填报其他需求' }).click();
    const sheet = page.getByRole('dialog', { name: '填报其他需求' });
    await sheet.getByLabel('需要什么').selectOption({ label: '工作计划' });
    await sheet.getByLabel('培训后应能做到什么').fill('独立安排一周的工作');
    await sheet.getByRole('button', { name: '填报此需求' }).click();
    await page.getByText('已就此提出询问').waitFor();
    await page.getByRole('button', { name: '撤回', exact: true }).click();
    const taken = page.getByRole('dialog', { name: '撤回需求' });
    await taken.getByRole('textbox').fill('已另行安排');
    expect(await faultsOf(seat, 'needs-withdraw-phone-zh')).toEqual([]);
    await taken.getByRole('button', { name: '撤回此需求' }).click();
    await page.getByText('已就此提出询问').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: /^零需求申报/ }).check();
    await page.getByRole('textbox').first().waitFor();
    expect(await faultsOf(seat, 'needs-nil-phone-zh')).toEqual([]);
    await page.getByRole('radio', { name: /^我们有培训需求/ }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('status').getByText('已提交').waitFor();
    await seat.context.close();
    const last = await sit(await cycle.pathOf('cycle-needs', 'D4-1'), { person: 'D4-1' });
    await last.page.getByRole('radio', { name: /^We need training/ }).check();
    await last.page.keyboard.press('Control+Enter');
    await last.page.getByRole('status').getByText('is in.').waitFor();
    await last.context.close();
  });

  test('a question that is asked back is answered beside its need', async () => {
    await cycle.until('cycle-questions', 'D2-1');
    const path = await cycle.pathOf('cycle-questions', 'D2-1');
    await lookAt('question', path, 'D2-1', { en: 'Which problem', zh: '该需求要解决什么业务问题' });
    const seat = await sit(path, { person: 'D2-1' });
    await seat.page.getByText('Plan a week of work alone').waitFor();
    await seat.page.getByRole('radio', { name: 'Yes' }).check();
    await seat.page.getByRole('textbox').fill('Shifts begin without material.');
    await seat.page.keyboard.press('Control+Enter');
    await seat.page.getByRole('status').getByText('is in.').waitFor();
    await seat.context.close();
  });

  test('a leader is asked for money in whole units', async () => {
    cycle.leave('cycle-commitments', 'D1-1');
    await cycle.until('cycle-commitments', 'D1-1');
    const path = await cycle.pathOf('cycle-commitments', 'D1-1');
    const words = { en: 'The training budget of the year', zh: '年度培训经费' };
    await lookAt('commitment', path, 'D1-1', words);
    const seat = await sit(path, { person: 'D1-1', locale: 'zh-CN' });
    await seat.page.getByText('200,000').waitFor();
    await seat.page.getByText('如未答复，视为不予承诺').waitFor();
    await seat.page.getByRole('radio').first().check();
    await seat.page.keyboard.press('Control+Enter');
    await seat.page.getByRole('status').getByText('已提交').waitFor();
    await seat.context.close();
  });

  describe('approval', () => {
    let returned: string[];

    test('an approver sees the version, opens it as PDF in place, and returns two offerings by keyboard', async () => {
      cycle.leave('cycle-approval', 'D2-1', 'D3-1');
      await cycle.until('cycle-approval', 'D2-1');
      const path = await cycle.pathOf('cycle-approval', 'D2-1');
      await lookAt('approval-first', path, 'D2-1', { en: /needs your decision/, zh: /请您审批/ });
      const seat = await sit(path, { person: 'D2-1' });
      const { page } = seat;
      await page.getByRole('radio', { name: /^Approve The plan goes on/ }).waitFor();
      // Nothing is chosen beforehand.
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await page.getByRole('button', { name: 'PDF' }).press('Enter');
      const sheet = page.getByRole('dialog', { name: /plan-\d\.pdf/ });
      await sheet.getByText(/2027/).first().waitFor({ state: 'attached' });
      await sheet.getByText(/^\d+ pages?$/).waitFor();
      expect(await faultsOf(seat, 'pdf-desk')).toEqual([]);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await page.getByRole('tab', { name: /What was left out/ }).click();
      expect(await faultsOf(seat, 'approval-left-desk')).toEqual([]);
      await page.getByRole('tab', { name: /My people/ }).press('Enter');
      expect(await faultsOf(seat, 'approval-people-desk')).toEqual([]);
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Keys' });
      for (const what of ['Return with comments', 'submit']) await keys.getByText(what).waitFor();
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'detached' });
      await page.keyboard.press('3');
      await page.getByRole('button', { name: /Return version/ }).waitFor();
      await page.getByText(/^None named: opens all/).waitFor();
      const boxes = page.getByRole('checkbox');
      for (const at of [0, 1]) {
        await boxes.nth(at).focus();
        await page.keyboard.press('Space');
      }
      returned = await page
        .locator('label:has(input[type=checkbox]:checked)')
        .evaluateAll((labels) => labels.map((label) => /O-\d+/.exec(label.textContent!)![0]));
      await page.getByText(/^Opens 2 of \d+ offerings again; \d+ stay as they are\.$/).waitFor();
      await page.getByRole('textbox').fill('Both fall on the days of the stocktaking.');
      expect(await faultsOf(seat, 'approval-return-desk')).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status').getByText('is in.').waitFor();
      await seat.context.close();
    });

    test('another approver has three buttons on a phone, each of which says first what follows', async () => {
      const path = await cycle.pathOf('cycle-approval', 'D3-1');
      const seat = await sit(path, { person: 'D3-1', phone: true });
      const { page } = seat;
      await page.getByRole('button', { name: 'Return', exact: true }).click();
      await page
        .getByRole('dialog', { name: 'Return with comments' })
        .getByText(/^None named: opens all/)
        .waitFor();
      expect(await faultsOf(seat, 'approval-return-phone')).toEqual([]);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'Conditions' }).click();
      const sheet = page.getByRole('dialog', { name: 'Approve with conditions' });
      await sheet.getByText('It goes on all the same').waitFor();
      expect(await faultsOf(seat, 'approval-sheet-phone')).toEqual([]);
      await sheet.getByRole('button', { name: /Approve version \d with conditions/ }).click();
      await page.getByText('One answer needs another look').waitFor();
      await sheet.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'PDF' }).click();
      await page
        .getByRole('dialog', { name: /plan-\d\.pdf/ })
        .getByText(/^\d+ pages?$/)
        .waitFor();
      expect(await faultsOf(seat, 'pdf-phone')).toEqual([]);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      await page
        .getByRole('dialog', { name: 'Approve' })
        .getByRole('button', { name: /Approve version/ })
        .click();
      await page.getByRole('status').getByText('is in.').waitFor();
      await seat.context.close();
    });

    test('the second version shows what has changed, with rooms, people, days and money as people call them', async () => {
      const { version } = await cycle.read('/plan');
      await cycle.course.until(async () => (await cycle.read('/plan')).version > version, 'the plan compiled anew');
      const { plan } = await cycle.read('/plan');
      for (const [at, id] of returned.entries()) {
        const { days } = plan.offerings.find((o: { id: string }) => o.id === id);
        const later = days.map((d: string) => new Date(Date.parse(d) + 14 * 86_400_000).toISOString().slice(0, 10));
        const rest = at ? { room: 'R-1' } : {};
        await cycle.command('amendOffering', { offering: id, days: later, ...rest, reason: 'After the stocktaking.' });
      }
      await cycle.until('cycle-approval', 'D2-1');
      const path = await cycle.pathOf('cycle-approval', 'D2-1');
      const heading = { en: 'Two offerings have changed since you last looked', zh: /^自您上次查看后，有两个班次变更/ };
      await lookAt('approval', path, 'D2-1', heading);
      const seat = await sit(path, { person: 'D2-1' });
      const { page } = seat;
      // It was she who returned it: she reads that once.
      await page.getByText(/^You returned version \d/).waitFor();
      expect(await page.getByText('returned version').count()).toBe(1);
      await page.getByText('Both fall on the days of the stocktaking.').waitFor();
      const changed = page.getByRole('tabpanel');
      for (const id of returned) await changed.getByText(id, { exact: true }).waitFor();
      expect(await changed.innerText()).not.toMatch(/R-\d|D\d-\d|\d{4}-\d\d-\d\d|M-\d{4}/);
      await page.keyboard.press('1');
      expect(await faultsOf(seat, 'approval-approve-desk')).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status').getByText('is in.').waitFor();
      await seat.context.close();
    });

    test('top management reads the whole plan in its own language, and approves it', async () => {
      cycle.goOn('cycle-approval');
      cycle.leave('cycle-approval', 'D1-2');
      await cycle.until('cycle-approval', 'D1-2');
      const seat = await sit(await cycle.pathOf('cycle-approval', 'D1-2'), { person: 'D1-2', locale: 'zh-CN' });
      const { page } = seat;
      await page.getByRole('tab', { name: /^全部计划/ }).click();
      await page.getByText('可靠焊缝').first().waitFor();
      await page.getByRole('region', { name: '材料' }).waitFor();
      expect(await faultsOf(seat, 'approval-whole-desk-zh')).toEqual([]);
      await page.keyboard.press('1');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status').getByText('已提交').waitFor();
      await seat.context.close();
    });

    test('the words of a difference are the same facts in both languages', async () => {
      const said = async (person: string) =>
        (await ask(stage.api, person, 'GET', '/api/cycles/plan-2027/plan/difference?from=1')).json.facts;
      const facts = await said('OPS');
      expect(facts.length).toBeGreaterThan(1);
      for (const { text } of facts) {
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(`${text.en} ${text['zh-CN']}`).not.toMatch(/\bR-\d|\bD\d-\d|\d{4}-\d\d-\d\d/);
      }
    });
  });

  test('everybody finds the approved plan, with the names of their own people alone', async () => {
    cycle.goOn('cycle-approval');
    await cycle.course.until(async () => (await cycle.read('')).stage === 'execution', 'execution');
    await lookAt('plan', '/plan', 'D1-1', { en: 'Training plan 2027', zh: '2027 年培训计划' });
    await lookAt('plan-employee', '/plan/plan-2027', 'D2-2', { en: 'Training plan 2027', zh: '2027 年培训计划' });
    const seat = await sit('/plan', { person: 'D2-2' });
    const { page } = seat;
    await page.getByRole('heading', { name: 'Training plan 2027' }).waitFor();
    await page.waitForURL(/\/plan\/plan-2027$/);
    await page.getByRole('tab', { name: /My people/ }).press('Enter');
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('董静怡');
    expect(shown).not.toMatch(/林晓东|Noor Haddad/);
    expect(await page.getByRole('tab', { name: 'Money' }).count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').innerText()).toMatch(/Fingerprint [0-9a-f]{64}/);
    expect((await faultsOf(seat, 'plan-print')).filter((fault) => !fault.includes('color-contrast'))).toEqual([]);
    await seat.context.close();
    const leader = await sit('/plan/plan-2027', { person: 'D1-1' });
    for (const [tab, name] of [
      ['By course', 'course'],
      ['Places', 'places'],
      ['Money', 'money'],
      ['Left out', 'left'],
    ]) {
      await leader.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      expect([tab, await faultsOf(leader, `plan-${name}-desk`)]).toEqual([tab, []]);
    }
    await leader.context.close();
  });

  test('a change in an emergency says so in red, with what it was and what it is', async () => {
    const [line] = (await cycle.read('/plan')).lines;
    const room = line.planned.room === 'R-1' ? 'R-2' : 'R-1';
    cycle.leave('cycle-changes', 'D1-1', 'D1-2', 'D1-3');
    await cycle.command('requestChange', {
      ...{ emergency: true, reason: 'The ceiling has come down.' },
      change: { kind: 'move', offering: line.planned.id, days: line.planned.days, room },
    });
    const who = await Promise.any(
      ['D1-1', 'D1-2', 'D1-3'].map(async (person) => ({ person, path: await cycle.pathOf('cycle-changes', person) })),
    );
    await lookAt('change', who.path, who.person, { en: 'Move an offering', zh: '调整班次' });
    const seat = await sit(who.path, { person: who.person });
    await seat.page.getByText('An emergency: it is carried out now').waitFor();
    await seat.page.getByText('The ceiling has come down.').waitFor();
    await seat.page.getByText('asked for by Ruth Okafor').waitFor();
    await seat.page.getByRole('heading', { name: /^For \d+ people the days or the place change$/ }).waitFor();
    await seat.page.getByRole('radio', { name: 'Approve' }).check();
    await seat.page.keyboard.press('Control+Enter');
    await seat.page.getByRole('status').getByText('is in.').waitFor();
    await seat.context.close();
  });

  test('whoever has a seat takes it on a phone, where it says what it is before it asks; their supervisor says what to bring back', async () => {
    cycle.leave('offering-seats', 'D2-2');
    cycle.leave('offering-support', 'D2-1');
    await cycle.until('offering-seats', 'D2-2');
    await speaks(PHONE('D2-2'));
    const page = await follows(/确认是否参加/);
    await page.getByText('如未答复，名额仍为您保留').waitFor();
    expect(await faultsOf(participant, 'seat-phone-zh')).toEqual([]);
    await page.getByRole('radio', { name: '我无法参加' }).check();
    await page.getByText(/名额将空出|人候补/).waitFor();
    await page.getByRole('radio', { name: '我参加' }).check();
    await isIn(page, '提交');
    await cycle.until('offering-support', 'D2-1');
    const path = await cycle.pathOf('offering-support', 'D2-1');
    await lookAt('support', path, 'D2-1', { en: /./, zh: /./ }, ASKED);
    const seat = await sit(path, { person: 'D2-1' });
    await seat.page.getByRole('button', { name: 'Begin with this' }).press('Enter');
    await seat.page.getByRole('radio', { name: 'Yes' }).focus();
    await seat.page.keyboard.press('y');
    await seat.page.keyboard.press('Control+Enter');
    await seat.page
      .getByRole('status')
      .getByText(/is in[.,]/)
      .waitFor();
    await seat.context.close();
    for (const purpose of ['offering-seats', 'offering-support']) cycle.goOn(purpose);
  });

  test('the trainer presses who was absent by the keyboard, and feedback takes six presses', async () => {
    cycle.leave('offering-attendance', 'D3-3', 'D4-3');
    cycle.leave('offering-reaction', 'D2-2');
    const list = await cycle.anyOf('offering-attendance', (about) => about.includes('D2-2'));
    await lookAt('attendance', list.path, list.person, { en: /./, zh: /./ }, ASKED);
    const seat = await sit(list.path, { person: list.person });
    const people = seat.page.getByRole('list').getByRole('button');
    await people.first().focus();
    const names = await people.allInnerTexts();
    const other = names.findIndex((name) => !name.includes('董静怡'));
    for (let at = 0; at < other; at += 1) await seat.page.keyboard.press('ArrowDown');
    await seat.page.keyboard.press('Space');
    await seat.page.getByText(/one was absent/).waitFor();
    expect(await people.nth(other).getAttribute('aria-pressed')).toBe('true');
    await seat.page.keyboard.press('Control+Enter');
    await seat.page
      .getByRole('status')
      .getByText(/is in[.,]/)
      .waitFor();
    await seat.context.close();
    cycle.goOn('offering-attendance');
    await cycle.until('offering-reaction', 'D2-2');
    const page = await follows(/课程反馈/);
    expect(await faultsOf(participant, 'reaction-phone-zh')).toEqual([]);
    await page.getByRole('radio', { name: '1', exact: true }).first().focus();
    await page.keyboard.type('4534y');
    await isIn(page, '提交');
    cycle.goOn('offering-reaction');
  });

  test('what came of it at work is said by both: the supervisor by keys as in the ratings, the participant on the phone', async () => {
    cycle.leave('offering-transfer', 'D2-1', 'D2-2');
    await cycle.until('offering-transfer', 'D2-1');
    const path = await cycle.pathOf('offering-transfer', 'D2-1');
    await lookAt('transfer', path, 'D2-1', { en: /./, zh: /./ }, ASKED);
    const seat = await sit(path, { person: 'D2-1' });
    await seat.page.getByRole('radio', { name: '1', exact: true }).first().focus();
    await seat.page.keyboard.press('4');
    const levels = seat.page.getByRole('group', { name: /^Level now/ });
    await levels.getByRole('button', { name: 'level 3' }).focus();
    await seat.page.keyboard.type('3.');
    await levels.getByRole('button', { name: 'level 3.5', pressed: true }).waitFor();
    expect(await faultsOf(seat, 'transfer-answered-desk')).toEqual([]);
    await seat.page.keyboard.press('Control+Enter');
    await seat.page
      .getByRole('status')
      .getByText(/is in[.,]/)
      .waitFor();
    await seat.context.close();
    const page = await follows(/在岗应用/);
    expect(await faultsOf(participant, 'transfer-phone-zh')).toEqual([]);
    await page.getByRole('radio', { name: '5', exact: true }).check();
    await isIn(page, '提交');
    cycle.goOn('offering-transfer');
  });

  test('what came of it is a picture and a table, and small groups are hidden with why', async () => {
    await cycle.course.to('closed');
    await lookAt('effect', '/plan/plan-2027/effect', 'D1-1', {
      en: /^Of [\d.]+ points promised/,
      zh: /^预期弥补/,
    });
    const seat = await sit('/plan/plan-2027/effect', { person: 'D1-1' });
    const { page } = seat;
    await page.getByRole('button', { name: 'As a table' }).first().press('Enter');
    await page.getByRole('table').first().waitFor();
    await page.getByText('“Too few” means').first().waitFor();
    expect(await faultsOf(seat, 'effect-table-desk')).toEqual([]);
    await seat.context.close();
  });
});
