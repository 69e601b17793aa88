import { expect, test } from '@jest/globals';
import { Memory } from '../../../domain/turn/memory.ts';
import { cycleCompany } from './company.ts';
import { CYCLE, CycleRun, cycleTerms, DAY, OPS, START, type Terms } from './run.ts';

/** Opens with other terms; returns why not, or null. */
function open(other: Terms): string | null {
  return new Memory(cycleCompany(), START).send(CYCLE, 'open', cycleTerms(other), OPS)?.detail ?? null;
}
const timetable = (other: object) => ({ ...(cycleTerms().timetable as object), ...other });
const line = (id: string, departments: string[] = []) => ({
  id,
  label: { en: id, 'zh-CN': id },
  amount: 1,
  departments,
});
const commitment = (other: object) => [
  { id: 'it', leader: 'D1-1', kind: 'policy', text: { en: 'x', 'zh-CN': 'x' }, ...other },
];

test.each<[string, Terms, RegExp]>([
  ['an unknown time zone', { timeZone: 'Moon/Base' }, /no time zone "Moon\/Base"/],
  ['an unknown calendar', { calendar: 'MOON' }, /no calendar "MOON"; import it, or name one of CN/],
  ['an unknown department', { departments: ['D1', 'D9'] }, /no department D9/],
  ['a department twice', { departments: ['D1', 'D1'] }, /D1 is listed twice/],
  [
    'a date that has passed',
    { timetable: timetable({ mobilisation: START - DAY }) },
    /"mobilisation" would end on .* has passed/,
  ],
  [
    'a stage that ends before it begins',
    { timetable: timetable({ ratings: START + 20 * DAY, talks: START + 19 * DAY }) },
    /"talks" would end on 2026-11-21 but begins only on 2026-11-22/,
  ],
  ['a period that ends before it begins', { period: { from: '2027-12-31', to: '2027-01-01' } }, /before it begins/],
  [
    'a period that has passed',
    { period: { from: '2025-01-01', to: '2025-12-31' } },
    /ended on 2025-12-31, which has passed/,
  ],
  [
    'an execution before the period',
    { timetable: timetable({ execution: Date.parse('2027-02-20T12:00:00+08:00') }) },
    /"execution" would end on 2027-02-20, before the period begins on 2027-03-01/,
  ],
  [
    'an execution that leaves days of the period out',
    { timetable: timetable({ execution: Date.parse('2027-09-30T12:00:00+08:00') }) },
    /"execution" would end on 2027-09-30, but the plan covers the days until 2027-12-31/,
  ],
  [
    'an approval behind the period',
    { period: { from: '2026-12-01', to: '2026-12-20' } },
    /approval would end on .*, when the period until 2026-12-20 is over/,
  ],
  [
    'an approver who has left',
    { approval: { management: ['X-1'], hr: ['D1-3'] } },
    /approvers of top management: There is no employee X-1/,
  ],
  [
    'the owner among the approvers',
    { approval: { management: ['D1-1'], hr: [OPS] } },
    /D1-2 opens the cycle .* four eyes/,
  ],
  [
    'somebody who runs it among the approvers',
    { operations: ['D1-4'], approval: { management: ['D1-1'], hr: ['D1-4'] } },
    /D1-4 runs the cycle .* four eyes/,
  ],
  ['an unknown person to run it', { operations: ['X-1'] }, /who run the cycle: There is no employee X-1/],
  ['an approver twice', { approval: { management: ['D1-1', 'D1-1'], hr: ['D1-3'] } }, /D1-1 is listed twice/],
  ['an unknown deputy', { deputies: { 'D1-1': 'X-1' } }, /Among the deputies: There is no employee X-1/],
  ['somebody as their own deputy', { deputies: { 'D1-1': 'D1-1' } }, /their own deputy/],
  ['two general budget lines', { budget: [line('a'), line('b')] }, /lines a, b name no department/],
  ['a budget line twice', { budget: [line('a', ['D1']), line('a', ['D2'])] }, /budget line a exists twice/],
  [
    'a department on two lines',
    { budget: [line('a', ['D1']), line('b', ['D1'])] },
    /D1 is on the budget lines a and b/,
  ],
  ['a commitment to no line', { commitments: commitment({ kind: 'budget', amount: 5 }) }, /name the budget line/],
  ['a commitment to an unknown line', { commitments: commitment({ line: 'moon' }) }, /line moon, which does not exist/],
  [
    'a commitment to an unknown room',
    { commitments: commitment({ kind: 'venue', room: 'R-9' }) },
    /room R-9, which does not exist/,
  ],
  ['a commitment of no hours', { commitments: commitment({ kind: 'time' }) }, /say how many hours/],
  [
    'a course with more least than most seats',
    { courses: [{ ...(cycleTerms().courses as object[])[0], minSeats: 13 }] },
    /needs at least 13 seats and has at most 12/,
  ],
  [
    'a room twice',
    {
      rooms: [
        { id: 'R', name: 'R', seats: 1 },
        { id: 'R', name: 'R', seats: 1 },
      ],
    },
    /room R exists twice/,
  ],
])('terms with %s are refused with the reason, in one sentence', (_what, other, why) => {
  const detail = open(other);
  expect(detail).toMatch(why);
  expect(detail!.match(/[.!?](\s|$)/g)).toHaveLength(1);
});

test('good terms open the cycle with a date for every stage, its methods, courses and rooms', async () => {
  const run = await new CycleRun().open();
  const { state } = run;
  expect(state).toMatchObject({ phase: 'running', stage: 'mobilisation', owner: OPS });
  const ends = Object.values(state.plan).map((p) => p.end);
  expect(ends).toHaveLength(12);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(state.toolkit.scale).toMatchObject({ version: 1, since: START });
  expect(Object.keys(state.courses)).toEqual(['C-WELD', 'C-SAFE', 'C-PLAN', 'C-COACH']);
  expect(Object.keys(state.rooms)).toEqual(['R-1', 'R-2']);
});

test('a cycle is opened once', async () => {
  const run = await new CycleRun().open();
  expect(run.refused('open', cycleTerms())).toMatch(/open already/);
});
