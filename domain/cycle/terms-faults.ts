import type { CycleTerms } from '../../contracts/cycle/terms.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { MOST_FORMS, MOST_TASKS } from '../../contracts/round.ts';
import { isTimeZone } from '../calendar/zone.ts';
import { faultOfPerson } from '../organisation/scope.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { employeesInScope } from './people.ts';

type Check = (terms: CycleTerms, organisation: OrganisationState, owner: PersonId) => string | null;

/** The first thing that is wrong with the terms of a cycle, as one sentence; null when they can stand. */
export function faultOfTerms(terms: CycleTerms, organisation: OrganisationState, owner: PersonId): string | null {
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

function faultOfPlaces(terms: CycleTerms, organisation: OrganisationState): string | null {
  if (!isTimeZone(terms.timeZone)) return `There is no time zone "${terms.timeZone}"; name one such as Asia/Shanghai.`;
  if (!organisation.calendars.has(terms.calendar)) {
    const known = [...organisation.calendars.keys()].join(', ');
    return `There is no calendar "${terms.calendar}"; import it${known && `, or name one of ${known}`}.`;
  }
  const unknown = terms.departments.find((d) => !organisation.departments.has(d));
  if (unknown !== undefined) return `There is no department ${unknown}; correct the scope of the cycle.`;
  const twice = repeated(terms.departments);
  return twice === null ? null : `The department ${twice} is listed twice in the scope; name each once.`;
}

function faultOfSize(terms: CycleTerms, organisation: OrganisationState): string | null {
  const people = employeesInScope(terms, organisation);
  if (people.length === 0) {
    return 'Nobody works in the departments of the cycle; import the organisation or widen the scope.';
  }
  if (people.length > MOST_TASKS) {
    return `${people.length} people are in scope and one cycle asks about at most ${MOST_TASKS}; open one cycle for each part of the company.`;
  }
  const posts = new Set(people.map((p) => p.post)).size;
  return posts > MOST_FORMS
    ? `The people in scope hold ${posts} posts and one cycle rates at most ${MOST_FORMS}; open one cycle for each part of the company.`
    : null;
}

function faultOfOperations({ operations = [] }: CycleTerms, organisation: OrganisationState): string | null {
  const fault = operations.map((p) => faultOfPerson(organisation, p)).find((f) => f !== null);
  return fault ? `Among those who run the cycle: ${fault}` : null;
}

/** Nobody approves what they have put together themselves: four eyes. */
function faultOfApprovers(terms: CycleTerms, organisation: OrganisationState, owner: PersonId): string | null {
  const steps = [
    ['top management', terms.approval.management],
    ['HR', terms.approval.hr],
  ] as const;
  for (const [where, people] of steps) {
    for (const person of people) {
      const fault = faultOfPerson(organisation, person);
      if (fault) return `Among the approvers of ${where}: ${fault}`;
      if (person === owner || terms.operations?.includes(person)) {
        const does = person === owner ? 'opens' : 'runs';
        return `${person} ${does} the cycle and cannot be among the approvers of ${where}: four eyes; name somebody else.`;
      }
    }
    const twice = repeated(people);
    if (twice) return `${twice} is listed twice among the approvers of ${where}; name everybody once.`;
  }
  return null;
}

function faultOfDeputies({ deputies }: CycleTerms, organisation: OrganisationState): string | null {
  for (const [person, deputy] of Object.entries(deputies)) {
    const fault = faultOfPerson(organisation, person) ?? faultOfPerson(organisation, deputy);
    if (fault) return `Among the deputies: ${fault}`;
    if (person === deputy) return `${person} is named as their own deputy; name somebody else.`;
  }
  return null;
}

function faultOfBudget({ budget }: CycleTerms, organisation: OrganisationState): string | null {
  const twice = repeated(budget.map((l) => l.id));
  if (twice) return `The budget line ${twice} exists twice; give each line its own id.`;
  const general = budget.filter((l) => l.departments.length === 0);
  if (general.length > 1) {
    return `The budget lines ${general.map((l) => l.id).join(' and ')} name no department, and only one can take the rest; name the departments of the others.`;
  }
  const lines = new Map<string, string>();
  for (const { id, departments } of budget) {
    for (const department of departments) {
      if (!organisation.departments.has(department)) {
        return `Budget line ${id}: there is no department ${department}; correct it.`;
      }
      const other = lines.get(department);
      if (other) return `The department ${department} is on the budget lines ${other} and ${id}; leave it on one.`;
      lines.set(department, id);
    }
  }
  return null;
}

function faultOfRooms({ rooms }: CycleTerms): string | null {
  const twice = repeated(rooms.map((r) => r.id));
  if (twice) return `The room ${twice} exists twice; give each room its own id.`;
  for (const { id, closed } of rooms) {
    const wrong = closed.find((w) => w.to < w.from);
    if (wrong) return `The room ${id} is closed from ${wrong.from} to ${wrong.to}; exchange the two days.`;
  }
  return null;
}

function faultOfCourses({ courses }: CycleTerms): string | null {
  const twice = repeated(courses.map((c) => c.id));
  if (twice) return `The course ${twice} exists twice; give each course its own id.`;
  const wrong = courses.find((c) => c.minSeats > c.maxSeats);
  return wrong
    ? `The course ${wrong.id} needs at least ${wrong.minSeats} seats and has at most ${wrong.maxSeats}; correct one of them.`
    : null;
}

function faultOfCommitments(
  { commitments, budget, rooms }: CycleTerms,
  organisation: OrganisationState,
): string | null {
  const twice = repeated(commitments.map((c) => c.id));
  if (twice) return `The commitment ${twice} exists twice; give each its own id.`;
  for (const { id, leader, kind, line, room, amount, hours } of commitments) {
    const fault = faultOfPerson(organisation, leader);
    if (fault) return `Commitment ${id}: ${fault}`;
    if (kind === 'budget' && line === null)
      return `The commitment ${id} is of money; name the budget line that it feeds.`;
    if (line !== null && !budget.some((l) => l.id === line)) {
      return `The commitment ${id} feeds the budget line ${line}, which does not exist; correct it or add the line.`;
    }
    if (kind === 'budget' && amount === null) return `The commitment ${id} is of money; say how much.`;
    if (kind === 'venue' && room === null) return `The commitment ${id} is of a venue; name the room that it opens.`;
    if (room !== null && !rooms.some((r) => r.id === room)) {
      return `The commitment ${id} opens the room ${room}, which does not exist; correct it or add the room.`;
    }
    if (kind === 'time' && hours === null) return `The commitment ${id} is of time; say how many hours.`;
  }
  return null;
}

function faultOfToolkit({ toolkit }: CycleTerms): string | null {
  const twice = repeated(toolkit.map((m) => m.id));
  return twice ? `The method ${twice} of the toolkit exists twice; give each its own short name.` : null;
}

function faultOfRules({ sourcing, delivery }: CycleTerms): string | null {
  const twice = repeated(sourcing.order);
  if (twice) return `The source "${twice}" is listed twice in the order of the sourcing rules; name each once.`;
  const back = delivery.followUps.find((d) => d.startsWith('-'));
  return back ? `A follow-up is set ${back} after a course; it must lie behind the course, such as 30d.` : null;
}

function repeated(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) return name;
    seen.add(name);
  }
  return null;
}
