import { processTypeOf, SYSTEM } from '../contracts/ids.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import { type Rejection, reject } from '../domain/process.ts';
import type { Rights } from '../domain/turn/rights.ts';
import { type Authority, authorityOf } from './authority.ts';
import { doorOf } from './commands.ts';
import type { Door } from './door.ts';
import type { View } from './views.ts';

/** The rights that hold: of whom the organisation employs, or has granted a role, by the table of commands. */
export const rightsOf: Rights = ({ stream, type, actor, body }, organisation, now) => {
  // Orders, results of slow work, and whoever has access to the database.
  if (actor === SYSTEM) return null;
  const who = authorityOf(organisation, actor, now);
  const door = doorOf(processTypeOf(stream), type);
  if (!door)
    return reject(
      'forbidden',
      `Nobody may send the command ${type}: no table in access/ says who may; add its line to one.`,
    );
  return faultOfStranger(organisation, who) ?? faultOfSender(door, type, who, body);
};

/**
 * Why somebody may not send a command through its door; null: they may, as far as they and what it says tell. `body` is
 * undefined as long as it has not been read.
 */
export function faultOfSender(door: Door, type: string, who: Authority, body: unknown): Rejection | null {
  if (who.auditor) return forbidAuditor(`send "${type}"`);
  switch (door.by) {
    case 'operations':
      return who.operations ? null : forOperations(`send the command ${type}`);
    case 'self':
      return who.operations || body === undefined || personIn(body) === who.person ? null : forThemselves(type, body);
    case 'engine':
      return reject('forbidden', `Rostrum itself sends the command ${type}, and nobody else; wait until it does.`);
    case 'assignee':
    case 'related':
    case 'anyone':
      return null;
  }
}

/** Why somebody may not ask for a view; null: they may, and see of it what is for them. */
export function faultOfViewer({ by, toDo }: View, who: Authority): Rejection | null {
  switch (by) {
    case 'operations':
      return who.operations ? null : forOperations(toDo);
    case 'watchers':
      return who.all ? null : forWatchers(toDo);
    case 'doers':
      return who.auditor ? forbidAuditor(toDo) : null;
    case 'strangers':
    case 'everybody':
    case 'own':
    case 'holders':
    case 'related':
      return null;
  }
}

function forbidAuditor(toDo: string): Rejection {
  return reject(
    'forbidden',
    `An auditor sees everything and does nothing; let somebody else ${toDo}, or ask operations to take that role from you.`,
  );
}

/** What is said to whoever is not of operations; `toDo` ends the sentence. */
function forOperations(toDo: string): Rejection {
  return reject('forbidden', `Only operations may ${toDo}; ask them, or sign in as one of them.`);
}

/** What is said to whoever does not see everything; `toSee` ends the sentence. */
function forWatchers(toSee: string): Rejection {
  return reject('forbidden', `Only operations and auditors may ${toSee}; ask one of them to look for you.`);
}

function forThemselves(type: string, body: unknown): Rejection {
  return reject('forbidden', `You may send the command ${type} for yourself only; leave ${personIn(body)} to them.`);
}

function personIn(body: unknown): unknown {
  return (body as { person?: unknown } | null)?.person;
}

/** Whoever has left since they signed in does nothing any more. */
function faultOfStranger(organisation: OrganisationState, { person, roles }: Authority): Rejection | null {
  if (roles.length || organisation.people.get(person)?.employed) return null;
  return reject(
    'forbidden',
    `Nobody with the employee id ${person} works here; import the organisation or correct the id.`,
  );
}
