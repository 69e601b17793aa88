import { seesDepartment } from '../../access/sight/cycle.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import type { Inbox } from '../../contracts/views/inbox.ts';
import type { OverviewView } from '../../contracts/views/me/overview.ts';
import type { Progress } from '../../db/views/cycles.ts';
import { departmentHead } from '../../domain/organisation/line.ts';
import { peopleByDepartment } from '../../domain/organisation/scope.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { proposalsSeen } from '../cycle/changes.ts';
import { effectView } from '../cycle/effect.ts';
import { elementNames } from '../cycle/elements.ts';
import type { CycleReading } from '../cycle/reading.ts';
import { departmentName, fact, unnamed } from '../fact.ts';
import { ofCycle } from '../people/reading.ts';

/** So many tasks are shown; the rest is a number. */
const ASKED_NOW = 2;
/** So many open elements are named. */
const MOST_OPEN = 8;

/** One screen of a cycle for somebody; without one there is only what is asked of them. */
export function overviewOf(
  reading: CycleReading | undefined,
  inbox: Pick<Inbox, 'tasks'>,
  ratings: ReadonlyMap<string, Progress>,
  now: Instant,
): Omit<OverviewView, 'names'> {
  const asked = { tasks: inbox.tasks.slice(0, ASKED_NOW), more: Math.max(0, inbox.tasks.length - ASKED_NOW) };
  if (!reading) return { ...NOTHING, now, asked };
  const { state } = reading;
  const { currency, period } = termsOf(state);
  const effect = effectView(reading);
  const tookPart = tookPartIn(reading, ratings);
  const silent = silentIn(reading, tookPart);
  const proposals = proposalsSeen(reading);
  const figures = figuresOf(reading, effect.total);
  return {
    now,
    cycle: { ...ofCycle(state), currency, period, until: state.until },
    headline: headlineOf(figures.closed, silent.length),
    asked,
    silent,
    offerings: effect.offerings
      .map(({ offering, course, promised, measured, hidden }) => ({
        offering,
        title: effect.courses[course] ?? unnamed(course),
        ...{ promised, measured },
        difference: measured === null ? null : rounded(measured - promised),
        hidden: measured === null && hidden ? smallGroup(reading) : null,
      }))
      .sort((a, b) => (a.difference ?? Infinity) - (b.difference ?? Infinity) || (a.offering < b.offering ? -1 : 1)),
    figures,
    tookPart,
    open: openOf(reading, proposals),
    proposals: proposals.length,
  };
}

const NOTHING = {
  ...{ cycle: null, headline: null, silent: [], offerings: [], figures: null, tookPart: [], open: [] },
  proposals: 0,
} satisfies Partial<OverviewView>;

/** The people whom an overview names. */
export function peopleOfOverview({ silent }: Pick<OverviewView, 'silent'>): string[] {
  return silent.flatMap(({ head }) => head ?? []);
}

const rounded = (points: number) => Math.round(points * 10_000) / 10_000;

function smallGroup({ state }: CycleReading): Fact {
  const { privacy } = termsOf(state).delivery;
  return fact(
    'small-group',
    { privacy },
    `Fewer than ${privacy} people are behind it, so that it would tell of single ones.`,
    `人数少于 ${privacy} 人，为保护个人信息不予显示。`,
  );
}

type Total = ReturnType<typeof effectView>['total'];
type Figures = NonNullable<OverviewView['figures']>;

function figuresOf(reading: CycleReading, total: Total): Figures {
  const hides = (value: number | null) => (value === null && total.hidden ? smallGroup(reading) : null);
  return {
    closed: {
      measured: total.measured,
      promised: total.promisedOfMeasured,
      inAll: total.promised,
      hidden: hides(total.measured),
    },
    seats: {
      present: total.present,
      absent: total.absent,
      seats: total.seats,
      held: total.held,
      offerings: total.offerings,
    },
    cost: { total: total.cost, perPoint: total.costPerPoint, hidden: hides(total.measured) },
    liked: {
      mean: total.reaction.mean,
      answers: total.reaction.answers,
      hidden: total.reaction.answers > 0 && total.reaction.mean === null ? smallGroup(reading) : null,
    },
  };
}

function tookPartIn(
  { state, organisation, sight }: CycleReading,
  ratings: ReadonlyMap<string, Progress>,
): OverviewView['tookPart'] {
  const people = peopleByDepartment(organisation, termsOf(state).departments);
  return Object.values(state.departments)
    .filter((d) => seesDepartment(sight, d.department))
    .sort((a, b) => (a.department < b.department ? -1 : 1))
    .map(({ department, returned }) => {
      const asked = ratings.get(department);
      return {
        department,
        name: departmentName(organisation.departments, department),
        rated: asked?.done ?? 0,
        people: asked ? asked.done + asked.open + asked.missing : (people.get(department)?.length ?? 0),
        returned,
      };
    });
}

/** Departments that have neither rated anybody nor said what they need, and were asked to. */
function silentIn({ organisation }: CycleReading, tookPart: OverviewView['tookPart']): OverviewView['silent'] {
  return tookPart
    .filter((d) => d.returned === 'silent')
    .map(({ department, name, rated, people }) => ({
      department,
      name,
      head: departmentHead(organisation, department),
      people,
      why:
        rated === 0
          ? fact(
              'silent-in-all',
              { people },
              `It was silent in ratings and needs: ${people} people have no gap on record.`,
              `未评定、未填报需求：${people} 人没有能力差距记录。`,
            )
          : fact('silent-in-needs', { people }, 'It has not said what it needs.', '未填报培训需求。'),
    }));
}

function headlineOf({ measured, promised, hidden }: Figures['closed'], silent: number): Fact {
  const facts = { measured, promised, silent };
  if (hidden)
    return fact('hidden', facts, 'Too few people were rated again to say more.', '再次评定的人数过少，暂不显示。');
  if (measured === null) return fact('not-measured', facts, 'Nobody was rated again yet.', '尚未进行培训后的评定。');
  const kept = measured >= promised;
  const [en, zh] = kept ? ['The promise was kept', '已兑现承诺'] : ['Less came of it than was promised', '未达到预期'];
  const missing = silent === 1 ? 'one department is missing' : `${silent} departments are missing`;
  return fact(
    kept ? 'kept' : 'short',
    facts,
    silent ? `${en}; ${missing}.` : `${en}.`,
    silent ? `${zh}，${silent} 个部门缺席。` : `${zh}。`,
  );
}

function openOf({ organisation }: CycleReading, proposals: ReturnType<typeof proposalsSeen>): OverviewView['open'] {
  const people = new Map<string, Set<string>>();
  for (const { kind, element, people: whom } of proposals) {
    if (element === null || (kind !== 'gap-open' && kind !== 'need-unmet')) continue;
    people.set(element, new Set([...(people.get(element) ?? []), ...whom]));
  }
  const names = elementNames(organisation, people.keys());
  return [...people]
    .map(([element, whom]) => ({ element, name: names[element] ?? unnamed(element), people: whom.size }))
    .filter((row) => row.people > 0)
    .sort((a, b) => b.people - a.people || (a.element < b.element ? -1 : 1))
    .slice(0, MOST_OPEN);
}
