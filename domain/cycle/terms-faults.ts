import type { CycleTerms } from '../../contracts/cycle/terms.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { MOST_FORMS, MOST_TASKS } from '../../contracts/round.ts';
import { isTimeZone } from '../calendar/zone.ts';
import { refusalOfPerson } from '../organisation/scope.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { refusalOfCalendar } from '../procedure/home.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { employeesInScope } from './people.ts';

type Check = (terms: CycleTerms, organisation: OrganisationState, owner: PersonId) => Rejection | null;

/** The first thing that is wrong with the terms of a cycle; null when they can stand. */
export function faultOfTerms(terms: CycleTerms, organisation: OrganisationState, owner: PersonId): Rejection | null {
  for (const check of CHECKS) {
    const fault = check(terms, organisation, owner);
    if (fault) return fault;
  }
  return null;
}

const CHECKS: readonly Check[] = [
  faultOfPlaces,
  faultOfSize,
  faultOfOperations,
  faultOfApprovers,
  faultOfDeputies,
  faultOfBudget,
  faultOfRooms,
  faultOfCourses,
  faultOfCommitments,
  faultOfToolkit,
  faultOfRules,
];

function faultOfPlaces(terms: CycleTerms, organisation: OrganisationState): Rejection | null {
  if (!isTimeZone(terms.timeZone)) return refuse('terms-invalid/no-time-zone', { timeZone: terms.timeZone });
  if (!organisation.calendars.has(terms.calendar)) {
    return refusalOfCalendar(organisation, terms.calendar);
  }
  const unknown = terms.departments.find((d) => !organisation.departments.has(d));
  if (unknown !== undefined) return refuse('terms-invalid/scope-of-cycle', { department: unknown });
  const twice = repeated(terms.departments);
  return twice === null ? null : refuse('terms-invalid/department-twice', { department: twice });
}

function faultOfSize(terms: CycleTerms, organisation: OrganisationState): Rejection | null {
  const people = employeesInScope(terms, organisation);
  if (people.length === 0) {
    return refuse('terms-invalid/nobody-in-scope', {});
  }
  if (people.length > MOST_TASKS) {
    return refuse('terms-invalid/people-too-many', { people: people.length, most: MOST_TASKS });
  }
  const posts = new Set(people.map((p) => p.post)).size;
  return posts > MOST_FORMS ? refuse('terms-invalid/posts-too-many', { posts, most: MOST_FORMS }) : null;
}

function faultOfOperations({ operations = [] }: CycleTerms, organisation: OrganisationState): Rejection | null {
  const fault = operations.map((p) => refusalOfPerson(organisation, p)).find((f) => f !== null);
  return fault ? refuse('terms-invalid/runs-cycle', { fault: fault.because }) : null;
}

/** Nobody approves what they have put together themselves: four eyes. */
function faultOfApprovers(terms: CycleTerms, organisation: OrganisationState, owner: PersonId): Rejection | null {
  const steps = [
    ['top management', terms.approval.management],
    ['HR', terms.approval.hr],
  ] as const;
  for (const [office, people] of steps) {
    for (const person of people) {
      const fault = refusalOfPerson(organisation, person);
      if (fault) return refuse('terms-invalid/approves', { office, fault: fault.because });
      if (person === owner) return refuse('terms-invalid/approves-what-they-open', { person, office });
      if (terms.operations?.includes(person)) return refuse('terms-invalid/approves-what-they-run', { person, office });
    }
    const twice = repeated(people);
    if (twice) return refuse('terms-invalid/approves-twice', { person: twice, office });
  }
  return null;
}

function faultOfDeputies({ deputies }: CycleTerms, organisation: OrganisationState): Rejection | null {
  for (const [person, deputy] of Object.entries(deputies)) {
    const fault = refusalOfPerson(organisation, person) ?? refusalOfPerson(organisation, deputy);
    if (fault) return refuse('terms-invalid/deputy', { fault: fault.because });
    if (person === deputy) return refuse('terms-invalid/own-deputy', { person });
  }
  return null;
}

function faultOfBudget({ budget }: CycleTerms, organisation: OrganisationState): Rejection | null {
  const twice = repeated(budget.map((l) => l.id));
  if (twice) return refuse('terms-invalid/line-twice', { line: twice });
  const general = budget.filter((l) => l.departments.length === 0);
  if (general.length > 1) {
    return refuse('terms-invalid/lines-for-the-rest', { budget: general.map((l) => l.id) });
  }
  const lines = new Map<string, string>();
  for (const { id, departments } of budget) {
    for (const department of departments) {
      if (!organisation.departments.has(department)) {
        return refuse('terms-invalid/line-of-nowhere', { line: id, department });
      }
      const other = lines.get(department);
      if (other) return refuse('terms-invalid/on-two-lines', { department, other, line: id });
      lines.set(department, id);
    }
  }
  return null;
}

function faultOfRooms({ rooms }: CycleTerms): Rejection | null {
  const twice = repeated(rooms.map((r) => r.id));
  if (twice) return refuse('terms-invalid/room-twice', { room: twice });
  for (const { id, closed } of rooms) {
    const wrong = closed.find((w) => w.to < w.from);
    if (wrong) return refuse('terms-invalid/room-closed', { room: id, from: wrong.from, to: wrong.to });
  }
  return null;
}

function faultOfCourses({ courses }: CycleTerms): Rejection | null {
  const twice = repeated(courses.map((c) => c.id));
  if (twice) return refuse('terms-invalid/course-twice', { course: twice });
  const wrong = courses.find((c) => c.minSeats > c.maxSeats);
  return wrong
    ? refuse('terms-invalid/course-seats', { course: wrong.id, min: wrong.minSeats, max: wrong.maxSeats })
    : null;
}

function faultOfCommitments(
  { commitments, budget, rooms }: CycleTerms,
  organisation: OrganisationState,
): Rejection | null {
  const twice = repeated(commitments.map((c) => c.id));
  if (twice) return refuse('terms-invalid/commitment-twice', { commitment: twice });
  for (const { id, leader, kind, line, room, amount, hours } of commitments) {
    const fault = refusalOfPerson(organisation, leader);
    if (fault) return refuse('terms-invalid/commitment-of', { commitment: id, fault: fault.because });
    if (kind === 'budget' && line === null) return refuse('terms-invalid/money-without-line', { commitment: id });
    if (line !== null && !budget.some((l) => l.id === line)) {
      return refuse('terms-invalid/feeds-no-line', { commitment: id, line });
    }
    if (kind === 'budget' && amount === null) return refuse('terms-invalid/money-without-amount', { commitment: id });
    if (kind === 'venue' && room === null) return refuse('terms-invalid/venue-without-room', { commitment: id });
    if (room !== null && !rooms.some((r) => r.id === room)) {
      return refuse('terms-invalid/opens-no-room', { commitment: id, room });
    }
    if (kind === 'time' && hours === null) return refuse('terms-invalid/time-without-hours', { commitment: id });
  }
  return null;
}

function faultOfToolkit({ toolkit }: CycleTerms): Rejection | null {
  const twice = repeated(toolkit.map((m) => m.id));
  return twice ? refuse('terms-invalid/method-twice', { method: twice }) : null;
}

function faultOfRules({ sourcing, delivery }: CycleTerms): Rejection | null {
  const twice = repeated(sourcing.order);
  if (twice) return refuse('terms-invalid/source-twice', { source: twice });
  const back = delivery.followUps.find((d) => d.startsWith('-'));
  return back ? refuse('terms-invalid/follow-up-before', { offset: back }) : null;
}

function repeated(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}
