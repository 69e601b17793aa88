// A company of thousands with its ability models, and what its people answer in a training-plan cycle; all by a seed.
import { OPERATOR } from './company.mjs';
import { seeded } from './random.mjs';

export const BOSS = 'BOSS';
export const HR = 'HR1';
const DEPARTMENT_SIZE = 20;
const ELEMENTS_A_POST = 12;
const LEVELS = ['3', '3.5', '4', '4.5'];
const DAY_MS = 86_400_000;

const both = (text) => ({ en: text, 'zh-CN': text });
const named = (letter, i, digits = 3) => `${letter}${String(i + 1).padStart(digits, '0')}`;

/**
 * `employees` people in departments of twenty: a head, two supervisors who rate nine and eight, and staff; above the
 * heads one person whom nobody rates. For 10,000 of them: 500 departments, 26 posts with 12 elements each, 156 elements.
 */
export function cycleCompany(employees, seed = 1) {
  const below = seeded(seed);
  const departments = Math.floor(employees / DEPARTMENT_SIZE);
  const posts = postsOf(Math.max(4, Math.ceil(departments / 20) + 1), below);
  const people = [personOf(BOSS, 0, null, posts[0])];
  for (let d = 0; d < departments; d++) people.push(...peopleIn(d, posts));
  return {
    calendars: [{ id: 'WORK', weekend: [6, 7], days: {} }],
    departments: Array.from({ length: departments }, (_, d) => ({
      id: named('D', d),
      name: `Department ${d + 1}`,
      nameZh: `部门${d + 1}`,
      head: idOf(d, 0),
      influence: false,
    })),
    posts,
    people,
  };
}

/** Elements are shared by neighbouring posts, which ask for them at levels of their own. */
function postsOf(count, below) {
  const elements = count * 6;
  return Array.from({ length: count }, (_, p) => ({
    code: named('POST', p, 2),
    title: `Post ${p + 1}`,
    titleZh: `岗位${p + 1}`,
    elements: Array.from({ length: ELEMENTS_A_POST }, (_, k) => {
      const element = named('X', (p * 6 + k) % elements);
      return {
        element,
        name: `Ability ${element}`,
        nameZh: `能力${element}`,
        domain: k % 2 ? 'skill' : 'knowledge',
        importance: String(1 + below(5)),
        level: LEVELS[below(LEVELS.length)],
      };
    }),
  }));
}

function idOf(department, i) {
  if (department === 0 && i === DEPARTMENT_SIZE - 1) return OPERATOR;
  if (department === 0 && i === DEPARTMENT_SIZE - 2) return HR;
  return named('E', department * DEPARTMENT_SIZE + i, 5);
}

function peopleIn(d, posts) {
  return Array.from({ length: DEPARTMENT_SIZE }, (_, i) => {
    const manager = i === 0 ? BOSS : i <= 2 ? idOf(d, 0) : idOf(d, 1 + (i % 2));
    return personOf(idOf(d, i), d, manager, posts[(d * 4 + (i % 4)) % posts.length]);
  });
}

function personOf(id, department, manager, post) {
  return {
    id,
    name: `Employee ${id}`,
    email: `${id.toLowerCase()}@example.com`,
    department: named('D', department),
    manager,
    post: post.code,
    grade: 'staff',
    hiredOn: '2020-01-01',
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    calendar: 'WORK',
    technicalBackbone: false,
    performance: { 2025: 4 },
  };
}

/** The terms of a year's plan: one course for each element, rooms and money enough for most of what is asked. */
export function cycleTermsOf({ people, posts }, now = Date.now()) {
  const day = (ahead) => new Date(now + ahead * DAY_MS).toISOString().slice(0, 10);
  const elements = [...new Set(posts.flatMap((p) => p.elements.map((e) => e.element)))];
  return {
    title: both('Training plan of the benchmark'),
    company: both('Benchmark Works'),
    timeZone: 'Asia/Shanghai',
    calendar: 'WORK',
    currency: 'CNY',
    period: { from: day(130), to: day(430) },
    timetable: {
      ...{ mobilisation: '10bd', ratings: '15bd', talks: '10bd', needs: '10bd', summary: '5bd', sourcing: '5bd' },
      ...{ compiling: '5bd', commitments: '5bd', approval: '15bd', effect: '5bd', feedback: '5bd' },
      execution: now + 600 * DAY_MS,
    },
    talks: 'nobody',
    courses: elements.map(courseOf),
    rooms: Array.from({ length: Math.max(3, Math.ceil(people.length / 500)) }, (_, i) => ({
      id: named('R', i),
      name: `Room ${i + 1}`,
      seats: 24 + 6 * (i % 4),
      dayCost: 20_000,
    })),
    budget: [{ id: 'general', label: both('Training'), amount: people.length * 40_000 }],
    approval: { management: [BOSS], hr: [HR] },
  };
}

function courseOf(element, i) {
  return {
    id: `C-${element}`,
    title: both(`Course in ${element}`),
    elements: [element],
    level: 5,
    hours: 6 * (1 + (i % 2)),
    days: 1 + (i % 2),
    minSeats: 4,
    maxSeats: 30,
    runCost: 300_000,
    seatCost: 5_000,
    closes: 0.5,
    benefit: both(`Works safely with ${element}`),
    goal: both(`Does ${element} alone`),
  };
}

/** One employee in seventy teaches up to four courses, sixty hours in the cycle; every course has somebody. */
export function trainersOf({ people }, courses) {
  const count = Math.max(4, Math.ceil(people.length / 70));
  return Array.from({ length: count }, (_, i) => ({
    person: people[1 + ((i * 61) % (people.length - 1))].id,
    courses: courses
      .filter((_, c) => c % count === i || (c + 1) % count === i || i % courses.length === c)
      .map((c) => c.id),
    hours: 60,
  }));
}

/** One rating in ten is one level below what the post asks; all others meet it. */
export function ratingsOf({ people, posts }, fieldKeyOf, seed = 2) {
  const below = seeded(seed);
  const models = new Map(posts.map((p) => [p.code, p.elements]));
  return new Map(
    people.map(({ id, post }) => [
      id,
      Object.fromEntries(
        models.get(post).map(({ element, level }) => [fieldKeyOf(element), Number(level) - (below(10) === 0 ? 1 : 0)]),
      ),
    ]),
  );
}

/** So many needs that departments have kept in a list: one element of a post, its people of the department, a problem. */
export function listedNeeds({ people, posts, departments }, count, seed = 3) {
  const below = seeded(seed);
  const models = new Map(posts.map((p) => [p.code, p.elements]));
  const teams = new Map(departments.map((d) => [d.id, people.filter((p) => p.department === d.id && p.id !== BOSS)]));
  return Array.from({ length: count }, (_, i) => {
    const department = departments[i % departments.length].id;
    const team = teams.get(department);
    const { post } = team[below(team.length)];
    const able = team.filter((p) => p.post === post);
    return {
      department,
      element: models.get(post)[below(ELEMENTS_A_POST)].element,
      people: able.slice(0, 1 + below(2)).map((p) => p.id),
      urgency: 1 + below(3),
      goal: `Does the work of list entry ${i + 1} without help.`,
      problem: `Rework and delays in ${department}, entry ${i + 1} of the list.`,
    };
  });
}
