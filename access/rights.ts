import { processTypeOf, SYSTEM } from '../contracts/ids.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import type { Rejection } from '../domain/process.ts';
import { refuse } from '../domain/refuse.ts';
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
  if (!door) return refuse('forbidden/in-no-table', { command: type });
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
      return refuse('forbidden/by-rostrum', { command: type });
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
  return refuse('forbidden/auditor', { act: toDo });
}

/** What is said to whoever is not of operations; `toDo` ends the sentence. */
function forOperations(toDo: string): Rejection {
  return refuse('forbidden/for-operations', { act: toDo });
}

/** What is said to whoever does not see everything; `toSee` ends the sentence. */
function forWatchers(toSee: string): Rejection {
  return refuse('forbidden/for-watchers', { act: toSee });
}

function forThemselves(type: string, body: unknown): Rejection {
  return refuse('forbidden/for-themselves', { command: type, person: String(personIn(body)) });
}

function personIn(body: unknown): unknown {
  return (body as { person?: unknown } | null)?.person;
}

/** Whoever has left since they signed in does nothing any more. */
function faultOfStranger(organisation: OrganisationState, { person, roles }: Authority): Rejection | null {
  if (roles.length || organisation.people.get(person)?.employed) return null;
  return refuse('forbidden/stranger', { person });
}
