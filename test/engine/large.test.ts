import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { MOST_TASKS, RoundPolicy } from '../../contracts/round.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { clock } from '../harness/start.ts';

const DAY = 86_400_000;
const PEOPLE = 500;
const label = (en: string) => ({ en, 'zh-CN': en });

describe('a round of twenty thousand tasks', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await TestEngine.start();
    await engine.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(PEOPLE + 1));
  });
  afterAll(() => engine.stop());

  const stream = 'round:large';
  const assignee = (i: number) => `P${2 + (i % PEOPLE)}`;
  function body(tasks: number) {
    return {
      spec: {
        owner: null,
        purpose: 'rating',
        title: label('Ratings'),
        form: {
          fields: [{ key: 'level', label: label('Level'), kind: 'score', required: true, min: 0, max: 7, step: 0.5 }],
        },
        policy: RoundPolicy.parse({ ladder: [{ offset: '-1d', to: 'assignee' }] }),
        due: clock.now() + 14 * DAY,
        minutes: 2,
      },
      tasks: Array.from({ length: tasks }, (_, i) => ({ id: `T${i}`, assignee: assignee(i), about: `E${i % 2000}` })),
    };
  }
  const count = async (sql: string) => Number((await engine.database.pool.query(sql, [stream])).rows[0].count);

  test('opens, takes answers, moves as a whole, with one message a person and one timer', async () => {
    expect(await engine.send(stream, 'P1', 'open', body(MOST_TASKS))).toMatchObject({ accepted: true });
    expect(await count('select count(*) from task where round = $1')).toBe(MOST_TASKS);
    // The tasks come in events of two thousand, and each person hears of all of theirs.
    expect(
      await count("select count(distinct person) from outbox where stream = $1 and template = 'round.invitation'"),
    ).toBe(PEOPLE);
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        engine.send(stream, assignee(i), 'submit', { task: `T${i}`, answer: { level: 3.5 } }),
      ),
    );
    expect(answers.every((a) => a.accepted)).toBe(true);
    const due = clock.now() + 30 * DAY;
    await engine.send(stream, 'P1', 'extend', { tasks: 'all', due, reason: 'audit' });
    expect(
      await count(
        `select count(*) from task where round = $1 and state = 'open' and abs(extract(epoch from due_at) * 1000 - ${due}) < 1`,
      ),
    ).toBe(MOST_TASKS - 300);
    expect(await count('select count(*) from agenda where stream = $1')).toBe(PEOPLE);
    const timers = async () => {
      const { events } = await engine.client.workflow.getHandle(stream).fetchHistory();
      return events!.filter((e) => e.timerStartedEventAttributes).length;
    };
    // Nobody who sent a command has waited for the workflow to look.
    while ((await timers()) === 0);
    expect(await timers()).toBe(1);
  });

  test('holds ten thousand tasks on fifty forms, with one message a person, and changes a form of them', async () => {
    const rated = 'round:ratings';
    const elements = (post: number, version = 1) => ({
      fields: Array.from({ length: 14 }, (_, e) => ({
        key: `p${post}-e${e}-v${version}`,
        label: label(`Element ${e} of post ${post}, as the model of the post says it in a line or two`),
        kind: 'score',
        required: true,
        min: 0,
        max: 7,
        step: 1,
      })),
    });
    const forms = Object.fromEntries(Array.from({ length: 50 }, (_, post) => [`post-${post}`, elements(post)]));
    const { spec, tasks } = body(10_000);
    const all = tasks.map((t, i) => ({ ...t, form: `post-${i % 50}` }));
    expect(await engine.send(rated, 'P1', 'open', { spec: { ...spec, forms }, tasks: all })).toMatchObject({
      accepted: true,
    });
    const counted = async (sql: string) => Number((await engine.database.pool.query(sql, [rated])).rows[0].count);
    const invitations = `from outbox where stream = $1 and template = 'round.invitation'`;
    expect(await counted(`select count(*) ${invitations}`)).toBe(PEOPLE);
    expect(await counted('select count(*) from round_form where round = $1')).toBe(50);
    expect(await counted("select count(*) from task where round = $1 and form = 'post-7'")).toBe(200);
    const answer = (post: number, version = 1) =>
      Object.fromEntries(elements(post, version).fields.map(({ key }) => [key, 3]));
    const submit = (i: number, version = 1) =>
      engine.send(rated, assignee(i), 'submit', { task: `T${i}`, answer: answer(i % 50, version) });
    expect((await Promise.all(Array.from({ length: 100 }, (_, i) => submit(i)))).every((a) => a.accepted)).toBe(true);
    const changed = all.filter((t) => t.form === 'post-7').map((t) => t.id);
    const change = { tasks: changed, key: 'post-7.2', form: elements(7, 2), reason: 'A new model' };
    expect(await engine.send(rated, 'P1', 'reform', change)).toMatchObject({ accepted: true });
    // Two of the two hundred had been answered.
    expect(await counted("select count(*) from task where round = $1 and form = 'post-7.2'")).toBe(198);
    expect(await submit(107)).toMatchObject({ accepted: false, code: 'answer-invalid' });
    expect(await submit(107, 2)).toMatchObject({ accepted: true });
  });

  test('takes not one more', async () => {
    expect(await engine.send('round:larger', 'P1', 'open', body(MOST_TASKS + 1))).toMatchObject({
      accepted: false,
      code: 'command-invalid',
    });
    expect(await engine.send(stream, 'P1', 'addTasks', { tasks: [{ id: 'one-more', assignee: 'P2' }] })).toMatchObject({
      accepted: false,
      code: 'too-many',
    });
  });
});
