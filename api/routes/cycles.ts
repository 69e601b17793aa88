import { troubleOf } from '../../contracts/trouble.ts';
import { CycleList, CycleView, NextTermsView } from '../../contracts/views/cycle.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { troubleIn } from '../../db/streams.ts';
import { cycleLines, openDesks } from '../../db/views/cycles.ts';
import { namesOf } from '../../db/views/selections.ts';
import { termsFromLast } from '../../domain/cycle/next-terms.ts';
import { openRounds } from '../../domain/procedure/rounds.ts';
import { cycleView, peopleShown, ratingRoundOf } from '../../views/cycle/overview.ts';
import { RoundProgress } from '../../views/cycle/progress.ts';
import { problems } from '../commands.ts';
import { Looks } from '../cycle/looks.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { cycleFileRoutes } from './cycle-files.ts';
import { cycleNeedRoutes } from './cycle-needs.ts';
import { cyclePlanRoutes } from './cycle-plan.ts';

const tags = ['cycle'];

/** Training-plan cycles: opening them, looking at them, and what is particular to them. */
export async function cycleRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): Promise<void> {
  const looks = new Looks(app, roles, reader);
  views(app, looks, parts);
  cycleNeedRoutes(looks, parts, reader);
  cyclePlanRoutes(looks, parts, reader);
  await cycleFileRoutes(app, parts, roles, reader);
}

function views(app: Api, looks: Looks, { pool }: ApiParts): void {
  app.get(
    '/api/cycles',
    {
      config: { access: { view: 'cycles' } },
      schema: { tags, summary: 'All cycles, newest first', response: { 200: CycleList, ...problems(401) } },
    },
    async () => ({ cycles: await cycleLines(pool) }),
  );
  const progress = new RoundProgress(pool);
  looks.add({
    path: '',
    of: 'cycle',
    summary: 'A cycle: its stage, timetable and toolkit, departments, plan, and what concerns the asker',
    view: CycleView,
    answer: async (reading) => {
      const { state, sight } = reading;
      const [names, desks, ratings, trouble] = await Promise.all([
        namesOf(pool, peopleShown(state)),
        openDesks(pool, sight.all ? openRounds(state).map((r) => r.id) : []),
        progress.of(ratingRoundOf(state)),
        sight.all ? troubleIn(pool, state.stream) : null,
      ]);
      return cycleView(reading, { names, desks, ratings, trouble: troubleOf(trouble) });
    },
  });
  looks.add({
    path: '/next-terms',
    of: 'next-terms',
    summary: 'Terms for the next cycle as this one leaves them, to look through and open',
    description: 'Open needs, gaps and plans of people come along by themselves.',
    view: NextTermsView,
    answer: ({ state }) => ({ terms: termsFromLast(state) }),
  });
}
