import { expect, test } from '@jest/globals';
import { offeringFacts } from '../../../activities/notices/offering-facts.ts';
import { OFFERING_NOTICES } from '../../../contracts/notices/offering.ts';
import { Course, ID, PEOPLE, TRAINER } from '../../domain/offering/scenario.ts';
import { renderUnchecked } from '../../notices/render.ts';
import { memoryArchive } from './memory-archive.ts';

const NAMED = Object.keys(OFFERING_NOTICES).sort();

/** Renders every notice of a course in both languages, as it stands now. */
async function letters(c: Course) {
  const archive = {
    ...memoryArchive(c.memory, ID),
    why: async () => 'Words of the cycle',
    departmentsOf: async (people: readonly string[]) =>
      new Map(people.map((p) => [p, c.memory.organisation.people.get(p)!.department])),
  };
  const written = [];
  for (const { to: person, template, about } of c.memory.notices) {
    if (!template.startsWith('offering.')) continue;
    const facts = await offeringFacts({ person, template, about, notBefore: c.memory.now }, c.state, archive);
    for (const locale of ['en', 'zh-CN'] as const) {
      const reader = { locale, recipientName: person, publicUrl: 'https://r.example.com', timeZone: 'Asia/Shanghai' };
      const letter = renderUnchecked(template, facts, reader);
      expect(letter.subject + letter.text).not.toMatch(/undefined|null|NaN|\[object/);
      if (locale === 'en') written.push({ person, template, ...letter });
    }
  }
  return written;
}

test('every notice that a course sends has a journey in which it is written in both languages', async () => {
  const held = new Course({ attendance: ({ assignee }) => (assignee === TRAINER ? 'decline' : 'decline') }).open(
    {},
    { roomSeats: 5 },
  );
  await held.to('invitation');
  held.send('joinWaitingList', { person: 'D5-6' });
  held.send('giveUpSeat', { reason: 'A night shift.' }, 'D2-2');
  held.change('trainer', { trainer: 'D4-2' });
  held.change('move', { days: ['2027-05-11', '2027-05-12', '2027-05-13'] });
  await held.to('teaching');
  await held.until('2027-05-14');
  held.send('recordAttendance', { present: ['D2-3', 'D2-4', 'D3-5', 'D3-6'], absent: ['D3-7'] });
  const first = await letters(held);
  const cancelled = await new Course().open().to('invitation');
  cancelled.hire('D5-5', { absences: [{ from: '2027-04-09', to: '2027-04-09', kind: { of: 'D5-5', $sealed: 'x' } }] });
  cancelled.send('joinWaitingList', { person: 'D5-5' });
  cancelled.send('giveUpSeat', { reason: 'A night shift.' }, 'D2-2');
  const leave = { from: '2027-04-08', to: '2027-04-09', kind: { of: 'D2-4', $sealed: 'x' } } as const;
  cancelled.hire('D2-4', { absences: [leave] });
  cancelled.send('cancel', { reason: 'The trainer is ill.' }, 'system');
  const second = await letters(cancelled);
  expect([...new Set([...first, ...second].map((l) => l.template))].sort()).toEqual(NAMED);

  const of = (all: typeof first, template: string, person: string) =>
    all.find((l) => l.template === template && l.person === person)!;
  const sequence = (letter: (typeof first)[number]) => letter.calendar!.sequence;
  expect(of(first, 'offering.moved', 'D2-3').calendar).toMatchObject({ method: 'request', uid: ID });
  expect(sequence(of(first, 'offering.moved', 'D2-3'))).toBe(
    sequence(of(first, 'offering.trainerChanged', 'D2-3')) + 1,
  );
  expect(of(first, 'offering.moved', 'D3-2').calendar).toBeUndefined();
  expect(of(first, 'offering.moved', 'D3-2').text).toContain('Name D3-5, Name D3-6');
  expect(of(first, 'offering.support', 'D2-3').text).toContain('> Words of D2-3');
  expect(of(first, 'offering.briefing', 'D4-2').text).toContain('- Name D2-3, D2');
  expect(of(second, 'offering.passedOver', 'D5-5').text).toMatch(/because you are away on Fri\w*,? 9 Apr/);
  expect(of(second, 'offering.away', 'D2-4').text).toMatch(
    /you are away from Thu\w*,? 8 Apr\w* \d* ?to Fri\w*,? 9 Apr/,
  );
  const attention = of(second, 'offering.attention', 'D1-2');
  expect(attention.subject).toContain('O-001 has somebody who is away on its days');
  expect(attention.text).toMatch(/Name D2-4 has a seat .* and is away from Thu/);
  expect(of(second, 'offering.removed', PEOPLE[0]!).calendar).toMatchObject({ method: 'cancel' });
  expect(of(second, 'offering.cancelled', PEOPLE[1]!).calendar).toMatchObject({ method: 'cancel' });
  expect(sequence(of(second, 'offering.cancelled', PEOPLE[1]!))).toBeGreaterThan(
    sequence(of(second, 'offering.invitation', PEOPLE[1]!)),
  );
  expect(of(second, 'offering.cancelled', PEOPLE[1]!).text).toContain('Reason: Words of the cycle');
});
