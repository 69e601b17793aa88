import { isBlind, sightOf } from '../../access/sight/selection.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { RoundWord } from '../../contracts/selection/terms.ts';
import type { Matter, MatterOf } from '../../contracts/views/matter/matter.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { provenAnswers } from '../../db/views/answers.ts';
import { namesOf } from '../../db/views/selections.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { seatsOf } from '../../domain/selection/ballots.ts';
import { reviewed } from '../../domain/selection/forms.ts';
import { chairOf } from '../../domain/selection/people.ts';
import { type Application, applicationOf, eligible, type SelectionState } from '../../domain/selection/state.ts';
import { applicationLine } from '../selection/application.ts';
import type { OfSelection } from './asked.ts';

type Maker = (asked: OfSelection) => Promise<Matter | null> | Matter | null;

/** What each round of a selection is about, by what it is for. */
export const OF_SELECTION: Readonly<Record<RoundWord, Maker>> = {
  acknowledgement: ({ state }) => ({ purpose: 'acknowledgement', measures: state.measures }),
  endorsement: ({ state }) => ({
    ...{ purpose: 'endorsement', measures: state.measures, ...termOf(state) },
    ...{ opens: state.plan.call?.start ?? null, closes: closesAt(state) },
  }),
  nomination,
  agreement: ({ state, application }) => ({ purpose: 'agreement', application, topics: topicsOf(state) }),
  screening: ({ state, application, held }) => ({
    ...{ purpose: 'screening', application, topics: topicsOf(state) },
    reasons: [...(state.applications[held.about ?? '']?.screeningTask?.reasons ?? [])],
  }),
  conflict: async (asked) => ({
    ...{ purpose: 'conflict', topics: topicsOf(asked.state) },
    applications: await linesFor(asked, inOrder(eligible(asked.state))),
  }),
  review: ({ state, application }) => ({ purpose: 'review', application, ...rubricOf(state) }),
  discussion,
  panel,
  objection,
  acceptance({ state, who }) {
    const own = applicationOf(state, who.person);
    const labels = new Map(topicsOf(state).map(({ id, label }) => [id, label]));
    return {
      ...{
        purpose: 'acceptance',
        movedUp: own?.result?.standing === 'reserve',
        hoursPerMonth: own?.hoursPerMonth ?? 0,
        measures: state.measures,
      },
      ...{ termMonths: termsOf(state).termMonths, topics: (own?.topics ?? []).flatMap((t) => labels.get(t) ?? []) },
    };
  },
};

const topicsOf = (state: SelectionState) => termsOf(state).topics.map(({ id, label }) => ({ id, label }));
const closesAt = (state: SelectionState) => state.plan.call?.end ?? null;

function termOf(state: SelectionState) {
  const { seats, termMonths } = termsOf(state);
  return { seats, termMonths };
}

function rubricOf(state: SelectionState) {
  return { topics: topicsOf(state), rubric: reviewed(termsOf(state)), blind: termsOf(state).blind };
}

/** By their numbers, of which nobody can tell who was first. */
const inOrder = (applications: readonly Application[]) => [...applications].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Applications as far as the asker sees each of them. */
async function linesFor(
  { sources, state, who, organisation: { departments } }: OfSelection,
  applications: readonly Application[],
) {
  const seen = applications.flatMap((application) => {
    const sight = sightOf(state, who, application);
    return sight ? [{ application, sight }] : [];
  });
  const named = seen.filter(({ sight }) => !isBlind(state, sight)).map(({ application }) => application.person);
  const names = await namesOf(sources.pool, named);
  return seen.map(({ application, sight }) => applicationLine(state, application, sight, { names, departments }));
}

async function nomination({ sources, state, view }: OfSelection): Promise<MatterOf<'nomination'>> {
  const { pool, keys } = sources;
  const nominated = state.nominations[view.assignee];
  const [reason, names] = await Promise.all([
    unsealed(pool, keys, nominated?.reason ?? null) as Promise<string | null>,
    namesOf(pool, nominated ? [nominated.by] : []),
  ]);
  const by = nominated ? { id: nominated.by, name: names.get(nominated.by) ?? null } : null;
  return { purpose: 'nomination', by, reason, measures: state.measures, closes: closesAt(state) };
}

/** Both reviews of which the difference is discussed; whose the other one is, is not told, nor where it is blind in which words. */
async function discussion({ sources, state, held, view, application }: OfSelection): Promise<MatterOf<'discussion'>> {
  const pairs = state.pairs.filter((p) => p.application === held.about && p.discussion === view.round);
  const rounds = [...new Set(pairs.flatMap((p) => p.round ?? []))];
  const given = await provenAnswers(sources.pool, sources.keys, rounds);
  const about = given.filter((a) => pairs.some((p) => p.task === a.task));
  const clear = (await unsealed(
    sources.pool,
    sources.keys,
    about.map((a) => a.answer),
  )) as NonNullable<MatterOf<'discussion'>['own']>[];
  const of = (own: boolean) => clear[about.findIndex((a) => (a.assignee === view.assignee) === own)] ?? null;
  const other = of(false);
  const scores = Object.entries(other ?? {}).filter(([, value]) => typeof value === 'number');
  const isWhole = other === null || !termsOf(state).blind;
  const shown = isWhole ? other : Object.fromEntries(scores);
  return { purpose: 'discussion', application, ...rubricOf(state), own: of(true), other: shown };
}

async function panel(asked: OfSelection): Promise<MatterOf<'panel'>> {
  const { state, who } = asked;
  const ranked = new Map(state.ranking?.ranking.map((r) => [r.application, r]));
  const seats = seatsOf(state);
  const lines = await linesFor(asked, inOrder(eligible(state)));
  const candidates = lines.map((line) => {
    const { rank = null, score = null } = ranked.get(line.code) ?? {};
    return { ...line, rank, score, seat: seats.get(line.code) ?? 'no' };
  });
  return {
    ...{ purpose: 'panel', seats: termsOf(state).seats, chair: chairOf(state) === who.person, topics: topicsOf(state) },
    candidates: candidates.sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)),
  };
}

async function objection({ sources, state, view, application }: OfSelection): Promise<MatterOf<'objection'>> {
  const { pool, keys } = sources;
  const isScreening = state.rounds[view.round as StreamId]?.purpose === 'screening-objections';
  const raised = isScreening
    ? state.applications[view.about ?? '']?.objection
    : Object.values(state.objections).find(({ asked }) => asked.round === view.round && asked.task === view.task);
  const grounds = (await unsealed(pool, keys, raised?.grounds ?? null)) as string | null;
  const against = isScreening ? 'screening' : 'notice';
  return { purpose: 'objection', against, application, topics: topicsOf(state), grounds };
}
