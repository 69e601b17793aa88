import { isBlind, showsProgress } from '../../access/sight/selection.ts';
import type { ApplicationLine, ApplicationView, Sight } from '../../contracts/views/selection.ts';
import type { Pool } from '../../db/connection.ts';
import { fileNames } from '../../db/files.ts';
import type { KeyRing } from '../../db/keys.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import type { Application, SelectionState } from '../../domain/selection/state.ts';
import { blindName } from './blind-name.ts';

/** An application as somebody with that sight may see it, without its texts. */
export function applicationLine(
  state: SelectionState,
  application: Application,
  sight: Sight,
  names: ReadonlyMap<string, string>,
): ApplicationLine {
  const blind = isBlind(state, sight);
  const { code, person, department, topics, hoursPerMonth, submittedAt, late, withdrawn } = application;
  return {
    code,
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
    progress: showsProgress(sight) ? progressOf(application) : null,
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

/** An application with its texts in the clear and its evidence. In a blind review files have numbers for names. */
export async function applicationView(
  { pool, keys }: { readonly pool: Pool; readonly keys: KeyRing },
  state: SelectionState,
  application: Application,
  sight: Sight,
  names: ReadonlyMap<string, string>,
): Promise<ApplicationView> {
  const { profile, outline, evidence } = application;
  const [texts, files] = await Promise.all([
    unsealed(pool, keys, { profile, outline }) as Promise<Pick<ApplicationView, 'profile' | 'outline'>>,
    fileNames(pool, application.person, evidence),
  ]);
  const blind = isBlind(state, sight);
  return {
    ...applicationLine(state, application, sight, names),
    ...texts,
    evidence: files.map((file, i) => (blind ? { ...file, name: blindName(i, file.mediaType) } : file)),
  };
}
