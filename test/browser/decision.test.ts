import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ask } from '../api/harness.ts';
import { chromiumHere, faultsOf, Stage } from './stage.ts';
import { CAST, type OpenTask, openTasks, othersUntil, PATH, TRAINERS_CALLED } from './trainers-story.ts';

const browser = chromiumHere();

const FORM = {
  profile: 'Twenty years at the line.',
  topics: ['quality'],
  outline: 'Why valves stick.',
  hoursPerMonth: 4,
};

// What comes after the reviews, told in order.
(browser ? describe : describe.skip)('reviews far apart and the decision of the panel in the app', () => {
  let stage: Stage;
  const must = async (who: string, path: string, body: object) => {
    const { status, text } = await ask(stage.api, who, 'POST', path, body);
    if (status !== 200) throw new Error(`${path}: ${text}`);
  };
  beforeAll(async () => {
    stage = await Stage.open(browser!, TRAINERS_CALLED);
    await othersUntil(stage.api, stage.procedure, 'call');
    for (const who of [CAST.applicant, CAST.second, CAST.third]) await must(who, `${PATH}/apply`, FORM);
    await othersUntil(stage.api, stage.procedure, 'review');
  });
  afterAll(() => stage?.close());

  /** What a purpose asks of people, as soon as it is asked. */
  async function asked(purpose: string): Promise<OpenTask[]> {
    for (let turn = 0; turn < 20; turn += 1) {
      const found = await openTasks(stage.api, purpose);
      if (found.length) return found;
      await stage.procedure.sleep();
    }
    throw new Error(`Nobody was asked for ${purpose}.`);
  }

  /** Looked at on a phone in Chinese and dark, and answered at a desk, which is looked at as it is sent. */
  async function answered({ assignee, round, id }: OpenTask, purpose: string, fill: (page: Page) => Promise<unknown>) {
    const path = `/desk/${round}/${id}`;
    const looks = [{ phone: true, dark: true, locale: 'zh-CN' }, {}] as const;
    for (const look of looks) {
      const language = 'locale' in look ? 'zh-CN' : 'en';
      const wants = { language, zone: null, theme: 'auto', rhythm: { letters: 'at-once' }, quiet: null };
      expect((await ask(stage.api, assignee, 'PUT', '/api/me/settings', wants)).status).toBe(200);
      const seat = await stage.seat(path, { ...look, person: assignee });
      const submit = seat.page.getByRole('button', { name: language === 'en' ? /^Submit/ : /^提交/ });
      await submit.waitFor();
      if (language === 'en') await fill(seat.page);
      expect([language, await faultsOf(seat, `${purpose}-${language}`)]).toEqual([language, []]);
      if (language === 'en') {
        await submit.click();
        await seat.page.getByRole('status').getByText('is in.').waitFor();
      }
      await seat.context.close();
    }
  }

  test('two who are far apart see both scores without a name, and one keeps theirs', async () => {
    const given = new Set<string>();
    for (const { assignee, round, id, about } of await asked('review')) {
      const score = given.has(about!) ? 8 : 5;
      given.add(about!);
      const answer = { knowledge: score, communication: score, 'review-reasons': 'A secret remark.' };
      await must(assignee, `/api/rounds/${round}/tasks/${id}/submit`, { answer });
    }
    const [first] = await asked('discussion');
    await answered(first!, 'discussion', async (page) => {
      await page.getByText('Words could tell who it is; scores alone are shown.').waitFor();
      await page.getByRole('button', { name: 'I keep mine' }).click();
      await page.getByText('Your scores stand as they were').waitFor();
    });
    for (const { assignee, round, id } of await asked('discussion')) {
      const answer = { knowledge: 7, communication: 7, 'review-reasons': 'I come nearer.' };
      await must(assignee, `/api/rounds/${round}/tasks/${id}/submit`, { answer });
    }
  });

  test('the panel chooses by the ranking, and says why where it departs', async () => {
    const ballots = await asked('panel');
    const chair = ballots.find(({ assignee }) => assignee === CAST.panel[0]);
    await answered(chair!, 'panel', async (page) => {
      await page.getByRole('button', { name: 'Choose as ranked' }).click();
      await page.getByText('You follow the ranking.').waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
      await page.getByRole('checkbox', { checked: true }).last().uncheck();
      await page.getByText('You depart from the ranking: say why.').waitFor();
      await page.getByRole('radio', { name: 'Topics or departments would not be covered' }).check();
      await page.getByRole('textbox', { name: 'Reason in words' }).fill('Nobody else could teach at night.');
    });
  });
});
