// A synthetic problem for the compiler of plans, the same for the same seed and size; and how long it takes.
//   node bench/planning.mjs [--offerings 300] [--seed 1] [--json]
import { fileURLToPath } from 'node:url';
import { built } from './built.mjs';
import { seeded } from './random.mjs';

const label = (text) => ({ en: text, 'zh-CN': text });
const name = (letter, i) => `${letter}${String(i + 1).padStart(4, '0')}`;
const dayOf = (i) => new Date(Date.UTC(2027, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);

/** Chinese New Year and a make-up day, Independence Day, Unity Day: enough to make the three differ. */
const CALENDARS = {
  CN: {
    id: 'CN',
    weekend: [6, 7],
    days: Object.fromEntries([
      ...['05', '08', '09', '10', '11', '12'].map((d) => [`2027-02-${d}`, 'holiday']),
      ['2027-02-20', 'makeup_workday'],
      ...['01', '04', '05', '06', '07'].map((d) => [`2027-10-${d}`, 'holiday']),
    ]),
  },
  US: {
    id: 'US',
    weekend: [6, 7],
    days: { '2027-07-05': 'holiday', '2027-11-25': 'holiday', '2027-01-18': 'holiday' },
  },
  DE: {
    id: 'DE',
    weekend: [6, 7],
    days: { '2027-03-26': 'holiday', '2027-03-29': 'holiday', '2027-05-06': 'holiday' },
  },
};

/**
 * A year with about `offerings` runs of some twenty people: two demands and 20 seats for each, 20 rooms and 80 trainers
 * for 300 of them, money for nine tenths, half of it from outside, three countries, holidays and leave.
 */
export function syntheticProblem(seed, { offerings = 300 } = {}) {
  const below = seeded(seed);
  const share = offerings / 300;
  const people = Array.from({ length: Math.max(30, offerings * 20) }, (_, i) => name('E', i));
  const country = () => ['CN', 'CN', 'CN', 'CN', 'CN', 'CN', 'US', 'US', 'DE', 'DE'][below(10)];
  const away = (times) =>
    Array.from({ length: times }, () => {
      const from = below(350);
      return { from: dayOf(from), to: dayOf(from + below(10)) };
    });
  const courses = Array.from({ length: Math.ceil(offerings * 0.8) }, (_, i) => ({
    id: name('C', i),
    title: label(name('C', i)),
    elements: ['X1'],
    level: 4,
    form: 'lecture',
    hours: 6 * (1 + (i % 3)),
    days: 1 + (i % 3),
    minSeats: 6,
    maxSeats: 20 + below(11),
    room: i % 10 !== 0,
    topics: [],
    runCost: 200_000 + below(10) * 50_000,
    seatCost: below(3) * 5_000,
    closes: 0.5,
    benefit: label('b'),
    goal: label('g'),
  }));
  const outside = courses.filter((_, i) => i % 3 === 0);
  const demands = Array.from({ length: offerings * 2 }, (_, i) => {
    const course = courses[below(courses.length)];
    const from = below(200);
    const must = below(20) === 0;
    const who = new Set(Array.from({ length: (must ? 8 : 4) + below(13) }, () => people[below(people.length)]));
    return {
      need: name('N', i),
      course: course.id,
      source: outside.includes(course) ? 'outside' : 'internal',
      quote: outside.includes(course) ? `Q-${course.id}` : null,
      must,
      priority: 1 + below(5),
      people: [...who],
      effect: [...who].map(() => (1 + below(120)) / 10),
      window: below(4) === 0 ? { from: dayOf(from), to: dayOf(from + 60 + below(100)) } : null,
      budgetLine: `B${1 + (Number(course.id.slice(1)) % 5)}`,
    };
  });
  const trainers = Array.from({ length: Math.max(4, Math.ceil(80 * share)) }, (_, i) => ({
    person: name('T', i),
    courses: courses
      .filter((_, c) => c % Math.max(4, Math.ceil(80 * share)) === i || below(30) === 0)
      .map(({ id }) => id),
    hours: 40 + below(5) * 10,
    calendar: country(),
    away: away(2),
  }));
  const wanted = offerings * 650_000;
  return {
    horizon: { from: '2027-01-01', to: '2027-12-31' },
    courses,
    rooms: Array.from({ length: Math.max(2, Math.ceil(20 * share)) }, (_, i) => ({
      id: name('R', i),
      name: name('R', i),
      site: '',
      seats: 12 + 3 * (i % 8),
      dayCost: (i % 4) * 10_000,
      closed: away(3),
    })),
    quotes: outside.map(({ id }) => ({
      id: `Q-${id}`,
      provider: 'P',
      course: id,
      runCost: 400_000 + below(10) * 50_000,
      seatCost: 10_000,
      maxSeats: 24,
      validUntil: '2027-10-31',
      rating: null,
    })),
    trainers,
    budget: [1, 2, 3, 4, 5].map((i) => ({
      id: `B${i}`,
      label: label(`B${i}`),
      amount: Math.round((wanted * 0.9) / 5),
    })),
    demands,
    calendars: CALENDARS,
    people: Object.fromEntries(people.map((id) => [id, { calendar: country(), away: away(2) }])),
    keep: [],
    before: [],
    daysAPerson: 8,
  };
}

/** Compiles one and says how long it took, what came out, and whether the checker finds a fault. */
export async function measurePlanning({ offerings = 300, seed = 1 } = {}) {
  const [{ loadSolver }, { compilePlan }, { faultsOfPlan }] = await Promise.all([
    built('domain/assignment/solver.js'),
    built('domain/planning/compile.js'),
    built('domain/planning/faults.js'),
  ]);
  const problem = syntheticProblem(seed, { offerings });
  const solver = await loadSolver();
  const used = process.cpuUsage();
  const started = performance.now();
  const outcome = compilePlan(problem, solver);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = process.cpuUsage(used).user / 1e6;
  const base = {
    seconds,
    cpuSeconds,
    demands: problem.demands.length,
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  if (!outcome.feasible) return { ...base, feasible: false, conflict: outcome.conflict };
  const { plan } = outcome;
  return {
    ...base,
    feasible: true,
    offerings: plan.offerings.length,
    places: plan.offerings.reduce((sum, o) => sum + o.participants.length, 0),
    cut: plan.cuts.reduce((sum, cut) => sum + cut.people.length, 0),
    effect: plan.effect,
    bound: plan.bound,
    faults: faultsOfPlan(problem, plan.offerings).length,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (key, fallback) => {
    const at = process.argv.indexOf(`--${key}`);
    return at === -1 ? fallback : Number(process.argv[at + 1]);
  };
  const result = await measurePlanning({ offerings: option('offerings', 300), seed: option('seed', 1) });
  console.log(process.argv.includes('--json') ? JSON.stringify(result) : result);
}
