import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeLookup } from '../../activities/notices/lookup.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import type { Rendered } from '../../notices/layout.ts';
import { terms } from '../domain/offering/scenario.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { renderUnchecked } from '../notices/render.ts';

const DAY = 86_400_000;
const STREAM: StreamId = 'offering:plan.O-001';
const PEOPLE = ['P3', 'P4', 'P5', 'P6', 'P7'];

let engine: TestEngine;
beforeAll(async () => {
  engine = await TestEngine.start({ timeSkipping: true });
  await engine.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(9));
});
afterAll(() => engine.stop());

const ANSWERS: Readonly<Record<string, (person: string) => Record<string, unknown>>> = {
  'offering-seats': (person) => ({ comes: person !== 'P4' }),
  'offering-support': () => ({ goal: 'Close the leaks of line 3.', clarified: true }),
  'offering-attendance': () => ({ absent: ['P5'] }),
  'offering-reaction': () => ({ relevance: 5, trainer: 4, organisation: 4, overall: 5, recommends: true }),
  'offering-transfer': () => ({ transfer: 2 }),
  'offering-coaching': () => ({ done: true, notes: 'At the bench.' }),
};

/** Everybody answers what is open; true when somebody did. */
async function answer(): Promise<boolean> {
  const { rows } = await engine.database.pool.query<{ round: StreamId; id: string; assignee: string; purpose: string }>(
    `select t.round, t.id, t.assignee, r.purpose from task t join round r on r.stream = t.round
     where t.state = 'open' and r.state = 'open' order by t.round, t.id`,
  );
  for (const { round, id, assignee, purpose } of rows) {
    const body = { task: id, answer: ANSWERS[purpose]!(assignee) };
    const outcome = await engine.send(round, assignee, 'submit', body);
    // An answer before it may have taken the task back.
    if (!outcome.accepted) expect(outcome.code).toBe('task-not-open');
  }
  return rows.length > 0;
}

async function stage(): Promise<string> {
  const { rows } = await engine.database.pool.query<{ stage: string }>(
    'select stage from procedure where stream = $1',
    [STREAM],
  );
  return rows[0]!.stage;
}

/** Lets people answer and days pass until a stage has come. */
async function to(wanted: string): Promise<void> {
  for (let turn = 0; turn < 200 && (await stage()) !== wanted; turn++) {
    if (!(await answer())) await engine.skipTo((await engine.now()) + 2 * DAY);
  }
  expect(await stage()).toBe(wanted);
}

const daysFrom = (at: number) => [0, 1].map((i) => new Date(at + i * DAY).toISOString().slice(0, 10));

test('a course runs on the real engine from the invitations to the last follow-up, moved once on the way', async () => {
  const line = { trainer: 'P2', participants: PEOPLE, days: daysFrom((await engine.now()) + 40 * DAY), seats: 5 };
  const body = terms(line, { owner: 'P1', cycle: 'cycle:plan' });
  expect(await engine.send(STREAM, 'P1', 'open', body)).toMatchObject({ accepted: false, code: 'not-approved' });
  expect(await engine.send(STREAM, 'system', 'open', body)).toMatchObject({ accepted: true });
  await to('invitation');
  expect(await engine.send(STREAM, 'P8', 'joinWaitingList', { person: 'P8' })).toMatchObject({ accepted: true });
  await answer();
  // The cycle, which knows where else people are, gives the seat that came free; here the test stands in its place.
  const given = { people: ['P8'], passed: [] };
  expect(await engine.send(STREAM, 'P1', 'offerSeats', given)).toMatchObject({ accepted: false, code: 'not-allowed' });
  expect(await engine.send(STREAM, 'system', 'offerSeats', given)).toMatchObject({ accepted: true });
  const days = daysFrom((await engine.now()) + 60 * DAY);
  const planned = { ...body.planned, days };
  const change = { planned, kind: 'move', place: 'Room 2', provider: null, roomSeats: 8, reason: 'The room is let.' };
  expect(await engine.send(STREAM, 'system', 'change', change)).toMatchObject({ accepted: true });
  await to('closed');
  const { result, seats, coaching } = (await new StreamReader(engine.database.pool, engine.database.keys).offering(
    STREAM,
  ))!;
  expect(seats).toEqual({
    P3: 'accepted',
    P4: 'declined',
    P5: 'accepted',
    P6: 'accepted',
    P7: 'accepted',
    P8: 'accepted',
  });
  expect(result).toMatchObject({
    held: true,
    invited: 6,
    present: ['P3', 'P6', 'P7', 'P8'],
    absent: ['P5'],
    reaction: { answers: 4, mean: 5 },
    transfer: [{ supervisors: { answers: 4, mean: 2 } }, { supervisors: { answers: 4, mean: 2 } }],
    coached: 4,
  });
  expect(Object.keys(coaching)).toHaveLength(4);
  expect(engine.complaints).toEqual([]);
});

test('every letter of it can be written from what the database holds', async () => {
  const { pool, keys } = engine.database;
  const { rows } = await pool.query<ClaimedMessage>(
    `select id, key, stream, person, template, about, not_before as "notBefore", 0 as finished from outbox
     where template like 'offering.%' order by id`,
  );
  const letters: (ClaimedMessage & Rendered)[] = [];
  for (const message of rows) {
    // As it went out, while it held.
    const lookup = makeLookup({ pool, keys, clock: { now: () => Number(message.notBefore) } });
    const found = await lookup(message);
    if (!found) continue;
    const { recipient, facts } = found;
    const reader = { ...recipient!, recipientName: recipient!.name, publicUrl: 'https://r.example.com' };
    letters.push({ ...message, ...renderUnchecked(message.template, facts, reader) });
  }
  const of = (template: string, person: string) => letters.find((l) => l.template === template && l.person === person)!;
  expect(of('offering.support', 'P3').text).toContain('> Close the leaks of line 3.');
  expect(of('offering.moved', 'P3').text).toContain('Reason: The room is let.');
  const [invited, moved] = [of('offering.invitation', 'P3').calendar!, of('offering.moved', 'P3').calendar!];
  expect(moved).toMatchObject({ uid: STREAM, place: 'Room 2' });
  expect(moved.sequence).toBeGreaterThan(invited.sequence);
  expect(of('offering.seat', 'P8').calendar).toMatchObject({ method: 'request' });
  expect(of('offering.removed', 'P4').calendar).toMatchObject({ method: 'cancel' });
  expect(of('offering.briefing', 'P2').text).toContain('Person 8, Works');
  expect(of('offering.absent', 'P1').subject).toContain('Person 5');
});
