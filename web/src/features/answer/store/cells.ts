import { type Element, isPart, type Layout, type Person } from './layout.ts';

/** Which way one goes on after a level: to the next person, or to the next element. */
export type Order = 'element' | 'person';

/** A cell: somebody, in one thing that they are rated in. */
export interface Place {
  readonly task: string;
  readonly key: string;
}

/** All cells, the way one goes. */
export function cellsOf({ people, elements }: Layout, order: Order): Place[] {
  const cell = (person: Person, element: Element) =>
    isPart(person, element) ? [{ task: person.task, key: element.key }] : [];
  return order === 'element'
    ? elements.flatMap((element) => people.flatMap((person) => cell(person, element)))
    : people.flatMap((person) => elements.flatMap((element) => cell(person, element)));
}

/** Whether there is such a cell. */
export function hasCell({ people, elements }: Layout, { task, key }: Place): boolean {
  const person = people.find((one) => one.task === task);
  const element = elements.find((one) => one.key === key);
  return person !== undefined && element !== undefined && isPart(person, element);
}
