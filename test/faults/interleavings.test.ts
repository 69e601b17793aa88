import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import { current, readEntries } from '../../db/ledger.ts';
import { verifyLedger } from '../../db/verify.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Outcome, Sent } from '../../domain/turn/outcome.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';
import { illegality } from './legal.ts';
import { type WorkerDoor, workerDoor } from './workers.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const reason = 'for a reason';
const comment = reviews(START).form.fields[1]!;

const person = fc.constantFrom('P2', 'P3', 'P4', 'P5', 'P6');
const task = fc.constantFrom('A.P2', 'A.P3', 'A.P4', 'B.P5', 'N.1', 'N.2');
const tasks = fc.uniqueArray(task, { minLength: 1, maxLength: 3 });
const scope = fc.oneof(fc.constant('all' as const), tasks);

/** A command by somebody; `holder`: by whoever has the task it names. */
interface Ordered {
  readonly type: string;
  readonly by: string;
  readonly body: Record<string, unknown>;
}
const ordered = (type: string, by: fc.Arbitrary<string>, body: fc.Arbitrary<Record<string, unknown>>) =>
  fc.record({ type: fc.constant(type), by, body });
const holder = fc.oneof({ weight: 9, arbitrary: fc.constant('holder') }, { weight: 1, arbitrary: person });
const chief = fc.constant('P1');
const days = fc.integer({ min: -1, max: 9 });
const key = fc.constantFrom('stricter', 'milder');
const form = fc.constant({ fields: [...reviews(START).form.fields, { ...comment, key: 'advice' }] });
const newTask = (id: string) => person.map((assignee) => ({ id, assignee, about: 'B', aboutPerson: 'P1', due: null }));

const command = fc.oneof(
  {
    weight: 8,
    arbitrary: ordered(
      'submit',
      holder,
      fc.record({ task, answer: fc.record({ score: fc.integer({ min: 0, max: 10 }) }) }),
    ),
  },
  { weight: 3, arbitrary: ordered('saveDraft', holder, fc.record({ task })) },
  { weight: 3, arbitrary: ordered('reopen', chief, fc.record({ task, reason: fc.constant(reason) })) },
  { weight: 3, arbitrary: ordered('takeBack', holder, fc.record({ task })) },
  { weight: 2, arbitrary: ordered('remind', chief, fc.record({ tasks: scope })) },
  { weight: 2, arbitrary: ordered('recuse', holder, fc.record({ task, reason: fc.constant(reason) })) },
  { weight: 1, arbitrary: ordered('decline', holder, fc.record({ task, reason: fc.constant(reason) })) },
  { weight: 2, arbitrary: ordered('delegate', holder, fc.record({ task, to: person, reason: fc.constant(reason) })) },
  { weight: 2, arbitrary: ordered('reassign', chief, fc.record({ tasks, to: person, reason: fc.constant(reason) })) },
  {
    weight: 3,
    arbitrary: ordered(
      'extend',
      chief,
      fc.record({ tasks: scope, due: days.map((d) => START + d * DAY), reason: fc.constant(reason) }),
    ),
  },
  { weight: 1, arbitrary: ordered('withdraw', chief, fc.record({ tasks: scope, reason: fc.constant(reason) })) },
  {
    weight: 2,
    arbitrary: ordered(
      'fill',
      chief,
      fc.record({ task, by: fc.oneof(fc.constant(null), newTask('N.1'), newTask('N.2')), reason: fc.constant(reason) }),
    ),
  },
  {
    weight: 2,
    arbitrary: ordered('reform', chief, fc.record({ tasks: scope, key, form, reason: fc.constant(reason) })),
  },
  {
    weight: 1,
    arbitrary: ordered(
      'bar',
      fc.constant('system'),
      fc.record({
        people: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }),
        about: fc.constantFrom('all', ['A'], ['B', 'Z']),
        reason: fc.constant(house('judge-applied')),
      }),
    ),
  },
  { weight: 1, arbitrary: ordered('hold', chief, fc.record({ reason: fc.constant(reason) })) },
  { weight: 2, arbitrary: ordered('release', chief, fc.record({ reason: fc.constant(reason) })) },
  { weight: 1, arbitrary: ordered('close', chief, fc.record({ reason: fc.constant(reason) })) },
);

/**
 * How commands arrive: at one worker; at both at once; at a worker whose connection is lost before, or after, the
 * commit, and then at one that is well; and under an id that was used before.
 */
const how = fc.constantFrom('first', 'second', 'first', 'second', 'both', 'dies', 'lost', 'again');
const step = fc.record({
  commands: fc.array(command, { minLength: 1, maxLength: 3 }),
  how,
  hours: fc.constantFrom(0, 0, 1, 20, 60),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const policy = fc.record({
  silence: fc.constantFrom('wait' as const, 'nil' as const, 'replace' as const),
  late: fc.constantFrom('accept' as const, 'refuse' as const),
  settles: fc.constantFrom('answered' as const, 'answered' as const, 'closed' as const),
  replaces: fc.boolean(),
  quorum: fc.integer({ min: 0, max: 2 }),
});

/** One round under a sequence of steps, with all that its senders were told. */
class Story {
  readonly told = new Map<string, Outcome>();
  readonly #sent: Sent[] = [];
  readonly stream: StreamId;
  readonly #database: TestDatabase;
  readonly #workers: readonly [WorkerDoor, WorkerDoor];
  #now = START;

  constructor(database: TestDatabase, workers: readonly [WorkerDoor, WorkerDoor], stream: StreamId) {
    this.#database = database;
    this.#workers = workers;
    this.stream = stream;
  }

  async open(spec: RoundSpec): Promise<void> {
    const tasks = [
      ...tasksFor(['P2', 'P3', 'P4']),
      { id: 'B.P5', assignee: 'P5', about: 'B', aboutPerson: 'P6', due: null },
    ];
    const open = { id: 'open-0001', type: 'open', actor: 'P1', body: { spec, tasks } };
    await this.#arrive([open], 'first');
  }

  async take({ commands, how, hours }: Step): Promise<void> {
    this.#now += hours * HOUR;
    const sent: Sent[] = [];
    for (const c of commands)
      sent.push({
        id: `command-${this.#sent.length + sent.length}`,
        type: c.type,
        actor: await this.#actor(c),
        body: c.body,
      });
    const before = this.#sent[this.#sent.length - 1];
    if (how === 'again' && before) await this.#reuse({ ...sent[0]!, id: before.id, actor: `${before.actor}-not` });
    else await this.#arrive(sent, how === 'again' ? 'second' : how);
    if (how !== 'again' || !before) this.#sent.push(...sent);
  }

  async #actor({ by, body }: Ordered): Promise<string> {
    if (by !== 'holder') return by;
    const { rows } = await this.#database.pool.query<{ assignee: string }>(
      'select assignee from task where round = $1 and id = $2',
      [this.stream, body.task],
    );
    return rows[0]?.assignee ?? 'P2';
  }

  async #arrive(sent: readonly Sent[], how: string): Promise<void> {
    const [first, second] = this.#workers;
    const at = (door: Door) => door.decide(this.stream, sent, this.#now);
    const answers =
      how === 'both'
        ? await Promise.all([at(first.well), at(second.well)])
        : [await at(how === 'first' ? first.well : how === 'second' ? second.well : first[how as 'dies' | 'lost'])];
    for (const outcomes of answers) for (const [i, { id }] of sent.entries()) this.#hear(id, outcomes[i]!);
  }

  /** A command is always answered alike. */
  #hear(id: string, outcome: Outcome): void {
    const told = this.told.get(id);
    if (told) expect(outcome).toEqual(told);
    this.told.set(id, outcome);
  }

  /** Another command under an id that was used before is refused, and has no effect. */
  async #reuse(sent: Sent): Promise<void> {
    const outcomes = await this.#workers[1].well.decide(this.stream, [sent], this.#now);
    expect(outcomes).toMatchObject([{ accepted: false, code: 'command-reused' }]);
  }

  async events(): Promise<Recorded[]> {
    const events: Recorded[] = [];
    for await (const page of readEntries(this.#database.pool, this.stream)) events.push(...page.map(current));
    return events;
  }
}

describe('whatever happens to a round, on two workers', () => {
  let database: TestDatabase;
  let workers: [WorkerDoor, WorkerDoor];
  const complaints: string[] = [];
  let n = 0;

  beforeAll(async () => {
    database = await testDatabase();
    workers = [workerDoor(database, complaints), workerDoor(database, complaints)];
    await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6), START);
  });
  afterAll(async () => {
    await Promise.all(workers.map((w) => w.stop()));
    await database.stop();
  });

  test('its ledger is legal, its projections are what the ledger says, and each command has one effect', async () => {
    await fc.assert(
      fc.asyncProperty(policy, fc.array(step, { minLength: 3, maxLength: 14 }), async (chosen, steps) => {
        await database.pool.query(`delete from stream where type = 'round'`);
        for (const table of ['ledger', 'command'])
          await database.pool.query(`delete from ${table} where stream like 'round:%'`);
        for (const table of ['round', 'round_form', 'task', 'agenda'])
          await database.pool.query(`delete from ${table}`);
        const story = new Story(database, workers, `round:case-${++n}`);
        const spec = reviews(START + 3 * DAY);
        const ladder = [
          { offset: '-1d', to: 'assignee' as const },
          { offset: '1d', to: 'manager' as const },
        ];
        await story.open({ ...spec, policy: RoundPolicy.parse({ ...chosen, ladder, grace: '2d', tally: 'score' }) });
        for (const s of steps) await story.take(s);

        const events = await story.events();
        expect(illegality(events)).toBeNull();
        for (const [id, outcome] of story.told) {
          const versions = events.filter((e) => e.command === id).map((e) => e.version);
          // What one command has done stands in one piece; a draft that was a draft already does nothing.
          if (versions.length) expect(versions.at(-1)! - versions[0]!).toBe(versions.length - 1);
          if (!outcome.accepted) expect(versions).toEqual([]);
          else if (versions.length) expect(outcome.version).toBe(versions.at(-1));
        }
        expect(events.filter((e) => e.command !== null && !story.told.has(e.command))).toEqual([]);
        expect((await verifyLedger(database.pool, { streams: [story.stream] })).faults).toEqual([]);
        const { differences } = await rebuild(database.pool, { keys: database.keys, mode: 'compare' });
        expect(differences).toEqual([]);
        expect(complaints).toEqual([]);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 20_000 },
    );
  });
});
