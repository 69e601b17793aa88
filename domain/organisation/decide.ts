import type { Instant } from '../../contracts/ids.ts';
import type {
  OrganisationCommandBodies,
  OrganisationCommandType,
  OrganisationEvent,
  PersonRow,
} from '../../contracts/organisation.ts';
import { personal } from '../../contracts/private.ts';
import type { Command, Context, Decision } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultOfCalendar, faultOfWindow } from './faults.ts';
import { grantRole, isLastOperator, lastOperator, takeRole } from './granting.ts';
import { decideImport, same } from './import.ts';
import { isInLine } from './line.ts';
import { isOperations } from './roles.ts';
import type { OrganisationState, Person } from './state.ts';

export type OrganisationCommand = {
  [T in OrganisationCommandType]: Command<T, OrganisationCommandBodies[T]>;
}[OrganisationCommandType];

/** Decides a command to the organisation. Who may give it is asked before. */
export function decideOrganisation(
  state: OrganisationState,
  command: OrganisationCommand,
  context: Pick<Context, 'now'>,
): Decision<OrganisationEvent> {
  switch (command.type) {
    case 'importOrganisation':
      return decideImport(state, command.body);
    case 'recordAbsence':
      return recordAbsence(state, command.body);
    case 'nameDeputy':
      return nameDeputy(state, command.body);
    case 'correctCalendar':
      return correctCalendar(state, command.body, command.actor);
    case 'personLeft':
      return personLeft(state, command.body, context.now);
    case 'erasePerson':
      return erasePerson(state, command.body, command.actor);
    case 'grantRole':
      return grantRole(state, command.body, command.actor, context.now);
    case 'takeRole':
      return takeRole(state, command.body, context.now);
    case 'letTextsGo':
      return [{ type: 'TextsLetGo', body: command.body }];
    case 'letFilesGo':
      return [{ type: 'FilesLetGo', body: command.body }];
  }
}

const unknown = (id: string) => refuse('unknown-person/no-employee', { person: id });

function recordAbsence(
  state: OrganisationState,
  { person: id, from, to, kind }: OrganisationCommandBodies['recordAbsence'],
): Decision<OrganisationEvent> {
  const person = state.people.get(id);
  if (!person) return unknown(id);
  if (!person.employed) return refuse('has-left/left-no-absence', { person: id });
  const fault = faultOfWindow(id, { from, to }, person.absences);
  if (fault) return fault;
  const come = [{ from, to, kind: personal(id, kind) }];
  return [{ type: 'AbsencesChanged', body: { people: [{ person: id, come, gone: [] }] } }];
}

function nameDeputy(
  state: OrganisationState,
  { person: id, deputy }: OrganisationCommandBodies['nameDeputy'],
): Decision<OrganisationEvent> {
  const person = state.people.get(id);
  if (!person) return unknown(id);
  if (!person.employed) return refuse('has-left/left-no-deputy', { person: id });
  if (person.deputy === deputy) return refuse('already-so/deputy-already', { person: id });
  if (deputy === id) return refuse('not-allowed/own-deputy', { person: id });
  if (deputy !== null) {
    const other = state.people.get(deputy);
    if (!other) return unknown(deputy);
    if (!other.employed) return refuse('has-left/deputy-left', { deputy });
  }
  return [{ type: 'DeputyNamed', body: { person: id, deputy } }];
}

function correctCalendar(
  state: OrganisationState,
  { calendar, reason }: OrganisationCommandBodies['correctCalendar'],
  actor: string,
): Decision<OrganisationEvent> {
  if (!state.calendars.has(calendar.id)) {
    const known = [...state.calendars.keys()].join(', ') || 'none yet';
    return refuse('not-found/calendar-unknown', { calendar: calendar.id, calendars: known });
  }
  if (same(calendar, state.calendars.get(calendar.id))) {
    return refuse('already-so/calendar-like-that', { calendar: calendar.id });
  }
  const fault = faultOfCalendar(calendar);
  if (fault) return fault;
  return [{ type: 'CalendarSet', body: { calendar, reason: personal(actor, reason) } }];
}

function personLeft(
  state: OrganisationState,
  { person: id, successor }: OrganisationCommandBodies['personLeft'],
  now: Instant,
): Decision<OrganisationEvent> {
  const person = state.people.get(id);
  if (!person) return unknown(id);
  if (!person.employed) return refuse('already-so/left-already', { person: id });
  if (isLastOperator(state, id, now)) return lastOperator(id);
  const left: OrganisationEvent[] = [
    // All roles end by leaving; of this one the others of operations hear, as what they ran needs another hand.
    ...(isOperations(state, id, now)
      ? [{ type: 'RoleTaken', body: { person: id, role: 'operations', scope: null } } as const]
      : []),
    { type: 'PersonLeft', body: { person: id } },
  ];
  if (successor === null) return left;
  const next = state.people.get(successor);
  if (!next) return unknown(successor);
  if (!next.employed || successor === id) {
    return refuse('has-left/cannot-succeed', { successor, person: id });
  }
  return [...handOver(state, person, next), ...left];
}

/** The successor takes the leaver's departments and reports, and, if one of these, the leaver's place in the line. */
function handOver(state: OrganisationState, leaver: Person, successor: Person): OrganisationEvent[] {
  const departments = [...state.departments.values()].filter(({ head }) => head === leaver.id);
  const rows: PersonRow[] = [];
  const rises = isInLine(state, leaver.id, successor.id);
  if (rises) rows.push({ ...recordOf(successor), manager: leaver.manager });
  for (const person of state.people.values()) {
    if (!person.employed || person.manager !== leaver.id || person.id === successor.id) continue;
    rows.push({ ...recordOf(person), manager: successor.id });
  }
  const events: OrganisationEvent[] = [];
  if (departments.length > 0) {
    const headed = departments.map((department) => ({ ...department, head: successor.id }));
    events.push({ type: 'DepartmentsSet', body: { departments: headed } });
  }
  if (rows.length > 0) events.push({ type: 'PeopleChanged', body: { people: rows } });
  return events;
}

function recordOf({
  name: _n,
  email: _e,
  absences: _a,
  deputy: _d,
  employed: _w,
  erased: _x,
  ...record
}: Person): PersonRow {
  return { ...record, performance: { ...record.performance } };
}

function erasePerson(
  state: OrganisationState,
  { person: id, reason }: OrganisationCommandBodies['erasePerson'],
  actor: string,
): Decision<OrganisationEvent> {
  const person = state.people.get(id);
  if (!person) return unknown(id);
  if (person.erased) return refuse('already-so/erased-already', { person: id });
  if (person.employed) {
    return refuse('still-employed/still-works', { person: id });
  }
  return [{ type: 'PersonErased', body: { person: id, reason: personal(actor, reason) } }];
}
