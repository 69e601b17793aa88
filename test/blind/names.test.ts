import { expect, test } from '@jest/globals';
import {
  changeLines,
  peopleOfChanges,
  peopleOfProposals,
  proposalsSeen,
  proposalsView,
} from '../../views/cycle/changes.ts';
import type { CycleReading } from '../../views/cycle/reading.ts';

const PEOPLE = ['D2-2', 'D3-2', 'D3-3', 'D4-4', 'D5-5'];
const named = (people: readonly string[]) => new Map(people.map((p) => [p, `Name of ${p}`]));

const offering = (participants: string[]) => ({ id: 'O-001', trainer: 'D5-5', participants, needs: [] });
const state = {
  proposals: Object.fromEntries(
    ['D2', 'D3', null].map((department, n) => [
      `P-${n}`,
      {
        id: `P-${n}`,
        department,
        element: null,
        people: [`${department ?? 'D4'}-2`],
        trainer: n === 1 ? 'D5-5' : null,
      },
    ]),
  ),
  changes: {
    'C-001': {
      ...{ id: 'C-001', by: 'D3-1', approver: 'D1-1', state: 'asked' },
      what: { kind: 'participants', offering: 'O-001', add: ['D3-3'], remove: ['D4-4'] },
      effect: { people: ['D3-2', 'D3-3', 'D4-4'], cost: 0 },
      before: offering(['D3-2', 'D4-4']),
      after: offering(['D3-2', 'D3-3']),
    },
  },
};

/** A cycle as somebody sees it who sees some departments, or only themselves. */
function reading(person: string, departments: string[]): CycleReading {
  const sight = { person, departments: new Set(departments), whole: false, all: false, roles: [] };
  const people = new Map(PEOPLE.map((id) => [id, { id, department: id.slice(0, 2) }]));
  return { state, organisation: { people, elements: new Map(), posts: new Map() }, sight } as never;
}

/** What a view says beside its table of names says whom it may name. */
function expectNamedIn({ names, ...rest }: { names: Record<string, string> }, names_: number): void {
  const said = JSON.stringify(rest);
  expect(Object.keys(names).filter((person) => !said.includes(`"${person}"`))).toEqual([]);
  expect(Object.keys(names)).toHaveLength(names_);
}

test('proposals name those of the departments that the asker sees, and nobody else', () => {
  const seen = (person: string, departments: string[]) => {
    const read = reading(person, departments);
    const proposals = proposalsSeen(read);
    return proposalsView(read, proposals, named(peopleOfProposals(proposals)));
  };
  expectNamedIn(seen('D4-4', []), 0);
  expectNamedIn(seen('D2-1', ['D2']), 1);
  expectNamedIn(seen('D3-1', ['D3']), 2);
});

test('change requests name whoever asks and decides, and of others those whom the asker sees', () => {
  const seen = (person: string, departments: string[]) => {
    const read = reading(person, departments);
    return { changes: changeLines(read), names: Object.fromEntries(named(peopleOfChanges(read))) };
  };
  expectNamedIn(seen('D2-2', []), 0);
  expectNamedIn(seen('D3-2', []), 3);
  expectNamedIn(seen('D4-1', ['D4']), 3);
  expectNamedIn(seen('D5-5', []), 5);
});
