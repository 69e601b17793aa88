import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber, dayText } from '../../../domain/calendar/day.ts';
import { personTime, WEEKLY_RHYTHM } from '../../../domain/organisation/directory.ts';
import { departmentHead, isInLine, managerOf, reportsOf } from '../../../domain/organisation/line.ts';
import { emptyOrganisation } from '../../../domain/organisation/state.ts';
import { isRejection } from '../../../domain/process.ts';
import { command, company, decide, founded, having, personRow } from './company.ts';

describe('the management line', () => {
  test('goes up to the head of the company', () => {
    const state = founded();
    expect(managerOf(state, 'E3')).toBe('E2');
    expect(managerOf(state, 'E1')).toBeNull();
    expect(isInLine(state, 'E1', 'E3')).toBe(true);
    expect(isInLine(state, 'E3', 'E1')).toBe(false);
    expect(isInLine(state, 'E3', 'E3')).toBe(false);
    expect(reportsOf(state, 'E1')).toEqual(['E2', 'E4']);
    expect(departmentHead(state, 'D1')).toBe('E2');
    expect(departmentHead(state, 'D9')).toBeNull();
  });

  test('runs past a manager who has left', () => {
    const state = having(founded(), command('personLeft', { person: 'E2', successor: null }));
    expect(managerOf(state, 'E3')).toBe('E1');
    expect(reportsOf(state, 'E1')).toEqual(['E3', 'E4']);
    expect(departmentHead(state, 'D1')).toBe('E1');
  });

  test('is taken over by a successor, from outside the line or from below', () => {
    const outside = having(founded(), command('personLeft', { person: 'E2', successor: 'E4' }));
    expect([managerOf(outside, 'E3'), managerOf(outside, 'E4'), departmentHead(outside, 'D1')]).toEqual([
      'E4',
      'E1',
      'E4',
    ]);
    const below = having(founded(), command('personLeft', { person: 'E1', successor: 'E3' }));
    expect([managerOf(below, 'E3'), managerOf(below, 'E2'), managerOf(below, 'E4')]).toEqual([null, 'E3', 'E3']);
  });

  test('whoever succeeds whom, everybody still ends at the top', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `E${n}`);
    const managers = fc.tuple(...ids.map((_, n) => fc.integer({ min: 0, max: Math.max(0, n - 1) })));
    fc.assert(
      fc.property(managers, fc.nat(11), fc.nat(11), (above, leaver, next) => {
        fc.pre(leaver !== next);
        const people = ids.map((id, n) => personRow(id, n === 0 ? null : `E${above[n]}`));
        const departments = [{ ...company.departments![0]!, head: 'E0' }];
        const state = having(
          emptyOrganisation(),
          command('importOrganisation', { ...company, people, departments, absences: [] }),
        );
        const later = having(state, command('personLeft', { person: `E${leaver}`, successor: `E${next}` }));
        for (const id of ids.filter((each) => each !== `E${leaver}`)) {
          let at: string | null = id;
          for (let steps = 0; at !== null; steps++) {
            expect(steps).toBeLessThan(13);
            at = managerOf(later, at);
          }
        }
      }),
    );
  });
});

describe('leaving and erasing', () => {
  const left = () => having(founded(), command('personLeft', { person: 'E3', successor: null }));
  const erase = command('erasePerson', { person: 'E3', reason: 'asked for it' });

  test('only who has left can be erased, and only once', () => {
    expect(decide(founded(), erase)).toMatchObject({ code: 'still-employed' });
    const erased = having(left(), erase);
    expect(erased.people.get('E3')).toMatchObject({ employed: false, erased: true, absences: [], performance: {} });
    expect(decide(erased, erase)).toMatchObject({ code: 'already-so' });
  });

  test('who was erased does not come back under the same id', () => {
    const decision = decide(having(left(), erase), command('importOrganisation', { people: [personRow('E3', 'E2')] }));
    expect(decision).toMatchObject({
      detail: expect.stringContaining('Person E3 was erased on request and cannot come back'),
    });
  });

  test.each([
    ['a stranger', founded, command('personLeft', { person: 'E9', successor: null }), 'There is no employee E9'],
    ['twice', left, command('personLeft', { person: 'E3', successor: null }), 'has left the company already'],
    [
      'to a successor who has left',
      left,
      command('personLeft', { person: 'E2', successor: 'E3' }),
      'E3 cannot succeed E2',
    ],
    ['to oneself', founded, command('personLeft', { person: 'E2', successor: 'E2' }), 'E2 cannot succeed E2'],
  ])('leaving is refused: %s', (_, state, what, sentence) => {
    expect(decide(state(), what)).toMatchObject({ rejected: true, detail: expect.stringContaining(sentence) });
  });
});

describe('absences and calendars', () => {
  const absence = { person: 'E3', from: '2026-01-05', to: '2026-01-06', kind: 'sick_leave' };

  test('an absence is added in order', () => {
    const state = having(founded(), command('recordAbsence', absence));
    expect(state.people.get('E3')?.absences.map(({ from }) => from)).toEqual(['2026-01-05', '2026-03-02']);
  });

  test('an overlapping one is refused', () => {
    const decision = decide(founded(), command('recordAbsence', { ...absence, from: '2026-03-06', to: '2026-03-09' }));
    expect(decision).toMatchObject({ code: 'wrong-date', detail: expect.stringContaining('overlaps') });
  });

  test('a calendar that never comes to a workday is refused, corrected or imported', () => {
    const listed = Array.from({ length: 500 }, (_, n) => [dayText(dayNumber('2027-01-01') + n), 'holiday'] as const);
    const calendar = { id: 'CN', weekend: [6, 7], days: Object.fromEntries(listed) };
    const sentence = expect.stringContaining('Calendar CN has no workday from 2027-01-01 to');
    expect(decide(founded(), command('correctCalendar', { calendar, reason: 'a slip' }))).toMatchObject({
      code: 'wrong-date',
      detail: sentence,
    });
    expect(decide(founded(), command('importOrganisation', { calendars: [calendar] }))).toMatchObject({
      code: 'import-invalid',
      detail: sentence,
    });
  });

  test('nobody has more than a thousand pieces of leave', () => {
    const absences = Array.from({ length: 1002 }, (_, n) => {
      const day = dayText(dayNumber('2027-01-01') + n);
      return { person: 'E3', from: day, to: day, kind: 'x' };
    });
    expect(decide(founded(), command('importOrganisation', { absences }))).toMatchObject({
      detail: expect.stringContaining('E3 has 1000 absences already; make one of those that follow one another.'),
    });
  });

  test('a corrected calendar is a new event with its reason; the same one again is not', () => {
    const calendar = { id: 'CN', weekend: [6, 7], days: { '2026-02-16': 'holiday' as const } };
    const what = command('correctCalendar', { calendar, reason: 'the notice came out' });
    const decision = decide(founded(), what);
    expect(decision).toMatchObject([
      { type: 'CalendarSet', body: { calendar, reason: { open: 'the notice came out' } } },
    ]);
    expect(decide(having(founded(), what), what)).toMatchObject({ code: 'already-so' });
    const other = command('correctCalendar', { calendar: { ...calendar, id: 'FR' }, reason: 'none' });
    expect(decide(founded(), other)).toMatchObject({ detail: 'There is no calendar FR; known are: CN.' });
  });
});

describe('personTime', () => {
  test('has the person’s zone, calendar and absences', () => {
    expect(personTime(founded(), 'E3')).toEqual({
      timeZone: 'Asia/Shanghai',
      calendar: { id: 'CN', weekend: [6, 7], days: { '2026-02-17': 'holiday' } },
      quietFrom: '20:00',
      quietUntil: '08:00',
      absences: [expect.objectContaining({ from: '2026-03-02', to: '2026-03-06' })],
    });
  });

  test('is one object for all with equal days, another for another state', () => {
    const state = founded();
    expect(personTime(state, 'E1')).toBe(personTime(state, 'E4'));
    expect(personTime(state, 'E3')).not.toBe(personTime(state, 'E1'));
    expect(personTime(founded(), 'E1')).not.toBe(personTime(state, 'E1'));
  });

  test('of a stranger is the weekly rhythm', () => {
    expect(personTime(founded(), 'E9')).toMatchObject({ timeZone: 'UTC', calendar: WEEKLY_RHYTHM, absences: [] });
    expect(
      isRejection(decide(founded(), command('recordAbsence', { person: 'E9', from: 'x', to: 'x', kind: 'x' }))),
    ).toBe(true);
  });
});
