import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workdaysBetween } from '../../domain/calendar/workday.ts';
import type { TestEngine } from '../harness/engine.ts';
import { Course, scores } from './course.ts';

const WEEK = 7 * 86_400_000;
const MONTH = 30 * 86_400_000;

const CHINA = { timeZone: 'Asia/Shanghai', calendar: { id: 'CN', weekend: [6, 7], days: {} } };

/** Eight months, were everybody to answer on the last day. */
const LONG = {
  timetable: Object.fromEntries(
    ['measures', 'publicity', 'call', 'screening', 'reviewers', 'review', 'decision', 'results'].map((s) => [
      s,
      '20bd',
    ]),
  ),
};

describe('a selection over the months', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await Course.engine();
  });
  afterAll(() => engine.stop());

  test('goes from published measures to an appointment, with everything on record', async () => {
    const course = await Course.open(engine, 'happy', { terms: LONG });
    const began = await engine.now();
    await course.to('call');
    for (const person of ['D2-2', 'D2-3', 'D2-4']) await course.apply(person);
    await course.to('closed');
    // Publicity, call, screening and notice end by their dates: 65 business days, with twelve weekends at the least.
    expect((await engine.now()) - began).toBeGreaterThan(12 * WEEK);
    const outcomes = Object.values(await course.outcomes()).sort();
    expect(outcomes).toEqual(['appointed', 'not-selected', 'not-selected']);
    expect((await course.events('StageStarted')).map((e) => e.body.stage)).toEqual([
      'measures',
      'publicity',
      'call',
      'screening',
      'reviewers',
      'review',
      'ranking',
      'decision',
      'notice',
      'results',
    ]);
    const { rows } = await engine.database.pool.query(
      "select convert_from(substring(bytes for 5), 'LATIN1') as head from document where stream = $1",
      [course.stream],
    );
    expect(rows).toEqual([{ head: '%PDF-' }]);
    expect((await course.notices('selection.result')).length).toBe(3);
    expect(engine.complaints).toEqual([]);
  });

  test('waits for the measures to be acknowledged, reminds, and takes silence as the policy says', async () => {
    const course = await Course.open(engine, 'silent', { terms: LONG, habits: { acknowledgement: async () => null } });
    expect(await course.stage()).toBe('measures');
    await course.to('publicity');
    expect((await course.notices('round.reminder')).length).toBeGreaterThan(0);
    expect((await course.notices('round.escalation')).length).toBeGreaterThan(0);
    const [acknowledged] = await course.events('MeasuresAcknowledged');
    expect(acknowledged!.body.by).toEqual([]);
    expect((acknowledged!.body.deemed as string[]).length).toBeGreaterThan(0);
  });

  test('replaces a reviewer who recuses, and asks two who are far apart to discuss, keeping both versions', async () => {
    let recused = '';
    const revised: string[] = [];
    const course = await Course.open(engine, 'apart', {
      terms: { ...LONG, disagreementLimit: 2, reviews: 2 },
      habits: {
        review: async (task) => {
          if (!recused) {
            recused = task.id;
            return { type: 'recuse', body: { reason: 'We are related.' } };
          }
          return scores(task.about, task.assignee === 'D3-1' ? 3 : 0);
        },
        discussion: async (task) => {
          revised.push(task.id);
          return scores(task.about, 1);
        },
      },
    });
    await course.to('call');
    for (const person of ['D2-2', 'D2-3']) await course.apply(person);
    await course.to('decision');
    const [replaced] = await course.events('ReviewerReplaced');
    expect(replaced!.body).toMatchObject({ task: recused, why: 'recused' });
    expect(replaced!.body.to).not.toBeNull();
    expect((await course.events('DisagreementsFound')).length).toBe(1);
  });

  test('stops the clock of the public notice while an objection is open, and starts the stage again when it is upheld', async () => {
    let upheld = true;
    const course = await Course.open(engine, 'objected', {
      terms: LONG,
      habits: {
        objection: async () => {
          const answer = upheld
            ? { upheld: true, findings: 'A score was entered wrongly.', stage: 'decision' }
            : { upheld: false, findings: 'Nothing was found.' };
          upheld = false;
          return answer;
        },
      },
    });
    await course.to('call');
    for (const person of ['D2-2', 'D2-3']) await course.apply(person);
    await course.to('notice');
    await course.do('D2-5', 'raiseObjection', { about: null, grounds: 'The scores were not added up right.' });
    await course.until(async () => (await course.events('ObjectionResolved')).length === 1, 'a resolved objection');
    const [resolved] = await course.events('ObjectionResolved');
    expect(resolved!.body).toMatchObject({ upheld: true, stage: 'decision' });
    await course.to('closed');
    const stages = (await course.events('StageStarted')).map((e) => e.body.stage);
    expect(stages.filter((s) => s === 'decision').length).toBe(2);
    expect(Object.values(await course.outcomes())).toContain('appointed');
  });

  test('pauses, and goes on with as many working days as it had left', async () => {
    const course = await Course.open(engine, 'paused', { terms: LONG });
    await course.to('call');
    await course.apply('D2-2');
    const [before] = (await course.events('StageStarted')).slice(-1);
    await course.do('D1-3', 'pause', { reason: 'The plant is closed.' });
    await engine.skipTo((await engine.now()) + 2 * MONTH);
    expect(await course.stage()).toBe('call');
    await course.do('D1-3', 'resume', { reason: 'The plant is open again.' });
    const [paused] = await course.events('Paused');
    const [resumed] = await course.events('Resumed');
    const left = (from: number, to: unknown) => workdaysBetween(from, to as number, CHINA);
    expect(left(paused!.at, before!.body.until)).toBeGreaterThan(15);
    // One more where the hours that are left would run into a day off.
    expect(left(resumed!.at, resumed!.body.until) - left(paused!.at, before!.body.until)).toBeGreaterThanOrEqual(0);
    expect(left(resumed!.at, resumed!.body.until) - left(paused!.at, before!.body.until)).toBeLessThanOrEqual(1);
    await course.to('screening');
  });
});
