import type { Pool } from '../../db/connection.ts';
import {
  connectedAs,
  functionsOfEverybody,
  type Held,
  heldRights,
  strangersLetIn,
  wrongRights,
} from '../../db/rights-held.ts';
import { CLOSED } from '../../stack/public-rights.ts';
import { type Finding, fail, finding, ok, warn } from './finding.ts';

const PROVISION = 'run rostrum provision and give each process the address of its own role';

/** Whether the processes come to the database as themselves, and may do there what they need and no more. */
export async function rightsFindings(pool: Pool): Promise<Finding[]> {
  return [
    await finding('Roles', PROVISION, () => rolesFinding(pool)),
    await finding('Rights', 'run rostrum migrate as the owner', () => rightsFinding(pool)),
    await finding('Database of its own', 'run rostrum provision', () => strangersFinding(pool)),
  ];
}

async function rolesFinding(pool: Pool): Promise<Finding> {
  const connected = await connectedAs(pool);
  const superusers = connected.filter((c) => c.superuser);
  if (superusers.length) {
    const found = `a process is connected as the superuser ${names(superusers)}, who may read and rewrite anything`;
    return fail('Roles', found, PROVISION);
  }
  const owners = connected.filter((c) => c.owner);
  if (owners.length) {
    return warn('Roles', `a process is connected as the owner ${names(owners)}, who may rewrite the ledger`, PROVISION);
  }
  const unknown = connected.filter((c) => c.unknown);
  if (unknown.length)
    return warn('Roles', `a process is connected as ${names(unknown)}, whose rights nobody knows`, PROVISION);
  if (!connected.length) return ok('Roles', 'no process is connected');
  return ok('Roles', `the processes are connected as ${names(connected)}`);
}

async function rightsFinding(pool: Pool): Promise<Finding> {
  const mend = 'run rostrum migrate as the owner';
  if (!(await heldRights(pool)).length) return warn('Rights', 'the roles of the processes are not there', PROVISION);
  const { more, less } = await wrongRights(pool);
  if (less.length) return fail('Rights', `${line(less[0]!, 'may not')}${others(less)}, and has to`, mend);
  if (more.length) return warn('Rights', `${line(more[0]!, 'may')}${others(more)}, and need not`, mend);
  return ok('Rights', 'each process may do what it needs and no more');
}

async function strangersFinding(pool: Pool): Promise<Finding> {
  const strangers = await strangersLetIn(pool);
  if (strangers.length)
    return warn('Database of its own', `it lets in ${strangers.join(' and ')}`, 'run rostrum provision');
  const [first, ...more] = await functionsOfEverybody(pool, CLOSED);
  if (first === undefined) return ok('Database of its own', 'nobody but Rostrum comes to it');
  const found = `whoever comes to it may run ${first}${more.length ? ` (and ${more.length} more)` : ''}, and need not`;
  return warn('Database of its own', found, 'run rostrum provision');
}

const names = (connected: readonly { readonly role: string }[]) => connected.map(({ role }) => role).join(', ');
const line = ({ process, verb, table }: Held, may: string) => `the role of ${process} ${may} ${verb} ${table}`;
const others = (all: readonly Held[]) => (all.length > 1 ? ` (and ${all.length - 1} more)` : '');
