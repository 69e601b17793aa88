import type { DiagnosedNeed, GapFindings } from '../../../contracts/cycle/gaps.ts';
import type { CyclePurpose } from '../../../contracts/cycle/terms.ts';
import type { PersonId, StreamId } from '../../../contracts/ids.ts';
import { ratingsOfAnswers } from '../../gaps/answers.ts';
import { compareRatings } from '../../gaps/comparison.ts';
import { departmentGaps } from '../../gaps/departments.ts';
import { hundredths, inHundredths, inWeighted, WEIGHTED } from '../../gaps/figures.ts';
import { type GapRow, gapRows, type Rating } from '../../gaps/gap.ts';
import type { OrganisationState, Person } from '../../organisation/state.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { RoundState, Task } from '../../round/state.ts';
import { employeesInScope } from '../people.ts';
import type { CycleState } from '../state.ts';

type Rounds = ReadonlyMap<StreamId, RoundState>;

/** The answers about each person in the rounds of a purpose; a later round's stands for an earlier one's. */
export function ratingsIn(state: CycleState, rounds: Rounds, purpose: CyclePurpose): Rating[] {
  const latest = new Map<PersonId, Task>();
  for (const { id, purpose: own } of Object.values(state.rounds)) {
    if (own !== purpose) continue;
    for (const task of rounds.get(id)?.tasks.values() ?? []) {
      if (task.answer && task.aboutPerson) latest.set(task.aboutPerson, task);
    }
  }
  return ratingsOfAnswers(
    [...latest].map(([person, t]) => ({ person, rater: t.assignee, answer: t.answer as Record<string, number> })),
  );
}

/** The gap of everybody in scope in each element of their post, by the ratings of the supervisors. */
export function gapsOf(state: CycleState, rounds: Rounds, organisation: OrganisationState): GapRow[] {
  const people = employeesInScope(termsOf(state), organisation);
  return gapRows(people, organisation.posts, ratingsIn(state, rounds, 'ratings'));
}

/** What the ratings show, department by department; what nobody has rated is counted as missing and diagnoses nothing. */
export function findingsOf(state: CycleState, rounds: Rounds, organisation: OrganisationState): GapFindings {
  const terms = termsOf(state);
  const people = employeesInScope(terms, organisation);
  const rows = gapsOf(state, rounds, organisation);
  const pairs = compareRatings(
    ratingsIn(state, rounds, 'ratings'),
    ratingsIn(state, rounds, 'self-ratings'),
    terms.ratingDistance,
  );
  const rated = rows.filter((r) => r.status === 'rated').length;
  return {
    departments: departmentGaps(people, rows).map((d) => ({
      department: d.department,
      element: d.element,
      required: d.employeesRequired,
      rated: d.employeesRated,
      gapSum: d.gapSum,
      weightedSum: d.weightedGapSum,
      meanGap: d.meanGap,
    })),
    diagnosed: diagnosedIn(people, rows, terms.gapFrom),
    rated,
    missing: rows.length - rated,
    apart: pairs.filter((p) => p.flagged).length,
  };
}

/** People of one department who need the same whole level of an element, each at least `from` levels short of it. */
function diagnosedIn(people: readonly Person[], rows: readonly GapRow[], from: number): DiagnosedNeed[] {
  const departments = new Map(people.map(({ id, department }) => [id, department]));
  const least = Math.max(hundredths(from), 1);
  const found = new Map<string, { need: Omit<DiagnosedNeed, 'points'>; points: number }>();
  for (const { person, element, required, gap, weighted } of rows) {
    if (gap === null || weighted === null || inHundredths(gap) < least) continue;
    const department = departments.get(person)!;
    const level = Math.ceil(required);
    const key = `${department}\n${element}\n${level}`;
    const one = found.get(key) ?? { need: { department, element, level, people: [] }, points: 0 };
    found.set(key, one);
    one.need.people.push(person);
    one.points += inWeighted(weighted);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { need, points }]) => ({ ...need, points: points / WEIGHTED }));
}
