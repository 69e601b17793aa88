// The company of the benchmark: reviewers who can be reminded at any hour of the day on which it runs.

/** Who opens rounds and moves due dates. */
export const OPERATOR = 'OPS1';

/** The API takes at most this many people from the benchmark; more reviewers than this are refused. */
export const MOST_PEOPLE = 500;

export const personOf = (reviewer) => `R${String(reviewer + 1).padStart(3, '0')}`;
export const bearerOf = (person) => `Bearer dev:${person}`;

/**
 * A zone with a fixed offset in which it is about one in the afternoon, far from the quiet hours: there a reminder's
 * civil instant is the planned instant itself. The name counts backwards: Etc/GMT-8 is eight hours ahead of UTC.
 */
export function zoneOfEarlyAfternoon(now = new Date()) {
  const ahead = ((13 - now.getUTCHours() + 36) % 24) - 12;
  if (ahead === 0) return 'Etc/GMT';
  return ahead > 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}

/** An import of `size` people of one department, every day of whose calendar is worked. */
export function companyOf(size, timeZone = zoneOfEarlyAfternoon()) {
  if (size > MOST_PEOPLE) throw new Error(`The benchmark has at most ${MOST_PEOPLE} reviewers; choose fewer.`);
  const person = (id) => ({
    id,
    name: `Reviewer ${id}`,
    email: `${id.toLowerCase()}@example.com`,
    department: 'D1',
    manager: id === OPERATOR ? null : OPERATOR,
    post: 'POST',
    grade: 'senior',
    hiredOn: '2020-01-01',
    locale: 'en',
    timeZone,
    calendar: 'ALWAYS',
    technicalBackbone: false,
    performance: { 2025: 4 },
  });
  return {
    calendars: [{ id: 'ALWAYS', weekend: [], days: {} }],
    departments: [{ id: 'D1', name: 'Works', nameZh: '工厂', head: OPERATOR, influence: true }],
    posts: [{ code: 'POST', title: 'Fitter', titleZh: '钳工', elements: [] }],
    people: [OPERATOR, ...Array.from({ length: size }, (_, i) => personOf(i))].map(person),
  };
}
