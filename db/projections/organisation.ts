import type { OrganisationEvent } from '../../contracts/organisation.ts';
import type { Private, Sealed } from '../../contracts/private.ts';
import type { OrganisationState, Person } from '../../domain/organisation/state.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Connection } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { roleText } from '../signature.ts';
import { boolean, bytes, many, orNull, rows, text } from '../sql/kinds.ts';
import { asIn, columnsOf } from '../sql/rows.ts';
import { statement } from '../sql/statement.ts';
import type { Writer } from './writer.ts';

const OF_PERSON = {
  ...{ name: orNull(text), email: orNull(text), department: text, manager: orNull(text) },
  ...{ locale: text, time_zone: text, calendar: text, deputy: orNull(text), employed: boolean },
};
const PERSON = { id: text, ...OF_PERSON };
const putPeople = statement('put-people', { people: rows(PERSON) }, (db, { people }) =>
  db
    .insertInto('person')
    .columns(columnsOf(PERSON))
    .expression(db.selectFrom(people('p')).selectAll())
    .onConflict((met) => met.column('id').doUpdateSet(asIn('excluded', columnsOf(OF_PERSON)))),
);

const OF_DEPARTMENT = { name: text, name_zh: text, head: text };
const DEPARTMENT = { id: text, ...OF_DEPARTMENT };
const putDepartments = statement('put-departments', { departments: rows(DEPARTMENT) }, (db, { departments }) =>
  db
    .insertInto('department')
    .columns(columnsOf(DEPARTMENT))
    .expression(db.selectFrom(departments('d')).selectAll())
    .onConflict((met) => met.column('id').doUpdateSet(asIn('excluded', columnsOf(OF_DEPARTMENT)))),
);

const dropRoles = statement('drop-roles', { people: many(text) }, (db, { people }) =>
  db.deleteFrom('role').where(({ eb, fn }) => eb('person', '=', fn.any(people))),
);
const ROLE = { person: text, role: text, scope: text, until: orNull(text), signature: bytes };
const putRoles = statement('put-roles', { roles: rows(ROLE) }, (db, { roles }) =>
  db
    .insertInto('role')
    .columns(columnsOf(ROLE))
    .expression(db.selectFrom(roles('r')).selectAll()),
);

/** Writes the directory of people and departments; of people who were erased it keeps no name and no address. */
export async function projectOrganisation(
  state: OrganisationState,
  events: readonly Recorded<OrganisationEvent>[],
  { connection, keys }: Writer,
): Promise<void> {
  const people = new Set<string>();
  const departments = new Set<string>();
  const holders = new Set<string>();
  for (const recorded of events) {
    const e = recorded as OrganisationEvent;
    switch (e.type) {
      case 'PeopleJoined':
      case 'PeopleChanged':
        for (const p of e.body.people) people.add(p.id);
        break;
      case 'PersonLeft':
      case 'PersonErased':
        people.add(e.body.person);
        holders.add(e.body.person);
        break;
      case 'DeputyNamed':
        people.add(e.body.person);
        break;
      case 'RoleGranted':
      case 'RoleTaken':
        holders.add(e.body.person);
        break;
      case 'DepartmentsSet':
        for (const d of e.body.departments) departments.add(d.id);
        break;
      default:
        break;
    }
  }
  if (people.size)
    await writePeople(
      connection,
      [...people].map((id) => state.people.get(id)!),
      keys,
    );
  if (departments.size) await writeDepartments(connection, state, [...departments]);
  if (holders.size) await writeRoles(connection, state, [...holders], keys);
}

async function writePeople(connection: Connection, people: readonly Person[], keys: KeyRing): Promise<void> {
  const held = await keys.hold(people.filter((p) => !p.erased).map((p) => p.id));
  const clear = (p: Person, sealed: Private) => (p.erased ? null : (held.unseal(sealed as Sealed) as string));
  await putPeople.run(connection, {
    people: people.map((p) => ({
      id: p.id,
      name: clear(p, p.name),
      email: clear(p, p.email),
      department: p.department,
      manager: p.manager,
      locale: p.locale,
      time_zone: p.timeZone,
      calendar: p.calendar,
      deputy: p.deputy,
      employed: p.employed,
    })),
  });
}

/** The roles of these people as they stand, signed; which of them hold is a matter of the day. */
async function writeRoles(
  connection: Connection,
  state: OrganisationState,
  people: readonly string[],
  { signer }: KeyRing,
): Promise<void> {
  const roles = people.flatMap((person) => (state.roles.get(person) ?? []).map((held) => ({ person, ...held })));
  await dropRoles.run(connection, { people });
  await putRoles.run(connection, {
    roles: roles.map((held) => ({ ...held, scope: held.scope ?? '', signature: signer.sign(roleText(held)) })),
  });
}

async function writeDepartments(
  connection: Connection,
  state: OrganisationState,
  ids: readonly string[],
): Promise<void> {
  const departments = ids.map((id) => state.departments.get(id)!);
  await putDepartments.run(connection, {
    departments: departments.map(({ id, name, nameZh, head }) => ({ id, name, name_zh: nameZh, head })),
  });
}
