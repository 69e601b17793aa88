import type { OrganisationEvent } from '../../contracts/organisation.ts';
import type { Private, Sealed } from '../../contracts/private.ts';
import type { OrganisationState, Person } from '../../domain/organisation/state.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Connection } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import type { Writer } from './writer.ts';

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
  if (holders.size) await writeRoles(connection, state, [...holders]);
}

async function writePeople(connection: Connection, people: readonly Person[], keys: KeyRing): Promise<void> {
  const held = await keys.hold(people.filter((p) => !p.erased).map((p) => p.id));
  const clear = (p: Person, sealed: Private) => (p.erased ? null : held.unseal(sealed as Sealed));
  await connection.query(
    `insert into person (id, name, email, department, manager, post, grade, locale, time_zone, calendar,
                         technical_backbone, employed)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                          $9::text[], $10::text[], $11::boolean[], $12::boolean[])
     on conflict (id) do update set name = excluded.name, email = excluded.email, department = excluded.department,
       manager = excluded.manager, post = excluded.post, grade = excluded.grade, locale = excluded.locale,
       time_zone = excluded.time_zone, calendar = excluded.calendar,
       technical_backbone = excluded.technical_backbone, employed = excluded.employed`,
    [
      people.map((p) => p.id),
      people.map((p) => clear(p, p.name)),
      people.map((p) => clear(p, p.email)),
      people.map((p) => p.department),
      people.map((p) => p.manager),
      people.map((p) => p.post),
      people.map((p) => p.grade),
      people.map((p) => p.locale),
      people.map((p) => p.timeZone),
      people.map((p) => p.calendar),
      people.map((p) => p.technicalBackbone),
      people.map((p) => p.employed),
    ],
  );
}

/** The roles of these people as they stand; which of them hold is a matter of the day. */
async function writeRoles(connection: Connection, state: OrganisationState, people: readonly string[]): Promise<void> {
  const roles = people.flatMap((person) => (state.roles.get(person) ?? []).map((held) => ({ person, ...held })));
  await connection.query('delete from role where person = any($1)', [people]);
  await connection.query(
    `insert into role (person, role, scope, until)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    [roles.map((r) => r.person), roles.map((r) => r.role), roles.map((r) => r.scope ?? ''), roles.map((r) => r.until)],
  );
}

async function writeDepartments(
  connection: Connection,
  state: OrganisationState,
  ids: readonly string[],
): Promise<void> {
  const departments = ids.map((id) => state.departments.get(id)!);
  await connection.query(
    `insert into department (id, name, name_zh, head, influence)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
     on conflict (id) do update set name = excluded.name, name_zh = excluded.name_zh, head = excluded.head,
       influence = excluded.influence`,
    [
      departments.map((d) => d.id),
      departments.map((d) => d.name),
      departments.map((d) => d.nameZh),
      departments.map((d) => d.head),
      departments.map((d) => d.influence),
    ],
  );
}
