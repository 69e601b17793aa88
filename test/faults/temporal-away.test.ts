import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '@temporalio/client';
import * as fc from 'fast-check';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { RoundPolicy } from '../../contracts/round.ts';
import { Clock } from '../../db/clock.ts';
import { foldNow } from '../../db/fold.ts';
import type { RoundState } from '../../domain/round/state.ts';
import type { Outcome } from '../../domain/turn/outcome.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { LocalEngine } from '../harness/local-engine.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const reason = 'for a reason';
const CHIEF = 'P1';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(8), START);
});
afterAll(() => database.stop());

const holder = fc.constantFrom('P2', 'P3', 'P4', 'P5');
const command = fc.oneof(
  {
    weight: 5,
    arbitrary: holder.map((p) => ({ by: p, type: 'submit', body: { task: `A.${p}`, answer: { score: 7 } } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(holder, fc.integer({ min: 1, max: 9 }))
      .map(([p, d]) => ({ by: CHIEF, type: 'extend', body: { tasks: [`A.${p}`], due: START + d * DAY, reason } })),
  },
  { weight: 1, arbitrary: holder.map((p) => ({ by: p, type: 'recuse', body: { task: `A.${p}`, reason } })) },
  {
    weight: 1,
    arbitrary: holder.map((p) => ({ by: p, type: 'delegate', body: { task: `A.${p}`, to: 'P7', reason } })),
  },
  { weight: 1, arbitrary: holder.map((p) => ({ by: CHIEF, type: 'reopen', body: { task: `A.${p}`, reason } })) },
  { weight: 1, arbitrary: fc.constant({ by: CHIEF, type: 'hold', body: { reason } }) },
  { weight: 2, arbitrary: fc.constant({ by: CHIEF, type: 'release', body: { reason } }) },
);
const step = fc.record({ hours: fc.constantFrom(1, 7, 26, 60, 100), command });
const policy = fc.record({
  silence: fc.constantFrom('wait' as const, 'nil' as const, 'consent' as const),
  late: fc.constantFrom('accept' as const, 'refuse' as const),
  grace: fc.constantFrom('PT0H', '2d'),
});

describe('while Temporal is away', () => {
  let n = 0;

  /** The same commands at the same instants; `looks`: time acts at its hours in between, as it does with Temporal. */
  async function told(
    chosen: object,
    steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
    looks: boolean,
  ) {
    const door = new Door(database);
    const round: StreamId = `round:away-${++n}`;
    const ladder = [{ offset: '-1d', to: 'assignee' as const }];
    const spec = { ...reviews(START + 3 * DAY), policy: RoundPolicy.parse({ ...chosen, ladder }) };
    await door.send(round, CHIEF, 'open', { spec, tasks: tasksFor(['P2', 'P3', 'P4', 'P5']) }, START);
    const outcomes: Outcome[] = [];
    let now = START;
    for (const { hours, command: c } of steps) {
      now += hours * HOUR;
      if (looks) await lookUntil(door, round, now);
      outcomes.push(await door.send(round, c.by, c.type, c.body, now));
    }
    if (looks) await lookUntil(door, round, now + 30 * DAY);
    await door.look(round, now + 30 * DAY);
    return { outcomes: outcomes.map((o) => (o.accepted ? 'accepted' : o.code)), facts: await factsOf(round) };
  }

  async function lookUntil(door: Door, round: StreamId, until: number): Promise<void> {
    for (let looks = 0; looks < 100; looks++) {
      const { rows } = await database.pool.query<{ wake: number | null }>(
        'select wake_at as wake from stream where id = $1 and not closed',
        [round],
      );
      const wake = rows[0]?.wake ?? null;
      if (wake === null || wake > until) return;
      await door.look(round, wake);
    }
    throw new Error('Time does not go on.');
  }

  /** What has become of every task, and of the round. */
  async function factsOf(round: StreamId) {
    const state = (await foldNow(database.pool, database.keys, [round])).get(round)!.state as RoundState;
    const tasks = [...state.tasks.values()].map((t) => [t.id, t.assignee, t.state, t.due, t.revision]);
    return { phase: state.phase, tasks };
  }

  test('the same commands at the same instants end alike, whether anybody looked in between or not', async () => {
    await fc.assert(
      fc.asyncProperty(policy, fc.array(step, { minLength: 2, maxLength: 12 }), async (chosen, steps) => {
        expect(await told(chosen, steps, false)).toEqual(await told(chosen, steps, true));
      }),
      { numRuns: 60, interruptAfterTimeLimit: 40_000 },
    );
  });

  test('a reminder after an extension comes, though nobody could be told that it is earlier now', async () => {
    const door = new Door(database);
    const round: StreamId = 'round:away-extended';
    const policyOf = RoundPolicy.parse({ ladder: [{ offset: '-1d', to: 'assignee' }] });
    const spec = { ...reviews(START + 20 * DAY), policy: policyOf };
    await door.send(round, CHIEF, 'open', { spec, tasks: tasksFor(['P2']) }, START);
    await door.look(round, START);
    await door.send(round, 'P2', 'delegate', { task: 'A.P2', to: 'P3', reason }, START + DAY);
    await door.send(round, CHIEF, 'extend', { tasks: 'all', due: START + 25 * DAY, reason }, START + DAY);
    const { rows } = await database.pool.query<{ wake: number }>('select wake_at as wake from stream where id = $1', [
      round,
    ]);
    await door.look(round, rows[0]!.wake);
    const { rows: sent } = await database.pool.query(
      "select person from outbox where stream = $1 and template = 'round.reminder'",
      [round],
    );
    expect(sent).toEqual([{ person: 'P3' }]);
  });

  test('a command to a round lets the hour of what it belongs to act first, at any distance', async () => {
    const door = new Door(database);
    const chain: StreamId[] = ['round:away-top', 'round:away-middle', 'round:away-below'];
    for (const [i, round] of chain.entries()) {
      const ladder = i === 2 ? [] : [{ offset: '-1d', to: 'assignee' as const }];
      const spec = { ...reviews(START + (10 + i) * DAY), policy: RoundPolicy.parse({ ladder }) };
      await door.send(round, CHIEF, 'open', { spec, tasks: tasksFor(['P2', 'P3']) }, START);
      await database.pool.query('update stream set owner = $2 where id = $1', [round, chain[i - 1] ?? null]);
      await signAnew(database, round);
    }
    const reminded = async () => {
      const { rows } = await database.pool.query<{ stream: string }>(
        "select distinct stream from outbox where stream = any($1) and template = 'round.reminder' order by stream desc",
        [chain],
      );
      return rows.map((r) => r.stream);
    };
    const submit = (by: string, at: number) =>
      door.send(chain[2]!, by, 'submit', { task: `A.${by}`, answer: { score: 7 } }, at);
    expect(await submit('P2', START + 8 * DAY)).toMatchObject({ accepted: true });
    expect(await reminded()).toEqual([]);
    // A reminder that is late waits for a day on which people work.
    const worked = [11, 12, 13].map((days) => START + days * DAY).find((at) => new Date(at).getUTCDay() % 6 > 0)!;
    expect(await submit('P3', worked)).toMatchObject({ accepted: true });
    expect(await reminded()).toEqual(['round:away-top', 'round:away-middle']);
  });

  /** A client whose server is away until it is told otherwise; it counts what it is asked. */
  function distant() {
    const seen = { asked: 0, reached: 0, signalled: [] as string[], away: true };
    const getSystemInfo = async () => {
      seen.reached++;
      if (seen.away) throw new Error('14 UNAVAILABLE: No connection established.');
    };
    const signalWithStart = async (_type: string, { workflowId }: { workflowId: string }) => {
      seen.asked++;
      if (seen.away) throw new Error('14 UNAVAILABLE: No connection established.');
      seen.signalled.push(workflowId);
    };
    const withDeadline = (_deadline: number, work: () => Promise<unknown>) => work();
    const connection = { workflowService: { getSystemInfo } };
    return { seen, client: { withDeadline, connection, workflow: { signalWithStart } } as unknown as Client };
  }

  test('thousands of answers ask a stream for one look, which comes within seconds of the server', async () => {
    const { seen, client } = distant();
    const time = { clock: new Clock(), real: () => START };
    const local = new LocalEngine({ database, client, time, complaints: [] });
    const round: StreamId = 'round:away-many';
    const ids = Array.from({ length: 20_000 }, (_, i) => `T${i}`);
    const tasks = ids.map((id) => ({ id, assignee: 'P2', about: id, aboutPerson: null, due: null }));
    const send = (id: string, actor: string, type: string, body: object) =>
      local.gateway.send(round, { id, actor, type, body });
    expect(await send('open-many', CHIEF, 'open', { spec: reviews(START + 9 * DAY), tasks })).toMatchObject({
      accepted: true,
    });
    // As many as may wait of one person.
    for (let from = 0; from < ids.length; from += 1_000) {
      const some = ids.slice(from, from + 1_000);
      const answers = some.map((task) => send(`answer-${task}`, 'P2', 'submit', { task, answer: { score: 7 } }));
      for (const outcome of await Promise.all(answers)) expect(outcome.accepted).toBe(true);
    }
    await local.stop();
    expect(seen.asked).toBeLessThanOrEqual(20);
    const { rows } = await database.pool.query('select count(*)::int as n from look where stream = $1', [round]);
    expect(rows).toEqual([{ n: 1 }]);

    const sweeping = local.sweep();
    const before = seen.asked;
    while (seen.reached < 2) await new Promise((resolve) => setTimeout(resolve, 100));
    seen.away = false;
    while (!seen.signalled.includes(round)) await new Promise((resolve) => setTimeout(resolve, 100));
    // While it was away nobody was signalled, however many waited.
    expect(seen.asked - before).toBe(seen.signalled.length);
    await sweeping.stop();
  });
});
