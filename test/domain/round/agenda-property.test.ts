import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Instant, StreamId } from '../../../contracts/ids.ts';
import { type RoundEvent, RoundPolicy } from '../../../contracts/round.ts';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { civilInstant } from '../../../domain/calendar/civil.ts';
import { parseDuration } from '../../../domain/calendar/duration.ts';
import { addDuration } from '../../../domain/calendar/workday.ts';
import { personTime } from '../../../domain/organisation/directory.ts';
import type { Absence, OrganisationState } from '../../../domain/organisation/state.ts';
import type { Recorded } from '../../../domain/process.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { illegality } from '../../faults/legal.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2027-01-04T00:00:00+08:00');
/** Two colleagues in Shanghai, one in Chicago and one in Berlin, with managers of their own. */
const PEOPLE = ['D2-2', 'D2-5', 'D3-2', 'D4-2'];
const ZONES: Readonly<Record<string, string>> = {
  'D3-2': 'America/Chicago',
  'D4-2': 'Europe/Berlin',
  'D2-1': 'Asia/Tokyo',
};

/** Something that is done, or another company to go on with. */
type Change =
  | { readonly act: (memory: Memory) => void }
  | { readonly company: (before: OrganisationState) => OrganisationState };
const dayText = (n: number) => new Date(START + n * DAY + 12 * HOUR).toISOString().slice(0, 10);
const stateOf = (memory: Memory) => memory.streams.get(ROUND)!.state as RoundState;

function absent(organisation: OrganisationState, person: string, absence: Omit<Absence, 'kind'>): OrganisationState {
  const people = new Map(organisation.people);
  const before = people.get(person)!;
  const kind = { of: person, $sealed: 'x' };
  people.set(person, { ...before, absences: [...before.absences, { ...absence, kind }] });
  return { ...organisation, people };
}

function worked(organisation: OrganisationState, day: string, kind: Calendar['days'][string]): OrganisationState {
  const calendar = organisation.calendars.get('CN')!;
  const calendars = new Map([['CN', { ...calendar, days: { ...calendar.days, [day]: kind } }]]);
  return { ...organisation, calendars };
}

const person = fc.constantFrom(...PEOPLE);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const days = (max: number) => fc.integer({ min: 1, max: max * 24 }).map((hours) => hours * HOUR);
const send = (type: string, body: object, actor?: string): Change => ({
  act(memory) {
    const task = 'task' in body ? stateOf(memory).tasks.get(body.task as string) : undefined;
    memory.send(ROUND, type, body, actor ?? task?.assignee ?? 'D1-1');
  },
});
/** With a due instant so long from when it is done. */
const dated = (type: string, body: object, later: number): Change => ({
  act: (memory) => void memory.send(ROUND, type, { ...body, due: memory.now + later }, 'D1-1'),
});

/** What may happen between two turns: hands change, time is given, people and calendars are not as they were. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(id, days(20)).map(([task, later]) => dated('extend', { tasks: [task], reason: 'More time.' }, later)),
  days(20).map((later) => dated('extend', { tasks: 'all', reason: 'More time.' }, later)),
  fc.tuple(id, days(15)).map(([task, later]) => dated('reopen', { task, reason: 'Again.' }, later)),
  fc.tuple(id, person).map(([task, to]) => send('delegate', { task, to, reason: 'Away.' })),
  fc.tuple(id, person).map(([task, to]) => send('reassign', { tasks: [task], to, reason: 'Away.' }, 'D1-1')),
  id.map((task) => send('takeBack', { task })),
  fc.oneof(fc.constant('all' as const), fc.tuple(id)).map((tasks) => send('remind', { tasks }, 'D1-1')),
  id.map((task) => send('submit', { task, answer: { score: 5 } })),
  fc.tuple(person, fc.nat(60), fc.nat(12)).map(([who, from, length]) => ({
    company: (before: OrganisationState) => absent(before, who, { from: dayText(from), to: dayText(from + length) }),
  })),
  fc.tuple(fc.nat(70), fc.constantFrom('holiday' as const, 'makeup_workday' as const)).map(([day, kind]) => ({
    company: (before: OrganisationState) => worked(before, dayText(day), kind),
  })),
);

/** Time that passes with the engine awake, or an outage over which it sleeps. */
const pass = fc.record({ length: days(6), outage: fc.boolean() });

const offset = fc.oneof(
  fc.integer({ min: -8, max: 5 }).map((n) => `${n}bd`),
  fc.integer({ min: -10, max: 6 }).map((n) => `${n}d`),
  fc.integer({ min: -70, max: 70 }).map((n) => (n < 0 ? `-PT${-n}H` : `PT${n}H`)),
);
const rung = fc.record({ offset, to: fc.constantFrom('assignee' as const, 'manager' as const, 'owner' as const) });
const ladder = fc
  .uniqueArray(rung, { minLength: 1, maxLength: 5, selector: (r) => r.offset })
  .filter((rungs) => RoundPolicy.safeParse({ ladder: rungs }).success);

const story = fc.record({
  opensAt: fc.integer({ min: 0, max: 7 * 24 }).map((hours) => START + hours * HOUR),
  ladder,
  tasks: fc.uniqueArray(fc.record({ id, assignee: person, length: days(25) }), {
    minLength: 1,
    maxLength: 5,
    selector: (t) => t.id,
  }),
  steps: fc.array(fc.tuple(pass, change), { maxLength: 14 }),
});
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** The company as it was at each event and at each message, by their numbers. */
interface Past {
  atEvent(version: number): OrganisationState;
  atNotice(index: number): OrganisationState;
}

async function play({ opensAt, ladder: rungs, tasks, steps }: Story): Promise<{ memory: Memory; past: Past }> {
  const base = company();
  const people = new Map(base.people);
  for (const [who, timeZone] of Object.entries(ZONES)) people.set(who, { ...people.get(who)!, timeZone });
  const memory = new Memory({ ...base, people }, opensAt);
  const companies = [{ events: 0, notices: 0, organisation: memory.organisation }];
  const policy = RoundPolicy.parse({ ladder: rungs, settles: 'closed' });
  const asked = tasks.map((t) => ({ id: t.id, assignee: t.assignee, due: opensAt + t.length }));
  const spec = { ...reviews(opensAt + 25 * DAY), policy };
  expect(memory.send(ROUND, 'open', { spec, tasks: asked }, 'D1-1')).toBeNull();
  for (const [{ length, outage }, what] of steps) {
    if (outage) {
      memory.now += length;
      memory.poke(ROUND);
    } else await memory.until(memory.now + length);
    if ('act' in what) what.act(memory);
    else {
      const organisation = what.company(memory.organisation);
      companies.push({
        ...{ events: memory.streams.get(ROUND)!.events.length, notices: memory.notices.length },
        organisation,
      });
      memory.organisation = organisation;
      memory.poke(ROUND);
    }
  }
  await memory.until(memory.now + 120 * DAY);
  const past: Past = {
    atEvent: (version) => companies.findLast((c) => c.events < version)!.organisation,
    atNotice: (index) => companies.findLast((c) => c.notices <= index)!.organisation,
  };
  return { memory, past };
}

type Told = Recorded & RoundEvent;

/** A task as its letters tell of it: since it came to its holder or was given more time, and what was climbed since. */
interface Climb {
  readonly due: Instant;
  letter: Instant;
  readonly rungs: Set<number>;
}

/** Hears of each rung that is climbed, with the task as it stood before; returns those that are open in the end. */
function climbs(events: readonly Told[], hear: (e: Told, person: string, rung: number, climb: Climb) => void) {
  const open = new Map<string, Climb>();
  const dues = new Map<string, Instant>();
  const answered = new Map<string, Climb>();
  const arm = (task: string, at: Instant, due = dues.get(task)!) => {
    dues.set(task, due);
    open.set(task, { due, letter: at, rungs: new Set() });
  };
  for (const e of events) {
    if (e.type === 'TasksAdded') for (const t of e.body.tasks) arm(t.id, e.at, t.due);
    if (e.type === 'TaskReopened') arm(e.body.task, e.at, e.body.due);
    if (e.type === 'TaskDelegated') arm(e.body.task, e.at);
    if (e.type === 'TasksReassigned') for (const t of e.body.tasks) arm(t, e.at);
    if (e.type === 'TasksExtended')
      for (const t of e.body.tasks === 'all' ? [...open.keys()] : e.body.tasks) arm(t, e.at, e.body.due);
    if (e.type === 'TaskSubmitted') {
      answered.set(e.body.task, open.get(e.body.task)!);
      open.delete(e.body.task);
    }
    // The rungs that were climbed before stay behind it, and so do those of the time in which it was answered.
    if (e.type === 'TaskTakenBack') open.set(e.body.task, { ...answered.get(e.body.task)!, letter: e.at });
    if (e.type === 'TasksReminded') for (const t of e.body.tasks) open.get(t)!.letter = e.at;
    if (e.type !== 'RemindersSent') continue;
    for (const { person: who, tasks } of e.body.sent) {
      for (const { task, rung: n } of tasks) {
        const climb = open.get(task)!;
        hear(e, who, n, climb);
        climb.rungs.add(n);
        climb.letter = e.at;
      }
    }
  }
  return open;
}

test('however hands, time, leave and calendars change, each rung is climbed once, in its time, at a civil hour, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const { memory, past } = await play(told);
      const events = memory.streams.get(ROUND)!.events as Told[];
      expect(illegality(events)).toBeNull();
      const { spec, tasks } = stateOf(memory);
      const { ladder: rungs } = spec!.policy;
      const moment = (due: Instant, n: number, who: string, organisation: OrganisationState) =>
        addDuration(due, parseDuration(rungs[n]!.offset), personTime(organisation, who));
      // Each once, when its moment has come, and unless a letter has been written since that moment.
      const open = climbs(events, (e, who, n, climb) => {
        const at = moment(climb.due, n, who, past.atEvent(e.version));
        expect([climb.rungs.has(n), at > climb.letter, at <= e.at]).toEqual([false, true, true]);
      });
      // None is lost: of every rung whose moment has come a letter has told that was written then or later.
      for (const [task, { due, letter, rungs: climbed }] of open) {
        const { assignee } = tasks.get(task)!;
        for (const n of rungs.keys())
          expect(climbed.has(n) || moment(due, n, assignee, memory.organisation) <= letter).toBe(true);
      }
      hoursAreCivil(memory, past);
    }),
    { numRuns: 150 },
  );
});

/** No reminder goes out at night or on leave, beside another at the same time, or before the letter about its tasks. */
function hoursAreCivil(memory: Memory, past: Past): void {
  const asked = new Map<string, Instant>();
  const reminded = new Set<string>();
  for (const [i, { to, notBefore, template, about }] of memory.notices.entries()) {
    const tasks = about.tasks as readonly string[];
    if (template === 'round.reminder' || template === 'round.escalation') {
      expect(civilInstant(notBefore, personTime(past.atNotice(i), to))).toBe(notBefore);
    } else for (const task of tasks) asked.set(`${task} ${to}`, notBefore);
    if (template !== 'round.reminder' || about.rung === null) continue;
    expect(reminded.has(`${to} ${notBefore}`)).toBe(false);
    reminded.add(`${to} ${notBefore}`);
    for (const task of tasks) expect(notBefore).toBeGreaterThan(asked.get(`${task} ${to}`)!);
  }
}
