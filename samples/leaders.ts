import type { ImportBody } from '../contracts/organisation.ts';

export interface Organisation {
  readonly people: NonNullable<ImportBody['people']>;
  readonly departments: NonNullable<ImportBody['departments']>;
}

/** Departments by the number of their people, the largest first. */
export function headcounts({ people, departments }: Organisation): [department: string, people: number][] {
  return departments
    .map(({ id }): [string, number] => [id, people.filter((p) => p.department === id).length])
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** The department that sees to people and training, by its name; else the last one. */
function personnel({ departments }: Organisation) {
  const named = departments.find(
    (d) => /training|human|people|personnel/i.test(d.name) || /人力|培训|人事/.test(d.nameZh),
  );
  return named ?? departments.at(-1);
}

/** Whoever would run the cycle: the first of the personnel department who does not head it. */
export function trainingManagerIn(company: Organisation): string {
  const home = personnel(company);
  const staff = company.people.filter((p) => p.department === home?.id && p.id !== home.head);
  const manager = staff.find((p) => p.grade === 'middle_manager') ?? staff[0] ?? company.people[0];
  if (!manager) throw new Error('Nobody works in the company; import its people first.');
  return manager.id;
}

interface Approvers {
  readonly management: readonly string[];
  readonly hr: readonly string[];
  readonly deputies: Readonly<Record<string, string>>;
}

/**
 * Top management (at most three executives, the head of the company first) and HR (the head of the personnel department)
 * with their deputies; never whoever runs the cycle, who compiles what is approved.
 */
export function approversIn(company: Organisation, owner: string): Approvers {
  const { people } = company;
  const first = people.filter((p) => p.manager === null && p.id !== owner);
  const executives = people.filter((p) => p.grade === 'executive' && p.id !== owner && !first.includes(p));
  const leading = people.filter((p) => p.grade === 'senior_manager' && p.id !== owner);
  const top = [...first, ...executives];
  const management = (top.length ? top : leading).slice(0, 3).map((p) => p.id);
  const head = personnel(company)?.head;
  const hr = head && head !== owner ? head : leading.find((p) => !management.includes(p.id))?.id;
  if (!management.length || !hr) throw new Error('The company has too few leaders: nobody could approve the plan.');
  const deputies = management.map((p, i) => [p, management[(i + 1) % management.length]!] as const);
  const pairs = [...deputies, [hr, management.at(-1)!] as const].filter(([person, deputy]) => person !== deputy);
  return { management, hr: [hr], deputies: Object.fromEntries(pairs) };
}
