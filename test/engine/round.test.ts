import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import { roundStanding } from '../../db/views/standing.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { clock } from '../harness/start.ts';

const DAY = 86_400_000;
const label = (en: string) => ({ en, 'zh-CN': en });

function reviewSpec(due: number): RoundSpec {
  return {
    owner: null,
    purpose: 'review',
    title: label('Review'),
    form: {
      fields: [
        { key: 'score', label: label('Score'), kind: 'score', required: true, min: 1, max: 10, step: 1 },
        { key: 'comment', label: label('Comment'), kind: 'text', required: false, minLength: 0, maxLength: 4000 },
      ],
    },
    policy: RoundPolicy.parse({ ladder: [{ offset: '-1d', to: 'assignee' }], tally: 'score' }),
    due,
    owners: [],
    place: null,
    minutes: 10,
  };
}

describe('a round on the engine', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await TestEngine.start();
    expect(await engine.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(5))).toMatchObject({
      accepted: true,
    });
  });
  afterAll(() => engine.stop());

  test('takes answers in, ranks them provisionally, and seals what was written', async () => {
    const stream = 'round:first';
    const tasks = ['P2', 'P3', 'P4'].map((assignee) => ({
      id: `A.${assignee}`,
      assignee,
      about: 'A',
      aboutPerson: 'P5',
      due: null,
    }));
    const opened = await engine.send(stream, 'P1', 'open', { spec: reviewSpec(clock.now() + 7 * DAY), tasks });
    expect(opened).toMatchObject({ accepted: true });
    const answers = await Promise.all(
      tasks.map((t, i) =>
        engine.send(stream, t.assignee, 'submit', { task: t.id, answer: { score: 7 + i, comment: 'a fine lecture' } }),
      ),
    );
    expect(answers.every((a) => a.accepted)).toBe(true);
    const { standing } = (await roundStanding(engine.database.pool, stream))!;
    expect(standing).toEqual([{ place: 1, about: 'A', mean: 8, answers: 3 }]);
    const ledger = await engine.database.pool.query('select body from ledger where stream = $1', [stream]);
    expect(JSON.stringify(ledger.rows)).not.toContain('a fine lecture');
    expect(engine.complaints).toEqual([]);
  });

  test('answers a repeated command as it did then, and a wrong one with a sentence', async () => {
    const stream = 'round:second';
    const tasks = [
      { id: 'T1', assignee: 'P2', about: 'A', aboutPerson: null, due: null },
      { id: 'T2', assignee: 'P3', about: 'A', aboutPerson: null, due: null },
    ];
    await engine.send(stream, 'P1', 'open', { spec: reviewSpec(clock.now() + 7 * DAY), tasks });
    const first = await engine.send(stream, 'P2', 'submit', { task: 'T1', answer: { score: 3 } }, 'the-same-id');
    const again = await engine.send(stream, 'P2', 'submit', { task: 'T1', answer: { score: 3 } }, 'the-same-id');
    expect(first.accepted).toBe(true);
    expect(again).toEqual(first);
    for (const [actor, score] of [
      ['P2', 9],
      ['P4', 3],
    ] as const)
      expect(
        await engine.send(stream, actor, 'submit', { task: 'T1', answer: { score } }, 'the-same-id'),
      ).toMatchObject({ accepted: false, code: 'command-reused' });
    expect(await engine.send(stream, 'P4', 'submit', { task: 'T2', answer: { score: 3 } })).toMatchObject({
      accepted: false,
      code: 'not-found',
    });
    const { rows } = await engine.database.pool.query("select answer from task where round = $1 and id = 'T1'", [
      stream,
    ]);
    expect(JSON.parse(rows[0].answer)).toEqual({ score: 3 });
  });
});
