import type { PlanDemand, PlanProblem } from '../../contracts/planning.ts';

/** Throws one sentence about the first name of a problem that leads nowhere. */
export function known(problem: PlanProblem): void {
  const courses = new Set(problem.courses.map(({ id }) => id));
  const lines = new Set(problem.budget.map(({ id }) => id));
  const quotes = new Map(problem.quotes.map((quote) => [quote.id, quote]));
  for (const { person, calendar } of problem.trainers)
    if (!problem.calendars[calendar]) throw new Error(unknownCalendar(`Trainer ${person}`, calendar));
  for (const [person, { calendar }] of Object.entries(problem.people))
    if (!problem.calendars[calendar]) throw new Error(unknownCalendar(`Participant ${person}`, calendar));
  for (const demand of problem.demands) {
    const { need, course, budgetLine } = demand;
    if (!courses.has(course))
      throw new Error(
        `Need ${need} asks for course ${course}, which is not in the catalogue; add it or choose another course.`,
      );
    if (!lines.has(budgetLine))
      throw new Error(
        `Need ${need} is to be paid from budget line ${budgetLine}, which does not exist; add the line or choose another.`,
      );
    knownPeople(problem, demand);
    if (demand.source === 'internal') continue;
    const quote = demand.quote === null ? undefined : quotes.get(demand.quote);
    if (quote?.course !== course)
      throw new Error(
        `Need ${need} is to be taught from outside without a quote for course ${course}; choose one that is for this course.`,
      );
  }
}

function knownPeople(problem: PlanProblem, { need, people, effect }: PlanDemand): void {
  if (people.length !== effect.length)
    throw new Error(
      `Need ${need} has ${people.length} people and ${effect.length} effects; give one effect for each person.`,
    );
  if (new Set(people).size < people.length)
    throw new Error(`Need ${need} names somebody twice; name each person once.`);
  for (const person of people)
    if (!problem.people[person])
      throw new Error(
        `Need ${need} is for ${person}, whose working calendar is unknown; add the person to the people of the plan.`,
      );
}

function unknownCalendar(who: string, calendar: string): string {
  return `${who} works by calendar ${calendar}, which is unknown; import it or name another.`;
}
