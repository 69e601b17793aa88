import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { makeLookup } from '../../../activities/notices/lookup.ts';
import { ORGANISATION, type StreamId } from '../../../contracts/ids.ts';
import { house } from '../../../contracts/reasons.ts';
import { release } from '../../../db/outbox/settle.ts';
import { layOutSeveral } from '../../../notices/layout.ts';
import { writeUnchecked } from '../../../notices/notice.ts';
import { terms } from '../../domain/selection/scenario.ts';
import { smallCompany } from '../../harness/company.ts';
import { type TestDatabase, testDatabase } from '../../harness/database.ts';
import { Door } from '../../harness/door.ts';
import { reviews, tasksFor } from '../../harness/story.ts';
import { claimMail } from '../../notices/outbox-rows.ts';
import { renderUnchecked } from '../../notices/render.ts';

const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DAY = 86_400_000;
const HOUR = 3_600_000;
const READER = { recipientName: 'Person 2', publicUrl: 'https://r.example.com', timeZone: 'Asia/Shanghai' };
const DUE = NOW + 14 * DAY;
let database: TestDatabase;
let door: Door;
let now = NOW;
let stream: StreamId;
let n = 0;

beforeAll(async () => {
  database = await testDatabase();
  door = new Door(database);
  await send(ORGANISATION, 'system', 'importOrganisation', smallCompany(8, { locale: 'zh-CN' }));
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.pool.query('truncate outbox, delivery');
  now = NOW;
  stream = `round:lookup-${++n}`;
});

async function send(to: StreamId, actor: string, type: string, body: unknown): Promise<void> {
  const outcome = await door.send(to, actor, type, body, now);
  if (!outcome.accepted) throw new Error(`${type}: ${outcome.detail}`);
}

/** What the lookup finds for every message of a template that waits, by person. */
async function found(template: string): Promise<Record<string, unknown>> {
  const lookup = makeLookup({ ...database, clock: { now: () => now } });
  const { claimed } = await claimMail(database.pool, now + 365 * DAY, 1000);
  const all: Record<string, unknown> = {};
  for (const message of claimed) if (message.template === template) all[message.person] = await lookup(message);
  await release(database.pool, claimed);
  return all;
}
const open = (people: string[]) => send(stream, 'P1', 'open', { spec: reviews(DUE), tasks: tasksFor(people) });

describe('messages of a round', () => {
  test('an invitation tells what is asked, to whoever is asked', async () => {
    await open(['P2']);
    expect(await found('round.invitation')).toMatchObject({
      P2: {
        recipient: { name: 'Person 2', email: 'p2@example.com', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
        facts: { purpose: 'review', tasks: 1, minutes: 10, dueAt: DUE },
      },
    });
  });

  test('two that are asked for alike can be told apart, by name where the reader may know it', async () => {
    const letters = async (purpose: string) => {
      stream = `round:lookup-${++n}`;
      const tasks = ['A-9AXY', 'A-HCHE'].map((id, i) => {
        return { id, assignee: 'P2', about: id, aboutPerson: `P${5 + i}`, due: null };
      });
      await send(stream, 'P1', 'open', { spec: { ...reviews(DUE), purpose }, tasks });
      await send(stream, 'P1', 'extend', { tasks: ['A-HCHE'], due: DUE + DAY, reason: 'the hall was closed' });
      const of = async (template: string) => {
        const { facts } = (await found(template)).P2 as { facts: object };
        return (['en', 'zh-CN'] as const).map((locale) => renderUnchecked(template, facts, { ...READER, locale }).text);
      };
      const texts = [...(await of('round.invitation')), ...(await of('round.extended'))];
      await database.pool.query('truncate outbox, delivery');
      return texts;
    };
    expect(await letters('agreement')).toEqual([
      expect.stringMatching(/: A-9AXY \(Person 5\)\n.*: A-HCHE \(Person 6\)$/m),
      expect.stringMatching(/：A-9AXY（Person 5）\n.*：A-HCHE（Person 6）$/m),
      expect.stringContaining('About: A-HCHE (Person 6).'),
      expect.stringContaining('涉及：A-HCHE（Person 6）。'),
    ]);
    const [asked, , extended] = await letters('review');
    expect(asked).toMatch(/: A-9AXY\n.*: A-HCHE$/m);
    expect(extended).toContain('About: A-HCHE.');
    expect(asked! + extended!).not.toMatch(/Person [56]/);
  });

  test('what stands among others says the procedure, what is asked, about whom or what, and due; of a blind review no name', async () => {
    const owner: StreamId = 'selection:digest';
    const people = { leaders: ['P1'], screeners: ['P1'], handlers: ['P3'] };
    const panel = { members: ['P1'], chair: 'P1', quorum: 1 };
    const reviewers = [{ person: 'P2', topics: [], limit: 4 }];
    await send(owner, 'P1', 'open', terms({ ...people, reviewers, panel, reviews: 1 }));
    const spec = { ...reviews(DUE), owner, purpose: 'rating', title: { en: 'Ratings', 'zh-CN': '评定' } };
    const ladder = [
      { offset: '-2bd', to: 'assignee' },
      { offset: '1bd', to: 'owner' },
    ];
    const task = (id: string, about: string, aboutPerson: string | null) => ({
      id,
      assignee: 'P2',
      about,
      aboutPerson,
      due: null,
    });
    const tasks = [task('a', 'P5', 'P5'), task('b', 'P6', 'P6'), task('c', 'QA', null), task('d', 'A-9AXY', 'P7')];
    stream = 'round:selection.digest.ratings';
    await send(stream, 'system', 'open', { spec: { ...spec, policy: { ...spec.policy, ladder } }, tasks });
    await send(stream, 'P1', 'extend', { tasks: ['b'], due: DUE + DAY, reason: 'leave' });
    await send(stream, 'P1', 'withdraw', { tasks: ['c'], reason: 'asked twice' });
    const lines = async (template: string, locale: 'en' | 'zh-CN') => {
      const { facts } = (await found(template)).P2 as { facts: object };
      const { text } = layOutSeveral(
        [0, 1].map(() => writeUnchecked(template, facts, { ...READER, locale })),
        {
          ...READER,
          locale,
        },
      );
      return text;
    };
    expect(await lines('round.invitation', 'en')).toContain(
      '1. Your answer, please: Internal trainers 2027, Ratings: Person 5, A-9AXY, Person 6 (by Mon 18 Jan',
    );
    expect(await lines('round.invitation', 'zh-CN')).toContain(
      'Internal trainers 2027，评定：Person 5、A-9AXY、Person 6（',
    );
    const invited = await lines('round.invitation', 'en');
    expect(invited).toContain('- 2 tasks, due by Monday, 18 January 2027 at 09:00 GMT+8: Person 5, A-9AXY');
    expect(invited).toContain('- one task, due by Tuesday, 19 January 2027 at 09:00 GMT+8: Person 6');
    expect(await lines('round.extended', 'en')).toContain(
      'New due date: Internal trainers 2027, Ratings: Person 6 (by Tue',
    );
    // What the row of the procedure says is signed by nobody.
    await database.pool.query(
      `update procedure set title = '{"en": "Wire money", "zh-CN": "汇款"}' where stream = $1`,
      [owner],
    );
    expect(await lines('round.withdrawn', 'en')).toContain('No longer needed: Internal trainers 2027, Ratings: QA');
    expect(await lines('round.withdrawn', 'zh-CN')).toContain('任务已撤回：Internal trainers 2027，评定：QA');
    for (const template of ['round.invitation', 'round.extended', 'round.withdrawn'])
      expect(await lines(template, 'en')).not.toContain('Person 7');
  });

  test('who judges which application, a manager is not told when answers are missing', async () => {
    const task = (id: string, aboutPerson: string, about = aboutPerson) => ({
      id,
      assignee: 'P2',
      about,
      aboutPerson,
      due: null,
    });
    await send(stream, 'P1', 'open', { spec: reviews(DUE), tasks: [task('a', 'P5'), task('b', 'P6', 'A-9AXY')] });
    const lookup = makeLookup({ ...database, clock: { now: () => now } });
    const told = async (as: string) => {
      const about = { tasks: ['a', 'b'], as };
      const message = { id: 1, key: 'a', stream, person: 'P1', notBefore: now, template: 'round.escalation', about };
      const { facts } = (await lookup(message))!;
      return renderUnchecked('round.escalation', facts, { ...READER, locale: 'en' }).text;
    };
    expect(await told('owner')).toContain(
      'Person 2: 2 tasks, due Monday, 18 January 2027 at 09:00 GMT+8: Person 5, A-9AXY',
    );
    expect(await told('manager')).toMatch(/Person 2: 2 tasks, due .*: Person 5$/m);
  });

  test('whoever is asked in the place of a manager is told of whom, from when until when, or that they have left', async () => {
    const away = { person: 'P1', from: '2027-01-11', to: '2027-01-15', kind: 'leave' };
    await send(ORGANISATION, 'system', 'recordAbsence', away);
    const spec = { ...reviews(DUE), purpose: 'cycle-ratings' };
    await send(stream, 'P1', 'open', {
      spec,
      tasks: [{ id: 'a', assignee: 'P2', about: 'P5', aboutPerson: 'P5', due: null }],
    });
    const text = async (locale: 'en' | 'zh-CN') => {
      const { facts } = (await found('round.invitation')).P2 as { facts: object };
      return renderUnchecked('round.invitation', facts, { ...READER, locale }).text;
    };
    expect(await text('en')).toContain(
      'You are asked in the place of Person 1, who is away from Monday, 11 January 2027 to Friday, 15 January 2027.',
    );
    expect(await text('zh-CN')).toContain('现由您代Person 1（2027年1月11日星期一 至 2027年1月15日星期五 休假）办理。');
    // Of leave that is over by then nothing is said.
    now = Date.parse('2027-01-16T09:00:00+08:00');
    expect(await text('en')).not.toContain('in the place of');
  });

  test('nothing is left to say to whom the task has left', async () => {
    await open(['P2', 'P3']);
    await send(stream, 'P2', 'delegate', { task: 'A.P2', to: 'P4', reason: 'on leave' });
    expect(await found('round.invitation')).toMatchObject({ P2: null, P3: { facts: { tasks: 1 } } });
  });

  test.each([
    ['delegate', 'P2', { task: 'A.P2', to: 'P4', reason: 'on leave' }, 'round.delegated', 'P4'],
    ['reassign', 'P1', { tasks: ['A.P2'], to: 'P4', reason: 'she has left' }, 'round.reassigned', 'P4'],
    ['reassign', 'P1', { tasks: ['A.P2'], to: 'P4', reason: 'she is ill' }, 'round.handedOver', 'P2'],
    ['extend', 'P1', { tasks: 'all', due: DUE + DAY, reason: 'the hall was closed' }, 'round.extended', 'P2'],
    ['withdraw', 'P1', { tasks: 'all', reason: 'asked twice' }, 'round.withdrawn', 'P2'],
  ])('%s gives its reason', async (type, actor, body, template, to) => {
    await open(['P2']);
    await send(stream, actor, type, body);
    expect(await found(template)).toMatchObject({ [to]: { facts: { reason: body.reason } } });
  });

  test('nobody hears that a task was given to somebody else when they have it again', async () => {
    await open(['P2']);
    await send(stream, 'P1', 'reassign', { tasks: ['A.P2'], to: 'P4', reason: 'she is ill' });
    await send(stream, 'P1', 'reassign', { tasks: ['A.P2'], to: 'P2', reason: 'she is well' });
    expect(await found('round.handedOver')).toMatchObject({ P2: null, P4: { facts: { tasks: 1 } } });
  });

  test('each message gives its own reason, not the latest one', async () => {
    await open(['P2', 'P3']);
    await send(stream, 'P1', 'extend', { tasks: 'all', due: DUE + DAY, reason: 'the first' });
    await send(stream, 'P2', 'submit', { task: 'A.P2', answer: { score: 7 } });
    await send(stream, 'P1', 'reopen', { task: 'A.P2', reason: 'look at the handout' });
    await send(stream, 'P1', 'extend', { tasks: 'all', due: DUE + 2 * DAY, reason: 'the second' });
    await database.pool.query("delete from outbox where id = (select max(id) from outbox where person = 'P2')");
    expect(await found('round.extended')).toMatchObject({
      P2: { facts: { reason: 'the first' } },
      P3: { facts: { reason: 'the second' } },
    });
    expect(await found('round.reopened')).toMatchObject({ P2: { facts: { reason: 'look at the handout' } } });
  });

  test('a reason of the engine itself is in the language of the reader', async () => {
    await open(['P2']);
    await send(stream, 'system', 'extend', { tasks: 'all', due: DUE + DAY, reason: house('date-moved') });
    expect(await found('round.extended')).toMatchObject({ P2: { facts: { reason: '时间安排已调整。' } } });
  });

  test('an escalation says whom each reminder reached, of those that were reminded', async () => {
    await open(['P2', 'P3', 'P4']);
    now += 2 * DAY;
    await send(stream, 'P1', 'remind', { tasks: ['A.P2', 'A.P3'] });
    await database.pool.query(
      `insert into outbox (key, stream, person, template, about, not_before, state)
       select 'reminder of ' || person, $1, person, 'round.reminder', '{}', $2, state
       from (values ('P2', 'sent'), ('P3', 'dropped'), ('P4', 'sent')) as given (person, state)`,
      [stream, new Date(DUE)],
    );
    const lookup = makeLookup({ ...database, clock: { now: () => DUE + DAY } });
    const about = { tasks: ['A.P2', 'A.P3', 'A.P4'], as: 'owner' };
    const message = { id: 1, key: 'a', stream, person: 'P1', template: 'round.escalation', about, notBefore: DUE };
    expect((await lookup(message))!.facts).toMatchObject({
      people: [{ name: 'Person 2' }, { name: 'Person 3' }, { name: 'Person 4' }],
      tried: [{ at: DUE, people: ['Person 2'] }],
    });
  });

  test('whether a reminder is overdue is seen when it goes out', async () => {
    await open(['P2']);
    now = DUE - HOUR;
    await door.look(stream, now);
    expect(await found('round.reminder')).toMatchObject({ P2: { facts: { overdue: false } } });
    now = DUE + 1;
    expect(await found('round.reminder')).toMatchObject({ P2: { facts: { overdue: true, rung: 0 } } });
  });

  test('what a round asks waits while it is held, a day at a time', async () => {
    const due = async (at: number) =>
      (await claimMail(database.pool, at, 10)).claimed.map((m) => [m.template, m.person, m.notBefore]);
    now = Date.parse('2027-01-09T12:00:00+08:00');
    const monday = Date.parse('2027-01-11T08:00:00+08:00');
    await open(['P2', 'P3']);
    await send(stream, 'P1', 'hold', { reason: 'a flood' });
    expect(await due(monday)).toEqual([]);
    expect(await due(monday + DAY + HOUR)).toEqual([]);
    now = monday + DAY + 2 * HOUR;
    await send(stream, 'P2', 'submit', { task: 'A.P2', answer: { score: 7 } });
    await send(stream, 'P1', 'release', { reason: 'dry again' });
    expect(await due(now)).toEqual([]);
    expect(await due(monday + 2 * DAY)).toEqual([['round.invitation', 'P3', monday + 2 * DAY]]);
  });

  test('somebody who has left meanwhile is known as such', async () => {
    await open(['P3', 'P8']);
    await send(ORGANISATION, 'system', 'personLeft', { person: 'P8' });
    expect(await found('round.invitation')).toMatchObject({
      P3: { recipient: { left: false } },
      P8: { recipient: { left: true }, facts: null },
    });
  });

  test('what an erased person wrote is left out, and nothing is sent to them', async () => {
    await open(['P3', 'P6']);
    await send(stream, 'P6', 'delegate', { task: 'A.P6', to: 'P7', reason: 'an illness of mine' });
    await send(ORGANISATION, 'system', 'personLeft', { person: 'P6' });
    await send(ORGANISATION, 'system', 'erasePerson', { person: 'P6', reason: 'on request' });
    expect(await found('round.delegated')).toMatchObject({ P7: { facts: { reason: null } } });
    await database.pool.query("update outbox set person = 'P6' where template = 'round.invitation'");
    expect(await found('round.invitation')).toEqual({ P6: { recipient: null, facts: null } });
  });
});

test('messages of a selection are made from its ledger', async () => {
  const selection: StreamId = 'selection:lookup';
  const people = { leaders: ['P1'], screeners: ['P1'], handlers: ['P3'] };
  const reviewers = [{ person: 'P2', topics: [], limit: 4 }];
  const panel = { members: ['P1'], chair: 'P1', quorum: 1 };
  await send(selection, 'P1', 'open', terms({ ...people, reviewers, panel, reviews: 1 }));
  const text = { en: 'x', 'zh-CN': '某' };
  const texts = { incentives: text, workloadProtection: text, duties: text, term: text, useOfResults: text };
  await send(selection, 'P1', 'publishMeasures', { texts });
  const changed = { ...texts, term: { en: 'Two years', 'zh-CN': '两年' } };
  await send(selection, 'P1', 'changeMeasures', { texts: changed, reason: 'too short' });
  const { procedureTitle, ...measures } = (
    (await found('selection.measures')) as { P2: { facts: Record<string, unknown> } }
  ).P2.facts;
  expect(procedureTitle).toEqual({ en: 'Internal trainers 2027', 'zh-CN': 'Internal trainers 2027' });
  expect(measures).toMatchObject({ version: 2, reason: 'too short', link: '/call/lookup' });
  expect(measures.changed).toEqual([{ en: 'Term of appointment', 'zh-CN': '聘期' }]);
  await send(selection, 'P1', 'cancel', { reason: 'no budget' });
  expect(await found('selection.measures')).toMatchObject({ P2: null });
  const cancelled = await found('selection.cancelled');
  expect(Object.keys(cancelled).sort()).toEqual(['P1', 'P2', 'P3']);
  expect(cancelled).toMatchObject({ P3: { facts: { reason: 'no budget' } } });
});

test('what is for operations reaches nobody who was taken from them after it was written', async () => {
  for (const person of ['P1', 'P2']) await send(ORGANISATION, 'system', 'grantRole', { person, role: 'operations' });
  await open(['P3']);
  const lookup = makeLookup({ ...database, clock: { now: () => now } });
  const label = { en: 'x', 'zh-CN': '某' };
  const alarm = { template: 'operations.alarm', about: { what: label, where: 'here', mend: label } };
  const escalation = (as: string) => ({ template: 'round.escalation', about: { tasks: ['A.P3'], as } });
  const told = async (person: string, letter: { template: string; about: Record<string, unknown> }) =>
    (await lookup({ id: 1, key: 'a', stream, person, notBefore: now, ...letter })) !== null;
  const all = async (person: string) => [await told(person, alarm), await told(person, escalation('owner'))];
  expect(await all('P1')).toEqual([true, true]);
  await send(ORGANISATION, 'P2', 'takeRole', { person: 'P1', role: 'operations' });
  expect(await all('P1')).toEqual([false, false]);
  expect(await told('P1', escalation('manager'))).toBe(true);
  expect(await all('P2')).toEqual([true, true]);
});

test('who comes to operations and goes from them is told by name and id, and whether they went by themselves', async () => {
  // P2 is of operations since the test above.
  for (const person of ['P3', 'P4'])
    await send(ORGANISATION, 'system', 'grantRole', { person, role: 'operations', scope: null, until: null });
  await database.pool.query('truncate outbox, delivery');
  await send(ORGANISATION, 'P2', 'takeRole', { person: 'P3', role: 'operations', scope: null });
  const facts = { person: 'P3', name: 'Person 3 (P3)', by: 'Person 2 (P2)', own: false, granted: false };
  expect(await found('operations.role')).toMatchObject({ P4: { facts } });
  await database.pool.query('truncate outbox, delivery');
  await send(ORGANISATION, 'P2', 'takeRole', { person: 'P2', role: 'operations', scope: null });
  expect(await found('operations.role')).toMatchObject({ P4: { facts: { name: 'Person 2 (P2)', own: true } } });
});
