import { expect, test } from '@jest/globals';
import { ORGANISATION, SYSTEM } from '../../../contracts/ids.ts';
import { holdersOf, rolesOf } from '../../../domain/organisation/roles.ts';
import { emptyOrganisation, type OrganisationState } from '../../../domain/organisation/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { company } from './company.ts';

const at = (text: string) => Date.parse(text);
const NOW = at('2027-03-01T09:00:00+08:00');

/** An organisation in memory with E1 of operations for good. */
function founded(): Memory {
  const memory = new Memory(emptyOrganisation(), NOW);
  expect(memory.send(ORGANISATION, 'grantRole', { person: 'E1', role: 'operations' }, SYSTEM)).toBeNull();
  expect(memory.send(ORGANISATION, 'importOrganisation', company, 'E1')).toBeNull();
  return memory;
}

const stateOf = (memory: Memory) => memory.streams.get(ORGANISATION)!.state as OrganisationState;
const grant = (memory: Memory, body: object, actor = 'E1') => memory.send(ORGANISATION, 'grantRole', body, actor);
const take = (memory: Memory, body: object) => memory.send(ORGANISATION, 'takeRole', body, 'E1');

test('a role holds until the end of its last day where the person works', () => {
  const memory = founded();
  expect(grant(memory, { person: 'E2', role: 'auditor', until: '2027-03-02' })).toBeNull();
  const holds = (text: string) => rolesOf(stateOf(memory), 'E2', at(text)).map(({ role }) => role);
  expect(stateOf(memory).people.get('E2')!.timeZone).toBe('Asia/Shanghai');
  expect(holds('2027-03-02T23:59:59+08:00')).toEqual(['auditor']);
  expect(holds('2027-03-03T00:00:00+08:00')).toEqual([]);
  expect(grant(memory, { person: 'E2', role: 'auditor', until: '2027-02-28' })?.code).toBe('wrong-date');
});

test('the same role granted anew has another end, and is one role', () => {
  const memory = founded();
  grant(memory, { person: 'E2', role: 'leader', until: '2027-12-31' });
  expect(grant(memory, { person: 'E2', role: 'leader', until: '2027-12-31' })?.code).toBe('already-so');
  expect(grant(memory, { person: 'E2', role: 'leader' })).toBeNull();
  expect(grant(memory, { person: 'E2', role: 'leader', scope: 'D1' })).toBeNull();
  expect(rolesOf(stateOf(memory), 'E2', NOW)).toEqual([
    { role: 'leader', scope: null, until: null },
    { role: 'leader', scope: 'D1', until: null },
  ]);
  expect(take(memory, { person: 'E2', role: 'leader' })).toBeNull();
  expect(rolesOf(stateOf(memory), 'E2', NOW)).toEqual([{ role: 'leader', scope: 'D1', until: null }]);
  expect(take(memory, { person: 'E2', role: 'leader' })?.code).toBe('already-so');
});

test.each([
  [
    'somebody unknown',
    { person: 'E99', role: 'leader' },
    'unknown-person',
    /import the organisation or correct the id/,
  ],
  ['a department that is not there', { person: 'E2', role: 'leader', scope: 'D9' }, 'not-found', /leave out the scope/],
  [
    'operations of a department',
    { person: 'E2', role: 'operations', scope: 'D1' },
    'not-allowed',
    /leave out the scope/,
  ],
  ['an auditor of operations', { person: 'E1', role: 'auditor' }, 'not-allowed', /take that one first/],
  ['an unknown role', { person: 'E2', role: 'king' }, 'command-invalid', /role/],
])('%s is refused in a sentence that says how to mend it', (_, body, code, sentence) => {
  expect(grant(founded(), body)).toMatchObject({ code, detail: expect.stringMatching(sentence) });
});

test('the last of operations can neither be taken, nor get an end, nor leave', () => {
  const memory = founded();
  expect(grant(memory, { person: 'E2', role: 'operations', until: '2027-12-31' })).toBeNull();
  const refusals = [
    take(memory, { person: 'E1', role: 'operations' }),
    grant(memory, { person: 'E1', role: 'operations', until: '2027-12-31' }),
    memory.send(ORGANISATION, 'personLeft', { person: 'E1', successor: 'E2' }, 'E2'),
  ];
  for (const refused of refusals) {
    expect(refused).toMatchObject({ code: 'last-operator', detail: expect.stringMatching(/to somebody else first/) });
  }
  const erased = memory.send(ORGANISATION, 'erasePerson', { person: 'E1', reason: 'On request' }, 'E2');
  expect(erased?.code).toBe('still-employed');
  expect(grant(memory, { person: 'E2', role: 'operations' })).toBeNull();
  expect(memory.send(ORGANISATION, 'personLeft', { person: 'E1', successor: 'E2' }, 'E2')).toBeNull();
  expect(take(memory, { person: 'E2', role: 'operations' })?.code).toBe('last-operator');
});

test('whoever has left has no role, and has none when they come back', () => {
  const memory = founded();
  grant(memory, { person: 'E3', role: 'leader' });
  memory.send(ORGANISATION, 'personLeft', { person: 'E3', successor: null }, 'E1');
  expect(holdersOf(stateOf(memory), 'leader', NOW)).toEqual([]);
  expect(grant(memory, { person: 'E3', role: 'leader' })?.code).toBe('has-left');
  expect(memory.send(ORGANISATION, 'importOrganisation', company, 'E1')).toBeNull();
  expect(stateOf(memory).people.get('E3')!.employed).toBe(true);
  expect(holdersOf(stateOf(memory), 'leader', NOW)).toEqual([]);
});

test('that somebody of operations has left is told to the others, as what they ran needs another hand', () => {
  const memory = founded();
  for (const person of ['E2', 'E3']) grant(memory, { person, role: 'operations' });
  memory.notices.length = 0;
  expect(memory.send(ORGANISATION, 'personLeft', { person: 'E3', successor: null }, 'E1')).toBeNull();
  expect(memory.notices.map(({ to, template, about }) => [to, template, about])).toEqual([
    ['E2', 'operations.role', { person: 'E3', by: 'E1', granted: false }],
  ]);
});

test('whoever comes to operations past the API is told of to all others of operations, at once', () => {
  const memory = founded();
  grant(memory, { person: 'E2', role: 'operations' });
  memory.notices.length = 0;
  expect(grant(memory, { person: 'E3', role: 'operations' }, SYSTEM)).toBeNull();
  const about = { person: 'E3', by: null, granted: true };
  expect(memory.notices.map(({ to, template, about: of, waits }) => ({ to, template, of, waits }))).toEqual(
    ['E1', 'E2'].map((to) => ({ to, template: 'operations.role', of: about, waits: false })),
  );
  memory.notices.length = 0;
  expect(take(memory, { person: 'E3', role: 'operations' })).toBeNull();
  expect(memory.notices.map(({ to, about: of }) => [to, of])).toEqual([
    ['E2', { person: 'E3', by: 'E1', granted: false }],
  ]);
  memory.notices.length = 0;
  grant(memory, { person: 'E3', role: 'leader' });
  expect(memory.notices).toEqual([]);
});

test('only with access to the database is a role granted to somebody whom the directory does not know', () => {
  const memory = founded();
  expect(grant(memory, { person: 'setup', role: 'operations' })?.code).toBe('unknown-person');
  expect(grant(memory, { person: 'setup', role: 'operations' }, SYSTEM)).toBeNull();
  expect(holdersOf(stateOf(memory), 'operations', NOW)).toEqual(['E1', 'setup']);
});
