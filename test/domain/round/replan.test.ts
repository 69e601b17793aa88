import { expect, test } from '@jest/globals';
import { personal } from '../../../contracts/private.ts';
import { personTime } from '../../../domain/organisation/directory.ts';
import type { OrganisationState, Person } from '../../../domain/organisation/state.ts';
import { company } from '../selection/company.ts';

const changed = (state: OrganisationState, id: string, change: Partial<Person>): OrganisationState => ({
  ...state,
  people: new Map([...state.people].map(([key, p]) => [key, key === id ? { ...p, ...change } : p])),
});
const away = [{ from: '2027-02-01', to: '2027-02-05', kind: personal('D2-1', 'leave') }];

test("somebody's days stay the same object while calendar and absences do, whatever else changes in the company", () => {
  const before = changed(company(), 'D2-1', { absences: away });
  const after = changed(before, 'D2-2', { grade: 'executive', absences: [{ ...away[0]!, to: '2027-02-09' }] });
  for (const person of ['D2-1', 'D3-1', 'nobody']) expect(personTime(after, person)).toBe(personTime(before, person));
  expect(personTime(after, 'D2-2')).not.toBe(personTime(before, 'D2-2'));
});

test('other absences, another calendar and another time zone are other days', () => {
  const before = company();
  const time = personTime(before, 'D2-1');
  expect(personTime(changed(before, 'D2-1', { absences: away }), 'D2-1')).not.toBe(time);
  expect(personTime(changed(before, 'D2-1', { timeZone: 'America/Chicago' }), 'D2-1')).not.toBe(time);
  const { calendar } = before.people.get('D2-1')!;
  const corrected = { ...before.calendars.get(calendar)!, days: { '2027-05-03': 'holiday' as const } };
  const calendars = new Map([...before.calendars, [calendar, corrected]]);
  expect(personTime({ ...before, calendars }, 'D2-1')).not.toBe(time);
});
