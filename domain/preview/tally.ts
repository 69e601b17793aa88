import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Preview } from '../../contracts/views/preview.ts';
import { dayText } from '../calendar/day.ts';
import { wallTimeOf } from '../calendar/zone.ts';
import type { OrganisationState } from '../organisation/state.ts';

/** A message to one person. */
export interface Sent {
  readonly stage: string;
  /** What the round is for that sends it; null: the procedure itself. */
  readonly purpose: string | null;
  readonly template: string;
  /** Which reminder, 0 the first; null: none. */
  readonly rung: number | null;
  readonly at: Instant;
  readonly to: PersonId;
  readonly tasks: number;
  readonly atMost: boolean;
}

type Row = Preview['messages'][number] & { people: PersonId[]; tasks: number };

const MOST_SHOWN = 20;

/** Gathers messages: one row for all who get the same at the same instant, with counts by person and day. */
export class Tally {
  readonly #organisation: OrganisationState;
  readonly #rows = new Map<string, Row>();
  readonly #days = new Map<string, Map<PersonId, number>>();
  readonly #people = new Map<PersonId, number>();
  #total = 0;

  constructor(organisation: OrganisationState) {
    this.#organisation = organisation;
  }

  add({ to, tasks, ...sent }: Sent): void {
    const timeZone = this.#organisation.people.get(to)?.timeZone ?? 'UTC';
    const key = `${sent.stage} ${sent.purpose} ${sent.template} ${sent.rung} ${sent.at} ${timeZone}`;
    let row = this.#rows.get(key);
    if (!row) {
      row = { ...sent, timeZone, local: localOf(sent.at, timeZone), people: [], tasks: 0 };
      this.#rows.set(key, row);
    }
    row.people.push(to);
    row.tasks += tasks;
    this.#count(to, row.local.slice(0, 10));
  }

  #count(person: PersonId, day: string): void {
    const people = this.#days.get(day) ?? new Map<PersonId, number>();
    this.#days.set(day, people);
    people.set(person, (people.get(person) ?? 0) + 1);
    this.#people.set(person, (this.#people.get(person) ?? 0) + 1);
    this.#total++;
  }

  result(): Pick<Preview, 'messages' | 'total' | 'days' | 'mostInAll' | 'mostInADay'> {
    const days = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1));
    const inADay = days.flatMap(([day, people]) =>
      [...people].map(([person, messages]) => ({ person, day, messages })),
    );
    const inAll = [...this.#people].map(([person, messages]) => ({ person, messages }));
    return {
      messages: [...this.#rows.values()].sort((a, b) => a.at - b.at),
      total: this.#total,
      days: days.map(([day, people]) => ({
        day,
        messages: [...people.values()].reduce((sum, n) => sum + n, 0),
        people: people.size,
      })),
      mostInAll: most(inAll),
      mostInADay: most(inADay),
    };
  }
}

function most<T extends { readonly person: PersonId; readonly messages: number }>(rows: T[]): T[] {
  return rows.sort((a, b) => b.messages - a.messages || (a.person < b.person ? -1 : 1)).slice(0, MOST_SHOWN);
}

function localOf(at: Instant, timeZone: string): string {
  const { day, ms } = wallTimeOf(at, timeZone);
  const minutes = Math.floor(ms / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayText(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
