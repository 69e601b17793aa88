import { isBlind, showsProgress } from '../../access/sight/selection.ts';
import type { ApplicationLine, ApplicationView, Sight } from '../../contracts/views/selection.ts';
import type { Pool } from '../../db/connection.ts';
import { fileNames } from '../../db/files.ts';
import type { KeyRing } from '../../db/keys.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import type { Application, SelectionState } from '../../domain/selection/state.ts';
import { blindName } from './blind-name.ts';

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
  names: ReadonlyMap<string, string>,
): ApplicationLine {
  return {
    code: application.code,
    ...authorSeen(state, application, sight, names),
    progress: showsProgress(sight) ? progressOf(application) : null,
  };
}

function authorSeen(state: SelectionState, written: Written, sight: Sight, names: ReadonlyMap<string, string>) {
  const blind = isBlind(state, sight);
  const { person, department, topics, hoursPerMonth, submittedAt, late, withdrawn } = written;
  return {
    sight,
    person: blind ? null : person,
    name: blind ? null : (names.get(person) ?? null),
    department: blind ? null : department,
    topics: [...topics],
    hoursPerMonth,
    // Who knows when a colleague has applied would know which one is theirs.
    submittedAt: blind ? null : submittedAt,
    late: blind ? null : late,
    withdrawn,
  };
}

function progressOf({ agreement, screening, objection, result, offer, appointment }: Application) {
  return {
    agreement,
    screening: screening && { eligible: screening.eligible, reasons: [...screening.reasons] },
    objection: objection?.state ?? null,
    result,
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
  names: ReadonlyMap<string, string>,
): Promise<ApplicationView> {
  return {
    ...applicationLine(state, application, sight, names),
    ...(await contentsSeen(sources, state, application, sight)),
  };
}

/** The same of what has no number yet, as it is not sent. */
export async function writtenView(
  sources: { readonly pool: Pool; readonly keys: KeyRing },
  state: SelectionState,
  written: Written,
  sight: Sight,
  names: ReadonlyMap<string, string>,
): Promise<Omit<ApplicationView, 'code' | 'progress'>> {
  return { ...authorSeen(state, written, sight, names), ...(await contentsSeen(sources, state, written, sight)) };
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
