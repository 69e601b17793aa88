import type { ImportBody, ImportedPerson, OrganisationEvent } from '../../../contracts/organisation.ts';
import type { OrganisationCommand } from '../../../domain/organisation/decide.ts';
import { organisationProcess } from '../../../domain/organisation/organisation.ts';
import { emptyOrganisation, type OrganisationState } from '../../../domain/organisation/state.ts';
import { type Context, type Decision, isRejection } from '../../../domain/process.ts';
import { openSecretOf } from '../../../domain/turn/secret.ts';

const ORGANISATION = 'organisation:main';

export function personRow(id: string, manager: string | null, rest: Partial<ImportedPerson> = {}): ImportedPerson {
  return {
    id,
    name: `Name of ${id}`,
    email: `${id.toLowerCase()}@example.com`,
    department: 'D1',
    manager,
    post: 'P1',
    grade: 'staff',
    hiredOn: '2020-01-15',
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    calendar: 'CN',
    technicalBackbone: false,
    performance: { '2025': 4 },
    ...rest,
  };
}

/** Four people in a line and aside: E1 over E2 over E3, and E4 under E1. */
export const company: ImportBody = {
  people: [personRow('E1', null), personRow('E2', 'E1'), personRow('E3', 'E2'), personRow('E4', 'E1')],
  departments: [{ id: 'D1', name: 'Everyone', nameZh: '全体', head: 'E2', influence: true }],
  posts: [
    {
      code: 'P1',
      title: 'Clerk',
      titleZh: '职员',
      elements: [{ element: 'K1', name: 'Law', nameZh: '法律', domain: 'knowledge', importance: '3.5', level: '4.25' }],
    },
  ],
  calendars: [{ id: 'CN', weekend: [6, 7], days: { '2026-02-17': 'holiday' } }],
  absences: [{ person: 'E3', from: '2026-03-02', to: '2026-03-06', kind: 'annual_leave' }],
};

export function command<T extends OrganisationCommand['type']>(
  type: T,
  body: Extract<OrganisationCommand, { type: T }>['body'],
): OrganisationCommand {
  return { id: `command-${type}`, actor: 'E1', type, body } as OrganisationCommand;
}

export function decide(state: OrganisationState, what: OrganisationCommand): Decision<OrganisationEvent> {
  const context: Context = { now: 0, organisation: state, child: () => undefined, secretOf: openSecretOf };
  return organisationProcess.decide(state, what, context);
}

/** Applies events as the ledger would; private parts are left open. */
export function evolve(state: OrganisationState, events: readonly OrganisationEvent[]): OrganisationState {
  return events.reduce(
    (before, event, index) =>
      organisationProcess.evolve(before, {
        ...event,
        stream: ORGANISATION,
        version: index + 1,
        schema: 1,
        at: 0,
        actor: 'E1',
        command: null,
      }),
    state,
  );
}

/** The state after a command that must be accepted. */
export function having(state: OrganisationState, what: OrganisationCommand): OrganisationState {
  const decision = decide(state, what);
  if (isRejection(decision)) throw new Error(decision.detail);
  return evolve(state, decision as readonly OrganisationEvent[]);
}

export const founded = (): OrganisationState => having(emptyOrganisation(), command('importOrganisation', company));
