import { expect, test } from '@jest/globals';
import { supervisorOf } from '../../../domain/organisation/stand-in.ts';
import { command, decide, founded, having, personRow } from './company.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-04-01T09:00:00+08:00');
const span = { from: NOW, to: NOW + 5 * DAY };

/** E1 over E2 over E3 over E5 over E6, and E4 aside; E2 is on leave. */
const line = having(
  founded(),
  command('importOrganisation', {
    people: [personRow('E5', 'E3'), personRow('E6', 'E5')],
    absences: [{ person: 'E2', from: '2026-03-20', to: '2026-04-30', kind: 'leave' }],
  }),
);

test.each([
  ['somebody aside stands in', 'E4', 'E4'],
  ['the person does not: the next above is asked', 'E3', 'E1'],
  ['nor does whoever reports to them', 'E5', 'E1'],
  ['nor does whoever reports to them through others', 'E6', 'E1'],
])('for a supervisor on leave %s', (_what, deputy, asked) => {
  expect(supervisorOf(line, 'E3', span, { E2: deputy })).toBe(asked);
});

test('whoever is below one person stands in for what is about another', () => {
  expect(supervisorOf(line, 'E3', span)).toBe('E1');
  const aside = having(line, command('importOrganisation', { people: [personRow('E7', 'E2')] }));
  expect(supervisorOf(aside, 'E7', span, { E2: 'E5' })).toBe('E5');
});

test('who somebody has named stands in for them, unless the terms name somebody else, until they take it back', () => {
  const named = having(line, command('nameDeputy', { person: 'E2', deputy: 'E4' }));
  expect(supervisorOf(named, 'E3', span)).toBe('E4');
  expect(supervisorOf(named, 'E3', span, { E2: 'E1' })).toBe('E1');
  // What is imported later says nothing of it.
  const imported = having(named, command('importOrganisation', { people: [personRow('E2', 'E1')] }));
  expect(supervisorOf(imported, 'E3', span)).toBe('E4');
  expect(supervisorOf(having(named, command('nameDeputy', { person: 'E2', deputy: null })), 'E3', span)).toBe('E1');
});

test.each([
  ['nobody stands in for themselves', { person: 'E3', deputy: 'E3' }, 'not-allowed'],
  ['nor does somebody unknown', { person: 'E3', deputy: 'E99' }, 'unknown-person'],
  ['what is so already is not said again', { person: 'E3', deputy: null }, 'already-so'],
])('%s', (_, body, code) => {
  expect(decide(line, command('nameDeputy', body))).toMatchObject({ rejected: true, code });
});
