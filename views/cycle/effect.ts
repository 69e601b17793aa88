import { seesDepartment } from '../../access/sight/cycle.ts';
import type { EffectView } from '../../contracts/views/cycle.ts';
import { effectOf } from '../../domain/cycle/effect/effect.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { CycleReading } from './reading.ts';

/**
 * Promised against measured: the whole cycle for everybody, departments for those who see them, offerings for whole
 * sight and whoever teaches them.
 */
export function effectView({ state, organisation, sight }: CycleReading): EffectView {
  const { offerings, departments, total } = effectOf(state, organisation);
  const seen = departments.filter((d) => seesDepartment(sight, d.department));
  return {
    offerings: offerings.filter((o) => sight.whole || state.lines[o.offering]?.trainer === sight.person),
    departments: seen,
    total,
    currency: termsOf(state).currency,
    recorded: state.effect,
    courses: Object.fromEntries(Object.values(state.courses).map((c) => [c.id, c.title])),
    privacy: termsOf(state).delivery.privacy,
    departmentNames: Object.fromEntries(
      seen.flatMap(({ department }) => {
        const known = organisation.departments.get(department);
        return known ? [[department, { en: known.name, 'zh-CN': known.nameZh }]] : [];
      }),
    ),
  };
}
