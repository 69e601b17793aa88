import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlannedOffering } from '../../contracts/planning.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import type { TestEngine } from '../harness/engine.ts';
import { letters } from './letters.ts';
import { OPERATOR, Year } from './year.ts';

const WEEK = 7 * 86_400_000;

/** What whoever decides a change says to it. */
let word: { decision: 'approve' } | { decision: 'reject'; comment: string } | null = { decision: 'approve' };

describe('an approved plan changes by a change request alone', () => {
  let engine: TestEngine;
  let year: Year;
  let moved: PlannedOffering;
  let taught: PlannedOffering;
  beforeAll(async () => {
    engine = await Year.engine();
    year = await Year.small(engine, 'changed', {
      // People are invited as soon as the plan is approved, so that there is somebody to tell.
      terms: { delivery: { invite: '190d' }, deputies: { 'D1-1': 'D5-1' } },
      habits: { 'cycle-changes': async () => word },
    });
    await year.to('execution');
    [moved, taught] = (await year.plan()).plan.offerings as [PlannedOffering, PlannedOffering];
    await year.until(
      async () => (await stageOf(moved)) === 'invitation' && (await stageOf(taught)) === 'invitation',
      'the invitations',
    );
    await year.until(async () => (await year.open('offering-seats')).length === 0, 'everybody coming');
  });
  afterAll(() => engine.stop());

  const offering = async (line: PlannedOffering) =>
    (await new StreamReader(engine.database.pool, engine.database.keys).offering(year.offering(line.id)))!;
  const stageOf = async (line: PlannedOffering) =>
    (await new StreamReader(engine.database.pool, engine.database.keys).offering(year.offering(line.id)))?.stage;
  const to = (list: readonly { person: string }[]) => [...new Set(list.map((l) => l.person))].sort();
  const events = async (type: string) => (await year.events(type)).map((e) => e.body);

  /** Asks for a change of the plan; returns its number. */
  async function request(change: object, { emergency = false, by = OPERATOR } = {}): Promise<string> {
    await year.do(by, 'requestChange', { change, emergency, reason: 'It cannot be helped.' });
    return (await events('ChangeRequested')).at(-1)!.change as string;
  }

  async function decided(type: string, change: string): Promise<Record<string, unknown>> {
    const there = async () => (await events(type)).find((e) => e.change === change);
    await year.until(async () => (await there()) !== undefined, `${type} of ${change}`);
    return (await there())!;
  }

  const later = (days: readonly string[], weeks = 1) =>
    days.map((d) => new Date(Date.parse(d) + weeks * WEEK).toISOString().slice(0, 10));

  test('a course is moved, everybody is told, and calendars take the new entry for the old one', async () => {
    const days = later(moved.days);
    const change = await request({ kind: 'move', offering: moved.id, days, room: moved.room });
    const asked = (await events('ChangeRequested')).at(-1)!;
    expect(asked).toMatchObject({ approver: 'D1-3', effect: { money: 0, faults: [] } });
    await decided('ChangeApplied', change);
    const isMoved = async () => (await offering(moved)).planned!.days.join() === days.join();
    await year.until(isMoved, 'the new days');
    const told = (await letters(engine, year.stream, 'offering.moved')).filter(
      (l) => l.stream === year.offering(moved.id),
    );
    expect(to(told)).toEqual([...new Set([...moved.participants, moved.trainer!, 'D2-1', 'D3-1'])].sort());
    const entry = told.find((l) => l.person === moved.participants[0])!.calendar!;
    expect(entry).toMatchObject({ uid: year.offering(moved.id), method: 'request' });
    const invited = (await letters(engine, year.stream, 'offering.invitation')).find(
      (l) => l.stream === year.offering(moved.id),
    )!;
    expect(invited.calendar).toMatchObject({ uid: year.offering(moved.id) });
    expect(entry.sequence).toBeGreaterThan(invited.calendar!.sequence);
    moved = (await offering(moved)).planned!;
  });

  test('a change that is refused leaves everything as it is, and whoever asked is told', async () => {
    word = { decision: 'reject', comment: 'The hall is booked.' };
    const change = await request(
      { kind: 'move', offering: moved.id, days: later(moved.days), room: moved.room },
      { by: 'D2-1' },
    );
    expect(await decided('ChangeRejected', change)).toMatchObject({ by: 'D1-3', silent: false });
    expect((await offering(moved)).planned).toEqual(moved);
    const [letter] = (await letters(engine, year.stream, 'cycle.changeDecided')).slice(-1);
    expect(letter).toMatchObject({ person: 'D2-1', about: { change, outcome: 'rejected' } });
    expect(letter!.text).toContain(change);
  });

  test('a trainer who falls ill is replaced at once, and it is approved afterwards', async () => {
    word = { decision: 'approve' };
    const trainer = taught.trainer === 'D3-3' ? 'D4-3' : 'D3-3';
    const change = await request({ kind: 'trainer', offering: taught.id, trainer }, { emergency: true });
    expect((await events('ChangeApplied')).at(-1)).toMatchObject({ change, emergency: true });
    await year.until(async () => (await offering(taught)).planned!.trainer === trainer, 'the new trainer');
    expect(await decided('ChangeConfirmed', change)).toMatchObject({ by: 'D1-3' });
    expect((await offering(taught)).planned!.trainer).toBe(trainer);
    const own = async (template: string) =>
      (await letters(engine, year.stream, template)).filter((l) => l.stream === year.offering(taught.id));
    expect(to(await own('offering.released'))).toEqual([taught.trainer]);
    expect(to(await own('offering.trainerChanged'))).toEqual([...taught.participants].sort());
    taught = (await offering(taught)).planned!;
  });

  test('an emergency that is refused afterwards is undone', async () => {
    word = { decision: 'reject', comment: 'She can teach.' };
    const trainer = taught.trainer === 'D3-3' ? 'D4-3' : 'D3-3';
    const change = await request({ kind: 'trainer', offering: taught.id, trainer }, { emergency: true });
    await year.until(async () => (await offering(taught)).planned!.trainer === trainer, 'the other trainer');
    expect(await decided('ChangeUndone', change)).toMatchObject({ by: 'D1-3', planned: { trainer: taught.trainer } });
    await year.until(async () => (await offering(taught)).planned!.trainer === taught.trainer, 'the former trainer');
    const alarms = (await letters(engine, year.stream, 'cycle.attention')).filter(
      (l) => l.about.what === 'change-undone',
    );
    expect(alarms.map((l) => l.person)).toEqual([OPERATOR]);
  });

  test('money that is taken back after the freeze becomes a change request, decided by somebody else', async () => {
    word = { decision: 'approve' };
    await year.do('D1-1', 'withdrawCommitment', { commitment: 'money', reason: 'Orders have fallen.' });
    const asked = (await events('ChangeRequested')).at(-1)!;
    expect(asked).toMatchObject({ what: { kind: 'budget', line: 'general', amount: 0 }, by: 'D1-1', approver: 'D5-1' });
    expect(JSON.stringify((asked.effect as { faults: object[] }).faults)).toContain('general');
    // It is never carried out while the plan stands that needs the money.
    const why = expect.objectContaining({ en: expect.stringContaining('general') });
    expect(await decided('ChangeFailed', asked.change as string)).toMatchObject({ by: 'D5-1', why });
    const told = (await letters(engine, year.stream, 'cycle.changeDecided')).filter(
      (l) => l.about.outcome === 'failed',
    );
    expect(to(told)).toEqual(['D1-1', 'D5-1']);
    for (const { text } of told) expect(text).toContain('Reason: Budget line general');
    const alarms = (await letters(engine, year.stream, 'cycle.attention')).map((l) => l.about.what);
    expect(alarms).toEqual(expect.arrayContaining(['commitment-withdrawn', 'change-failed']));
  });

  test('a course is cancelled: everybody is told, and it counts as not held', async () => {
    const change = await request({ kind: 'cancel', offering: moved.id });
    await decided('ChangeApplied', change);
    await year.until(async () => (await year.results()).length > 0, 'its result');
    expect((await year.results())[0]).toMatchObject({ offering: moved.id, result: { held: false, cost: 0 } });
    const told = await letters(engine, year.stream, 'offering.cancelled');
    expect(to(told)).toEqual([...new Set([...moved.participants, moved.trainer!, 'D2-1', 'D3-1'])].sort());
    const entry = told.find((l) => l.person === moved.participants[0])!.calendar;
    expect(entry).toMatchObject({ method: 'cancel', uid: year.offering(moved.id) });
    const before = (await letters(engine, year.stream, 'offering.moved')).filter(
      (l) => l.person === moved.participants[0],
    );
    expect(entry!.sequence).toBeGreaterThan(Math.max(...before.map((l) => l.calendar!.sequence)));
    expect(await engine.send(year.offering(moved.id), 'system', 'cancel', { reason: 'Once more.' })).toMatchObject({
      accepted: false,
    });
    const again = { change: { kind: 'seats', offering: moved.id, seats: 9 }, reason: 'More.' };
    expect(await engine.send(year.stream, OPERATOR, 'requestChange', again)).toMatchObject({ accepted: false });
  });

  test('nothing of it went wrong unseen', () => {
    expect(engine.complaints).toEqual([]);
  });
});
