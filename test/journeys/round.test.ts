import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const label = (en: string) => ({ en, 'zh-CN': en });

describe('a round over the weeks', () => {
  let engine: TestEngine;
  let n = 0;
  let stream: StreamId;
  beforeAll(async () => {
    engine = await TestEngine.start({ timeSkipping: true });
    await engine.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6));
  });
  afterAll(() => engine.stop());
  beforeEach(() => {
    stream = `round:journey-${++n}`;
  });

  /** Opens a round due on a Friday at 16:00 in Shanghai, at least `inDays` from now. */
  async function open(policy: Partial<RoundPolicy>, assignees: string[], inDays = 14): Promise<number> {
    const due = fridayAfter((await engine.now()) + inDays * DAY);
    const spec: RoundSpec = {
      owner: null,
      purpose: 'confirmation',
      title: label('Confirm'),
      form: { fields: [{ key: 'yes', label: label('Yes?'), kind: 'flag', required: true }] },
      policy: RoundPolicy.parse(policy),
      due,
      owners: [],
      place: null,
      minutes: 5,
    };
    const tasks = assignees.map((assignee) => ({
      id: `T.${assignee}`,
      assignee,
      about: null,
      aboutPerson: null,
      due: null,
    }));
    expect(await engine.send(stream, 'P1', 'open', { spec, tasks })).toMatchObject({ accepted: true });
    return due;
  }

  async function mails(template: string) {
    const { rows } = await engine.database.pool.query<{ person: string; at: number; tasks: string[] }>(
      `select person, not_before as at, about->'tasks' as tasks from outbox where stream = $1 and template = $2 order by id`,
      [stream, template],
    );
    // The server skips to a timer and a few milliseconds beyond; reminders are true to the minute.
    return rows.map((r) => ({ ...r, at: Math.floor(r.at / 60_000) * 60_000 }));
  }

  const ladder = [
    { offset: '-3bd', to: 'assignee' as const },
    { offset: '-1bd', to: 'assignee' as const },
    { offset: '1bd', to: 'manager' as const },
  ];

  test('reminds at the rungs of the ladder, only those who have not answered, then escalates', async () => {
    const due = await open({ ladder }, ['P2', 'P3']);
    await engine.send(stream, 'P2', 'submit', { task: 'T.P2', answer: { yes: true } });
    await engine.skipTo(due - 3 * DAY + HOUR);
    expect(await mails('round.reminder')).toEqual([{ person: 'P3', at: due - 3 * DAY, tasks: ['T.P3'] }]);
    await engine.skipTo(due + 4 * DAY);
    const all = await mails('round.reminder');
    // Friday plus one business day is Monday: the weekend is nobody's.
    expect(all.map((m) => m.at)).toEqual([due - 3 * DAY, due - DAY, due + 3 * DAY]);
    expect(await mails('round.escalation')).toEqual([{ person: 'P1', at: due + 3 * DAY, tasks: ['T.P3'] }]);
    expect(await engine.send(stream, 'P3', 'submit', { task: 'T.P3', answer: { yes: true } })).toMatchObject({
      accepted: true,
    });
    await expect(engine.phaseOf(stream)).resolves.toBe('settled');
  });

  test('moves every reminder when the due date moves, and sends none that the move has overtaken', async () => {
    const due = await open({ ladder }, ['P2']);
    await engine.skipTo(due - 3 * DAY + HOUR);
    await engine.send(stream, 'P1', 'extend', { tasks: 'all', due: due + 14 * DAY, reason: 'holidays' });
    // The next rung is due at that instant, and may have been sent when the clock gets there.
    await engine.skipTo(due + 13 * DAY - HOUR);
    expect((await mails('round.reminder')).map((m) => m.at)).toEqual([due - 3 * DAY, due + 11 * DAY]);
    expect((await mails('round.extended')).map((m) => m.person)).toEqual(['P2']);
  });

  test('gives silence the meaning that the policy says', async () => {
    const due = await open({ silence: 'nil', grace: '1d' }, ['P2', 'P3']);
    await engine.send(stream, 'P2', 'submit', { task: 'T.P2', answer: { yes: true } });
    await engine.skipTo(due + 2 * DAY);
    await expect(engine.phaseOf(stream)).resolves.toBe('settled');
    const { rows } = await engine.database.pool.query('select id, state from task where round = $1 order by id', [
      stream,
    ]);
    expect(rows).toEqual([
      { id: 'T.P2', state: 'submitted' },
      { id: 'T.P3', state: 'lapsed' },
    ]);
  });

  test('hands a task on, and lets nobody hand it back', async () => {
    const due = await open({ ladder }, ['P2']);
    expect(await engine.send(stream, 'P2', 'delegate', { task: 'T.P2', to: 'P3', reason: 'away' })).toMatchObject({
      accepted: true,
    });
    expect(
      await engine.send(stream, 'P3', 'delegate', { task: 'T.P2', to: 'P2', reason: 'back to you' }),
    ).toMatchObject({
      accepted: false,
      code: 'delegation-loop',
    });
    await engine.skipTo(due - 3 * DAY + HOUR);
    expect((await mails('round.reminder')).map((m) => m.person)).toEqual(['P3']);
  });

  test('sleeps for years by timers that a server can keep, and looks in between', async () => {
    const due = await open({ ladder }, ['P2'], 400);
    await engine.skipTo(due - 3 * DAY + HOUR);
    expect((await mails('round.reminder')).map((m) => m.at)).toEqual([due - 3 * DAY]);
    const { events } = await engine.client.workflow.getHandle(stream).fetchHistory();
    const sleeps = (events ?? []).flatMap((e) => e.timerStartedEventAttributes?.startToFireTimeout?.seconds ?? []);
    expect(sleeps.length).toBeGreaterThan(4);
    expect(Math.max(...sleeps.map(Number)) * 1000).toBeLessThanOrEqual(90 * DAY);
  });

  test('stops the clock while it is on hold, and moves what is due by the time it stood', async () => {
    const due = await open({ ladder }, ['P2']);
    await engine.send(stream, 'P1', 'hold', { reason: 'the strike' });
    await engine.skipTo(due + DAY);
    expect(await mails('round.reminder')).toEqual([]);
    await engine.send(stream, 'P1', 'release', { reason: 'it is over' });
    const { rows } = await engine.database.pool.query<{ due: number }>(
      'select due_at as due from task where round = $1',
      [stream],
    );
    expect(rows[0]!.due).toBeGreaterThan(due + 14 * DAY);
  });
});

function fridayAfter(instant: number): number {
  const day = new Date(instant);
  day.setUTCHours(8, 0, 0, 0);
  while (day.getUTCDay() !== 5) day.setUTCDate(day.getUTCDate() + 1);
  return day.getTime();
}
