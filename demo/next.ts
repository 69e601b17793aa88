import type { StreamId } from '../contracts/ids.ts';
import type { CycleView } from '../contracts/views/cycle.ts';
import type { RoundView } from '../contracts/views/round.ts';
import type { SelectionView } from '../contracts/views/selection.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { cycleTermsFor } from '../samples/training.ts';
import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { DemoFailure } from './failure.ts';
import type { Narrator } from './narrator.ts';
import { openTasks } from './open-tasks.ts';
import { fullPanelTerms, sampledTerms } from './terms.ts';
import { both, MEASURES } from './texts.ts';
import { Desks } from './year/desks.ts';
import { trainingOf } from './year/terms.ts';

const DAY = 86_400_000;
/** Longer than it takes until people are asked: in real milliseconds whatever the pace, and in days of the procedure beside that. */
const PATIENCE = 40_000;
const UNTIL_ASKED_DAYS = 20;
const LOOK_AGAIN = 250;

const CYCLE: StreamId = 'cycle:plan-2029';
const SELECTION: StreamId = 'selection:trainers-2029';

export interface NextOn {
  readonly client: Client;
  readonly cast: Cast;
  readonly tell: Narrator;
  readonly data: DataFolder;
  /** The data folder. */
  readonly from: string;
  /** The cycle that the next one goes on from. */
  readonly previous: StreamId;
  readonly now: () => number;
  readonly daysPerSecond: number;
}

/** What is open when everything else is over: whoever looks around finds somebody's work, and can do it. */
export interface Next {
  readonly selection: StreamId;
  /** Who has the most people to rate, and how many. */
  readonly supervisor: string;
  readonly people: number;
  /** Leads the whole company. */
  readonly leader: string;
}

/** Opens the next cycle, as far as its ratings, and the next selection, as far as its call; both stay open for weeks. */
export async function openNext(on: NextOn): Promise<Next> {
  const { client, cast, tell, now, daysPerSecond } = on;
  const { operator } = cast;
  tell.stage('The next cycle and the next selection open, and wait for you');
  await client.post(operator, '/api/cycles', { id: CYCLE, terms: await cycleTerms(on) });
  await client.post(operator, '/api/selections', { id: SELECTION, terms: selectionTerms(on) });
  await client.post(operator, `/api/selections/${SELECTION}/publishMeasures`, { texts: MEASURES });
  const leader = rootOf(cast);
  await client.post(operator, '/api/organisation/grantRole', { person: leader, role: 'leader' });
  const desks = new Desks(client, operator, { silent: '', returns: '' }, tell);
  const known = { ratings: new Map(), elements: () => [], proposed: new Map(), offerings: [] };
  for (const giveUp = Date.now() + PATIENCE + (2 * UNTIL_ASKED_DAYS * 1000) / daysPerSecond; ; ) {
    const [cycle, selection, { rounds }] = await Promise.all([
      client.get<CycleView>(operator, `/api/cycles/${CYCLE}`),
      client.get<SelectionView>(operator, `/api/selections/${SELECTION}`),
      client.get<{ rounds: RoundView[] }>(operator, `/api/rounds?owner=${CYCLE}&state=open`),
    ]);
    const ratings = rounds.find(({ purpose }) => purpose === 'cycle-ratings');
    if (ratings && selection.stage === 'call') {
      return { selection: SELECTION, leader, ...(await busiest(client, operator, ratings)) };
    }
    if (Date.now() > giveUp) {
      throw new DemoFailure(
        `The next cycle is in its ${cycle.stage} and the next selection in its ${selection.stage}: nobody is asked yet.`,
      );
    }
    const asked = rounds.filter(({ purpose }) => purpose === 'cycle-mobilisation');
    await desks.tick(asked, now(), known);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

async function cycleTerms({ data, from, cast, previous, now }: NextOn) {
  const { courses, rooms, trainers } = await trainingOf(from);
  const day = (ahead: number) => new Date(now() + ahead * DAY).toISOString().slice(0, 10);
  return cycleTermsFor(data.organisation, {
    title: both('Training plan 2029', '2029 年培训计划'),
    owner: cast.operator,
    previous,
    period: { from: day(210), to: day(300) },
    executionEnds: now() + 420 * DAY,
    timetable: { mobilisation: '3bd', ratings: '60bd' },
    courses,
    rooms: rooms.map((room) => ({ ...room, closed: [] })),
    ...(trainers.length ? { perHead: 100_000 } : { currency: 'USD', perHead: 120_000 }),
  });
}

function selectionTerms({ cast, data, daysPerSecond }: NextOn) {
  const judges = data.judges!;
  const terms = (judges.panel === null ? sampledTerms : fullPanelTerms)(cast, judges, daysPerSecond);
  return {
    ...terms,
    title: both('Internal trainers 2029', '2029 年内训师选拔'),
    timetable: { ...terms.timetable, measures: '3bd', publicity: '3bd', call: '60bd' },
  };
}

/** Who reports to nobody. */
function rootOf({ people }: Cast): string {
  const root = [...people.values()].find(({ manager }) => manager === null);
  if (!root) throw new DemoFailure('Everybody in the data reports to somebody.');
  return root.id;
}

/** Who is asked for the most in a round. */
async function busiest(client: Client, operator: string, round: RoundView) {
  const counts = new Map<string, number>();
  for (const { assignee } of await openTasks(client, operator, round))
    counts.set(assignee, (counts.get(assignee) ?? 0) + 1);
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (!first) throw new DemoFailure('The next cycle asks nobody for a rating.');
  return { supervisor: first[0], people: first[1] };
}
