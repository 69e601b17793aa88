import type { PersonId } from '../../../contracts/ids.ts';
import type { Baseline, OfferingTerms } from '../../../contracts/offering/terms.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import { ratingsOfAnswers } from '../../gaps/answers.ts';
import { childOf } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import type { RoundState } from '../../round/state.ts';
import type { CycleState } from '../state.ts';

/** Everything that an offering starts from: its approved line, in words and figures. */
export function offeringTerms(state: CycleState, planned: PlannedOffering, context: Context): OfferingTerms {
  const { company, timeZone, calendar, dayEnds, currency, delivery, operations = [] } = termsOf(state);
  return {
    cycle: state.stream,
    owner: state.owner,
    operations,
    planned,
    course: state.courses[planned.course]!,
    company,
    timeZone,
    calendar,
    ...(dayEnds === undefined ? {} : { dayEnds }),
    currency,
    ...whereabouts(state, planned),
    delivery,
    baseline: baselineOf(state, planned, context),
    digest: state.frozen!.digest,
  };
}

/** Where an offering is held and who teaches it from outside, in words. */
export function whereabouts(state: CycleState, { room, quote }: PlannedOffering) {
  const provider = quote === null ? null : (state.quotes[quote]?.provider ?? null);
  if (room === null) return { place: 'Online / 线上', roomSeats: null, provider };
  const { name, site, seats } = state.rooms[room] ?? { name: room, site: '', seats: null };
  return { place: site ? `${name}, ${site}` : name, roomSeats: seats, provider };
}

/** Where participants stand in the elements of the course that their posts ask for; a rating that is missing stays so. */
function baselineOf(state: CycleState, planned: PlannedOffering, context: Context): Baseline[] {
  const { elements } = state.courses[planned.course]!;
  const rounds = Object.values(state.rounds)
    .filter((r) => r.purpose === 'ratings')
    .flatMap((r) => childOf(context, r.id) ?? [])
    .reverse();
  return planned.participants.flatMap((person) => {
    const post = context.organisation.posts.get(context.organisation.people.get(person)?.post ?? '');
    const levels = rounds.map((r) => levelsIn(r).get(person)).find((own) => own !== undefined);
    return (post?.elements ?? [])
      .filter((e) => elements.includes(e.element))
      .map(({ element, level, importance }) => ({
        person,
        element,
        required: level,
        importance,
        rated: levels?.get(element) ?? null,
      }));
  });
}

type Levels = ReadonlyMap<PersonId, ReadonlyMap<string, number>>;

/** Every offering that starts looks into the same rounds; their answers are read once for each number of answers. */
const read = new WeakMap<RoundState, { readonly answers: number; readonly levels: Levels }>();

function levelsIn(round: RoundState): Levels {
  const known = read.get(round);
  if (known?.answers === round.answers) return known.levels;
  const levels = new Map<PersonId, Map<string, number>>();
  for (const { aboutPerson, assignee, answer } of round.tasks.values()) {
    if (!answer || !aboutPerson) continue;
    const rows = ratingsOfAnswers([{ person: aboutPerson, rater: assignee, answer: answer as Record<string, number> }]);
    levels.set(aboutPerson, new Map(rows.map((r) => [r.element, Number(r.rating)])));
  }
  read.set(round, { answers: round.answers, levels });
  return levels;
}
