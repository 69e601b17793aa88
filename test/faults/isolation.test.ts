import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CommandId, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { streamsInTrouble } from '../../db/streams.ts';
import { anybody } from '../../domain/turn/rights.ts';
import { Advance } from '../../engine/advance.ts';
import { Gateway } from '../../engine/gateway.ts';
import { engineOf } from '../../engine/parts.ts';
import { MADE_ID } from '../../engine/received.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const DAY = 86_400_000;
const PEOPLE = ['P2', 'P3', 'P4'];
const submit = (person: string, id = `submit-${person}`) => ({
  id,
  actor: person,
  type: 'submit',
  body: { task: `A.${person}`, answer: { score: 7 } },
});

describe('one fault in a stream', () => {
  let database: TestDatabase;
  let door: Door;
  let n = 0;
  let round: StreamId;
  beforeAll(async () => {
    database = await testDatabase();
    await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(8), START);
  });
  beforeEach(async () => {
    door = new Door(database);
    round = `round:fault-${++n}`;
    await door.send(round, 'P1', 'open', { spec: reviews(START + 9 * DAY), tasks: tasksFor(PEOPLE) }, START);
  });
  afterAll(() => database.stop());

  /** Whatever is written of this task fails in the database, as a value would that it cannot hold. */
  async function withPoison(task: string, work: () => Promise<void>): Promise<void> {
    await database.pool.query(
      `alter table task add constraint poison check (id <> '${task}' or state <> 'submitted') not valid`,
    );
    try {
      await work();
    } finally {
      await database.pool.query('alter table task drop constraint poison');
    }
  }

  test('the one command that fails is refused, and those beside it are taken', async () => {
    await withPoison('A.P3', async () => {
      expect(
        await door.decide(
          round,
          PEOPLE.map((p) => submit(p)),
          START,
        ),
      ).toMatchObject([{ accepted: true }, { accepted: false, code: 'internal' }, { accepted: true }]);
    });
    // It is decided; another one is another command.
    expect(await door.decide(round, [submit('P3')])).toMatchObject([{ accepted: false, code: 'internal' }]);
    expect(await door.decide(round, [submit('P3', 'submit-P3-again')])).toMatchObject([{ accepted: true }]);
    expect(await streamsInTrouble(database.pool)).toEqual([]);
    expect(door.complaints.join()).toMatch(/A command failed and was refused.*poison/);
  });

  test('a command that fails once, and not again, is taken', async () => {
    await database.pool.query(`create sequence flukes;
      create function fluke() returns trigger language plpgsql as $$
        begin if nextval('flukes') = 1 then raise 'a fluke'; end if; return new; end $$;
      create trigger fluke before update on task for each row execute function fluke()`);
    try {
      expect(await door.decide(round, [submit('P2')], START)).toMatchObject([{ accepted: true }]);
    } finally {
      await database.pool.query('drop trigger fluke on task; drop function fluke; drop sequence flukes');
    }
  });

  test('whoever sends one failing command after the other is put off for a while, and nobody else', async () => {
    const time = { clock: new Clock(), real: () => START };
    const turns = new Advance(engineOf({ rights: anybody, ...database, time, complain: () => undefined }));
    const gateway = new Gateway({ turns, after: () => undefined });
    await withPoison('A.P3', async () => {
      for (let i = 0; i < 10; i++) {
        expect(await gateway.send(round, submit('P3', `failing-${i}`))).toMatchObject({ code: 'internal' });
      }
      expect(await gateway.send(round, submit('P3', 'failing-10'))).toMatchObject({ code: 'too-many-failures' });
      expect(await gateway.send(round, submit('P2'))).toMatchObject({ accepted: true });
    });
  });

  test('where time fails, people act without it, and it acts again once it can', async () => {
    const spoil = async (from: string, to: string) => {
      await database.pool.query(
        `update ledger set body = replace(body::text, $2, $3)::json where stream = $1 and type = 'RoundOpened'`,
        [round, from, to],
      );
      await signAnew(database, round);
    };
    await spoil('"grace":"PT0H"', '"grace":"never"');
    await spoil('"silence":"wait"', '"silence":"nil"');
    const other = new Door(database);
    expect(await other.decide(round, [submit('P2')], START + DAY)).toMatchObject([{ accepted: true }]);
    expect((await streamsInTrouble(database.pool)).map((t) => t.stream)).toEqual([round]);
    // Time is tried by looks alone, less and less often.
    const first = (await other.look(round, START + DAY)).wake! - (START + DAY);
    const second = (await other.look(round, START + DAY)).wake! - (START + DAY);
    expect(second).toBeGreaterThan(first);
    expect(await other.decide(round, [submit('P3')], START + DAY)).toMatchObject([{ accepted: true }]);

    await spoil('"grace":"never"', '"grace":"PT0H"');
    const mended = new Door(database);
    expect((await mended.look(round, START + 10 * DAY)).closed).toBe(true);
    expect(await streamsInTrouble(database.pool)).toEqual([]);
  });

  test('a command is known again by its id, author, type and body, and by all of them', async () => {
    const [first] = await door.decide(round, [submit('P2')], START);
    expect(await door.decide(round, [submit('P2')])).toEqual([first]);
    const others = [
      { ...submit('P2'), actor: 'P3' },
      { ...submit('P2'), type: 'saveDraft' },
      { ...submit('P2'), body: { task: 'A.P2', answer: { score: 8 } } },
    ];
    for (const other of others) {
      expect(await door.decide(round, [other])).toMatchObject([{ accepted: false, code: 'command-reused' }]);
    }
    const twice = [submit('P3'), { ...submit('P3'), actor: 'P4' }, submit('P3')];
    expect(await door.decide(round, twice)).toMatchObject([
      { accepted: true },
      { accepted: false, code: 'command-reused' },
      { accepted: true },
    ]);
  });

  test('the same command sent in two places at once has one effect', async () => {
    for (let i = 0; i < 50; i++) {
      const doors = [new Door(database), new Door(database)];
      const sent = { ...submit('P4', `race-${i}`), type: 'saveDraft', body: { task: 'A.P4' } };
      const [a, b] = await Promise.all(doors.map((d) => d.decide(round, [sent], START)));
      expect(a).toEqual(b);
    }
    const { rows } = await database.pool.query(
      `select count(*)::int as n from ledger where stream = $1 and type = 'TaskDrafted'`,
      [round],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('what has changed in the company while a turn waited for its lock counts', async () => {
    const holder = await database.pool.connect();
    await holder.query('begin');
    await holder.query('select 1 from stream where id = $1 for update', [round]);
    const body = { task: 'A.P2', to: 'P8', reason: 'on leave' };
    const waiting = door.decide(round, [{ id: 'delegate-1', actor: 'P2', type: 'delegate', body }], START);
    const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
    const isWaited = 'select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
    while (!(await database.pool.query(isWaited, [rows[0]!.pid])).rows.length);
    await new Door(database).send(ORGANISATION, 'system', 'personLeft', { person: 'P8' }, START);
    await holder.query('rollback');
    holder.release();
    expect(await waiting).toMatchObject([{ accepted: false, code: 'unknown-person' }]);
  });

  test('a refusal under an id that Rostrum made of the contents is not kept, what was accepted is', async () => {
    const made = { ...submit('P3', `${MADE_ID}submit:P3`), actor: 'P3' };
    await withPoison('A.P3', async () => {
      expect(await door.decide(round, [made], START)).toMatchObject([{ accepted: false, code: 'internal' }]);
    });
    const hold = { id: `${MADE_ID}hold:1`, actor: 'P1', type: 'hold', body: { reason: 'Inventory.' } };
    const release = { ...hold, id: `${MADE_ID}release:1`, type: 'release' };
    expect(await door.decide(round, [release])).toMatchObject([{ accepted: false }]);
    const [held] = await door.decide(round, [hold]);
    expect(await door.decide(round, [release, made, hold])).toMatchObject([
      { accepted: true },
      { accepted: true },
      held,
    ]);
  });

  test('what the engine sends has ids that nobody else can give', () => {
    expect(CommandId.safeParse(`${MADE_ID}rank:ranking.1:0123456789`).success).toBe(false);
    expect(CommandId.safeParse('rank:ranking.1:0123456789').success).toBe(true);
  });
});

describe('a change in the company', () => {
  let database: TestDatabase;
  let door: Door;
  const rounds = Array.from({ length: 60 }, (_, i): StreamId => `round:wide-${i}`);
  beforeAll(async () => {
    database = await testDatabase();
    door = new Door(database);
    await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(8), START);
    for (const [i, round] of rounds.entries()) {
      const tasks = tasksFor(i === 7 ? ['P4', 'P6'] : ['P2', 'P3']);
      await door.send(round, 'P1', 'open', { spec: reviews(START + 9 * DAY), tasks }, START);
    }
    await door.settle();
  });
  afterAll(() => database.stop());

  const asked = async (type: string, body: object) => {
    door.poked.length = 0;
    expect(await door.send(ORGANISATION, 'system', type, body, START)).toMatchObject({ accepted: true });
    const streams = [...new Set(door.poked)].filter((stream) => stream !== ORGANISATION).sort();
    await door.settle();
    return streams;
  };

  test('an absence asks for a look only where its person has something open', async () => {
    const away = { from: '2027-01-11', to: '2027-01-15', kind: 'leave' };
    expect(await asked('recordAbsence', { person: 'P6', ...away })).toEqual(['round:wide-7']);
    expect(await asked('recordAbsence', { person: 'P8', ...away })).toEqual([]);
  });

  test('a corrected calendar asks wherever somebody works by it, and moves what is to come', async () => {
    const wakeOf = async () =>
      (await database.pool.query<{ wake: number }>("select wake_at as wake from stream where id = 'round:wide-0'"))
        .rows[0]!.wake;
    const before = await wakeOf();
    const day = new Date(before).toISOString().slice(0, 10);
    const calendar = { id: 'CN', weekend: [6, 7], days: { [day]: 'holiday' } };
    expect((await asked('correctCalendar', { calendar, reason: 'a new holiday' })).length).toBe(rounds.length);
    expect(await wakeOf()).not.toBe(before);
  });
});
