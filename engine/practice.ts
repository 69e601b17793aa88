import { type Instant, ORGANISATION, SYSTEM } from '../contracts/ids.ts';
import type { ImportBody } from '../contracts/organisation.ts';
import { RoundPolicy, type RoundSpec, type TaskSpec } from '../contracts/round.ts';
import { DAY_MS } from '../domain/calendar/day.ts';
import { processOf } from '../domain/kinds.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import { Memory } from '../domain/turn/memory.ts';

/** Those who answer in a practice round. */
export const PRACTISING: readonly string[] = Array.from({ length: 40 }, (_, i) => `practice-${i}`);

const both = (text: string) => ({ en: text, 'zh-CN': text });

/** A company of nobody but those who practise. */
export function practiceCompany(now: Instant): OrganisationState {
  const memory = new Memory(processOf(ORGANISATION).initial(ORGANISATION) as OrganisationState, now);
  const refused = memory.send(ORGANISATION, 'importOrganisation', importBody(), SYSTEM);
  if (refused) throw new Error(refused.detail);
  return memory.streams.get(ORGANISATION)!.state as OrganisationState;
}

/** What opens a practice round of so many tasks, dealt out in turn: the usual kind, with a score and a reminder. */
export function practiceRound(now: Instant, tasks: number): { spec: RoundSpec; tasks: readonly TaskSpec[] } {
  return {
    spec: {
      owner: null,
      owners: [],
      place: null,
      purpose: 'review',
      title: both('Practice'),
      form: {
        fields: [{ key: 'score', label: both('Score'), kind: 'score', required: true, min: 1, max: 10, step: 1 }],
      },
      policy: RoundPolicy.parse({ ladder: [{ offset: '-1d', to: 'assignee' }], tally: 'score' }),
      due: now + 7 * DAY_MS,
      minutes: 10,
    },
    tasks: Array.from({ length: tasks }, (_, n) => ({
      id: `t${n}`,
      assignee: holderOf(n),
      about: String(n % Math.ceil(tasks / 3)),
      aboutPerson: null,
      due: null,
    })),
  };
}

/** Who has the nth task of a practice round. */
export function holderOf(n: number): string {
  return PRACTISING[n % PRACTISING.length]!;
}

function importBody(): ImportBody {
  return {
    calendars: [{ id: 'C', weekend: [6, 7], days: {} }],
    departments: [{ id: 'D', name: 'D', nameZh: 'D', head: holderOf(0), influence: false }],
    posts: [{ code: 'P', title: 'P', titleZh: 'P', elements: [] }],
    people: PRACTISING.map((id, i) => ({
      ...{
        id,
        name: id,
        email: `${id}@example.com`,
        department: 'D',
        manager: i === 0 ? null : holderOf(0),
        post: 'P',
      },
      ...{ grade: 'senior' as const, hiredOn: '2020-01-01', locale: 'en' as const, timeZone: 'UTC', calendar: 'C' },
      ...{ technicalBackbone: false, performance: {} },
    })),
  };
}
