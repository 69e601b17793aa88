import { isBlind, showsProgress } from '../../access/sight/selection.ts';
import type { ApplicationLine, ApplicationView, Sight } from '../../contracts/views/selection.ts';
import type { Pool } from '../../db/connection.ts';
import { fileNames } from '../../db/files.ts';
import type { KeyRing } from '../../db/keys.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { Application, SelectionState } from '../../domain/selection/state.ts';
import { departmentName } from '../fact.ts';
import { blindName } from './blind-name.ts';

/** What people and departments are called. */
export interface Called {
  readonly names: ReadonlyMap<string, string>;
  readonly departments: OrganisationState['departments'];
}

/** What of an application its author has written, and what says whose it is. */
export type Written = Pick<
  Application,
  'person' | 'department' | 'topics' | 'evidence' | 'hoursPerMonth' | 'submittedAt' | 'late' | 'withdrawn'
> & { readonly profile: unknown; readonly outline: unknown };

/** An application as somebody with that sight may see it, without its texts. */
export function applicationLine(
  state: SelectionState,
  application: Application,
  sight: Sight,
  called: Called,
): ApplicationLine {
  return {
    code: application.code,
    ...authorSeen(state, application, sight, called),
    progress: showsProgress(sight) ? progressOf(state, application) : null,
  };
}

function authorSeen(state: SelectionState, written: Written, sight: Sight, called: Called) {
  const blind = isBlind(state, sight);
  const { person, department, topics, hoursPerMonth, submittedAt, late, withdrawn } = written;
  return {
    sight,
    person: blind ? null : person,
    name: blind ? null : (called.names.get(person) ?? null),
    department: blind ? null : department,
    departmentName: blind ? null : departmentName(called.departments, department),
    topics: [...topics],
    hoursPerMonth,
    // Who knows when a colleague has applied would know which one is theirs.
    submittedAt: blind ? null : submittedAt,
    late: blind ? null : late,
    withdrawn,
  };
}

function progressOf(
  state: SelectionState,
  { agreement, screening, objection, result, offer, appointment }: Application,
) {
  // A place in the line is worth something only where seats that come free are given to the next.
  const isInNoLine = result?.standing === 'reserve' && termsOf(state).declinedSeat !== 'next';
  return {
    agreement,
    screening: screening && { eligible: screening.eligible, reasons: [...screening.reasons] },
    objection: objection?.state ?? null,
    result: isInNoLine ? { ...result, standing: 'not-selected' as const } : result,
    offer,
    appointment,
  };
}

/** An application with its texts in the clear and its evidence. */
export async function applicationView(
  sources: { readonly pool: Pool; readonly keys: KeyRing },
  state: SelectionState,
  application: Application,
  sight: Sight,
  called: Called,
): Promise<ApplicationView> {
  return {
    ...applicationLine(state, application, sight, called),
    ...(await contentsSeen(sources, state, application, sight)),
  };
}

/** The same of what has no number yet, as it is not sent. */
export async function writtenView(
  sources: { readonly pool: Pool; readonly keys: KeyRing },
  state: SelectionState,
  written: Written,
  sight: Sight,
  called: Called,
): Promise<Omit<ApplicationView, 'code' | 'progress'>> {
  return { ...authorSeen(state, written, sight, called), ...(await contentsSeen(sources, state, written, sight)) };
}

/** In a blind review files have numbers for names. */
async function contentsSeen(
  { pool, keys }: { readonly pool: Pool; readonly keys: KeyRing },
  state: SelectionState,
  { person, profile, outline, evidence }: Written,
  sight: Sight,
) {
  const [texts, files] = await Promise.all([
    unsealed(pool, keys, { profile, outline }) as Promise<Pick<ApplicationView, 'profile' | 'outline'>>,
    fileNames(pool, person, evidence),
  ]);
  const blind = isBlind(state, sight);
  return {
    ...texts,
    evidence: files.map((file, i) => (blind ? { ...file, name: blindName(i, file.mediaType) } : file)),
  };
}
