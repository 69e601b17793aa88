import { seesResources } from '../../access/sight/cycle.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { ResourcesView } from '../../contracts/views/cycle.ts';
import { resourcesView as reckoned } from '../../domain/cycle/compiling/resources-view.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { refusing } from '../refused.ts';
import type { CycleReading } from './reading.ts';

/** Planned, committed and used, side by side; `offerings` tell what those that are not over have cost so far. */
export function resourcesView(
  reading: CycleReading,
  offerings: ReadonlyMap<StreamId, OfferingState>,
  names: ReadonlyMap<string, string>,
): ResourcesView {
  if (!seesResources(reading.sight)) {
    throw refusing('forbidden/resources', {});
  }
  const { state } = reading;
  const { budget, currency } = termsOf(state);
  const { lines, rooms, trainers, time } = reckoned(state, (stream) => offerings.get(stream)?.costs ?? 0);
  return {
    currency,
    lines: lines.map((l) => ({ ...l, label: budget.find((b) => b.id === l.line)!.label })),
    rooms: rooms.map((r) => ({ ...r, name: state.rooms[r.room]?.name ?? r.room })),
    trainers: trainers.map((t) => ({ ...t, name: names.get(t.person) ?? null })),
    time,
  };
}
