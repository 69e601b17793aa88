import { expect, test } from '@jest/globals';
import { holdsOfCourse, holdsOfSelection } from '../../../activities/notices/still-true.ts';
import { Course, DAYS, local, TRAINER } from '../../domain/offering/scenario.ts';
import { DAY, GOOD, Scenario } from '../../domain/selection/scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D3-2', 'D1-5'];

/** The letters of a selection to somebody that still hold, oldest first. */
const lettersTo = (s: Scenario, to: string) =>
  s.memory.notices
    .filter((n) => n.to === to && n.template.startsWith('selection.'))
    .filter(({ template, about }) => holdsOfSelection(s.state, { person: to, template, about }))
    .map((n) => n.template.slice('selection.'.length));

test('whoever is back after a selection hears nothing of what could be done in it', async () => {
  const s = await (await new Scenario().start()).to('call');
  expect(lettersTo(s, 'D2-2')).toEqual(['call']);
  for (const p of PEOPLE) await s.apply(p);
  expect(lettersTo(s, 'D2-2')).toEqual(['call', 'applicationReceived']);
  await s.to('closed');
  expect(lettersTo(s, 'D2-2')).toEqual(['agreement', 'result', ...lettersTo(s, 'D2-2').slice(2)]);
  expect(lettersTo(s, 'D2-2')).not.toContain('publicNotice');
  expect(lettersTo(s, 'D2-5')).toEqual([]);
});

test('a notice of results and an application that was screened out are read before the right to object ends', async () => {
  const s = await (await new Scenario({ agreements: () => ({ agrees: false }) }).start()).to('call');
  await s.apply('D2-2');
  for (const p of PEOPLE.slice(1)) {
    s.habits.agreements = GOOD.agreements;
    await s.answer();
    await s.apply(p);
  }
  const start = new Date(s.memory.now).toISOString().slice(0, 10);
  const absences = [{ from: start, to: '2028-01-31', kind: { of: 'x', $sealed: 'x' } }];
  s.hire('D2-2', { performance: { 2023: 1, 2024: 1, 2025: 1 }, absences });
  s.hire('D2-6', { absences });
  await s.to('results');
  const [out] = s.memory.notices.filter((n) => n.template === 'selection.ineligible' && n.to === 'D2-2');
  expect(out!.notBefore).toBeLessThan(out!.about.objectUntil as number);
  const [posted] = s.memory.notices.filter((n) => n.template === 'selection.publicNotice' && n.to === 'D2-6');
  expect(posted!.notBefore).toBeLessThan(posted!.about.objectUntil as number);
  expect(posted!.notBefore).toBeLessThan(s.memory.now + DAY);
});

test('after a course its trainer hears neither that they teach nor who comes, nor a participant that they have a seat', async () => {
  const c = await new Course().open().to('invitation');
  await c.until('2027-04-05');
  const letters = (to: string) =>
    c.memory.notices
      .filter((n) => n.to === to && n.template.startsWith('offering.'))
      .filter(({ template, about }) => holdsOfCourse(c.state, { person: to, template, about }, c.memory.now))
      .map((n) => n.template);
  expect(letters(TRAINER)).toEqual(['offering.trainer', 'offering.briefing']);
  expect(letters('D2-2')).toContain('offering.invitation');
  await c.until('2027-04-20');
  expect(local(DAYS[2]!, '17:00')).toBeLessThan(c.memory.now);
  expect(letters(TRAINER)).toEqual([]);
  expect(letters('D2-2')).toEqual([]);
});
