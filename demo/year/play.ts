import type { StreamId } from '../../contracts/ids.ts';
import type { DataFolder } from '../../files/data-folder.ts';
import { readGapFolder } from '../../files/gap-folder.ts';
import type { Client } from '../client.ts';
import { DemoFailure } from '../failure.ts';
import type { Narrator } from '../narrator.ts';
import { ratingsByPerson } from './behaviour.ts';
import { showChanges, showEffect, showPlan, showProposals } from './ending.ts';
import { namedTrainers, quotesUntil, trainingOf, yearTerms } from './terms.ts';
import { Year } from './year.ts';

/** The cycle that is played. */
export const YEAR: StreamId = 'cycle:plan-2028';

export interface YearOn {
  readonly client: Client;
  /** Runs the cycle, and approves nothing. */
  readonly operator: string;
  readonly tell: Narrator;
  readonly data: DataFolder;
  /** The data folder and the folder of the installation. */
  readonly from: string;
  readonly folder: string;
  readonly selection: StreamId;
  readonly now: () => number;
  readonly daysPerSecond: number;
}

/** Plays a compressed year of a training-plan cycle after the selection, through the public API. */
export async function playYear(on: YearOn): Promise<void> {
  const { client, operator, tell, data, now } = on;
  const training = await trainingOf(on.from);
  const { selection, daysPerSecond } = on;
  const terms = yearTerms(data, training, { owner: operator, now: now(), selection, daysPerSecond });
  tell.heading('A year of a training-plan cycle');
  await client.post(operator, '/api/cycles', { id: YEAR, terms });
  const path = `/api/cycles/${YEAR}`;
  await client.post(operator, `${path}/setQuotes`, { quotes: quotesUntil(training, terms) });
  const planned = new Set(terms.courses?.map((c) => c.id));
  const trainers = namedTrainers(data, training)
    .map((t) => ({ ...t, courses: t.courses.filter((c) => planned.has(c)) }))
    .filter((t) => t.courses.length > 0);
  if (trainers.length) await client.post(operator, `${path}/setTrainers`, { trainers });
  const year = new Year({
    ...{ client, operator, tell, now },
    stream: YEAR,
    script: { silent: silentIn(data), returns: terms.approval.management[0]! },
    ratings: ratingsByPerson((await readGapFolder(on.from)).ratings),
    elements: elementsIn(data),
    daysPerSecond,
  });
  await year.toTheEnd();
  tell.tell('The cycle is over.');
  const end = { client, operator, tell, path, folder: on.folder };
  await showPlan(end);
  await showChanges(end);
  await showEffect(end);
  await showProposals(end);
}

/** The last department never answers: nobody there is rated in the files either. */
function silentIn({ organisation }: DataFolder): string {
  const last = (organisation.departments ?? [])
    .map((d) => d.id)
    .sort()
    .at(-1);
  if (!last) throw new DemoFailure('There is no department in the data.');
  return last;
}

/** The elements of a person's post, the weightiest first. */
function elementsIn({ organisation }: DataFolder): (person: string) => readonly string[] {
  const posts = new Map((organisation.posts ?? []).map((p) => [p.code, p]));
  const postOf = new Map((organisation.people ?? []).map((p) => [p.id, p.post]));
  return (person) =>
    [...(posts.get(postOf.get(person) ?? '')?.elements ?? [])]
      .sort((a, b) => Number(b.importance) - Number(a.importance))
      .map((e) => e.element);
}
