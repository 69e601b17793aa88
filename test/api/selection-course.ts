import type { StreamId } from '../../contracts/ids.ts';
import type { ImportBody } from '../../contracts/organisation.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { ask, type TestApi } from './harness.ts';
import type { Procedure } from './procedure.ts';

/** Five departments of five, everybody under their head; D1-1 leads the company. */
export function company(): ImportBody {
  const ids = [1, 2, 3, 4, 5].flatMap((d) => [1, 2, 3, 4, 5].map((n) => ({ d: `D${d}`, id: `D${d}-${n}`, n })));
  return {
    calendars: [{ id: 'CN', weekend: [6, 7], days: {} }],
    posts: [{ code: 'POST', title: 'Fitter', titleZh: '钳工', elements: [] }],
    departments: [1, 2, 3, 4, 5].map((d) => ({
      id: `D${d}`,
      name: `Department ${d}`,
      nameZh: `${d}部`,
      head: `D${d}-1`,
      influence: false,
    })),
    people: ids.map(({ d, id, n }) => ({
      id,
      name: `Name of ${id}`,
      email: `${id}@example.com`.toLowerCase(),
      department: d,
      manager: n > 1 ? `${d}-1` : d === 'D1' ? null : 'D1-1',
      post: 'POST',
      grade: n === 1 ? ('senior_manager' as const) : ('middle_manager' as const),
      hiredOn: '2015-03-01',
      locale: 'en' as const,
      timeZone: 'Asia/Shanghai',
      calendar: 'CN',
      technicalBackbone: false,
      performance: { '2025': 4 },
    })),
  };
}

const label = (text: string) => ({ en: text, 'zh-CN': text });

export const TERMS = {
  title: label('Internal trainers 2027'),
  company: label('Rostrum Works'),
  timeZone: 'Asia/Shanghai',
  calendar: 'CN',
  timetable: Object.fromEntries(
    ['measures', 'publicity', 'call', 'screening', 'reviewers', 'review', 'decision', 'results'].map((s) => [s, '5bd']),
  ),
  topics: [{ id: 'safety', label: label('Safety') }],
  eligibility: { grades: ['middle_manager'] },
  criteria: [
    { id: 'knowledge', label: label('Knowledge'), weight: '0.6' },
    { id: 'communication', label: label('Communication'), weight: '0.4' },
  ],
  seats: 1,
  screeners: ['D1-2'],
  reviewers: ['D3-1', 'D4-1', 'D5-1'].map((person) => ({ person, topics: ['safety'], limit: 5 })),
  reviews: 2,
  panel: { members: ['D1-1', 'D1-2', 'D1-3'], chair: 'D1-1', quorum: 2 },
  handlers: ['D1-4'],
  objectionPeriod: '5bd',
  termMonths: 24,
};

export const MEASURES = Object.fromEntries(
  ['incentives', 'workloadProtection', 'duties', 'term', 'useOfResults'].map((key) => [key, label(`About ${key}.`)]),
);

/** A person's answer to what a round of that purpose asks. */
function answerTo(purpose: string, task: { about: string | null; task: string }, seat: string | undefined): object {
  const answers: Record<string, object> = {
    acknowledgement: { acknowledged: true },
    endorsement: { supports: true, words: 'Go and teach.' },
    agreement: { agrees: true },
    conflict: { applications: [] },
    panel: { candidates: [seat], ground: 'none' },
    objection: { upheld: false, findings: 'Nothing was found.' },
    acceptance: { accepts: true },
    nomination: { accepts: true },
    screening: { eligible: true, reason: 'Sound.' },
  };
  if (purpose !== 'review') return answers[purpose]!;
  const score = 5 + ([...`${task.about}`].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 5);
  return { knowledge: score, communication: score, 'review-reasons': 'A secret remark on the outline.' };
}

type Look = (asked: {
  readonly round: string;
  readonly task: string;
  readonly assignee: string;
  readonly purpose: string;
}) => Promise<void>;

/** People who work through their inboxes over HTTP until the selection comes to a stage. */
export class Course {
  readonly #api: TestApi;
  readonly #procedure: Procedure;
  readonly stream: StreamId;
  /** Looks at a task before it is answered. */
  readonly #look: Look;

  constructor(api: TestApi, procedure: Procedure, stream: StreamId, look: Look = async () => undefined) {
    this.#look = look;
    this.#api = api;
    this.#procedure = procedure;
    this.stream = stream;
  }

  async to(stage: Stage): Promise<void> {
    for (let turn = 0; turn < 300; turn++) {
      if ((await this.#stage()) === stage) return;
      if (await this.#answerOne()) continue;
      if (!(await this.#procedure.sleep())) break;
    }
    throw new Error(`Stuck at ${await this.#stage()} on the way to ${stage}: ${this.#procedure.complaints}`);
  }

  async #stage(): Promise<string> {
    return (await ask(this.#api, 'OPS', 'GET', `/api/selections/${this.stream}`)).json.stage;
  }

  async #answerOne(): Promise<boolean> {
    const { rounds } = (await ask(this.#api, 'OPS', 'GET', `/api/rounds?owner=${this.stream}&state=open`)).json;
    for (const { id, purpose } of rounds) {
      const { tasks } = (await ask(this.#api, 'OPS', 'GET', `/api/rounds/${id}/tasks?state=open`)).json;
      for (const { id: task, assignee, about } of tasks) {
        await this.#look({ round: id, task, assignee, purpose });
        const answer = answerTo(purpose, { about, task }, await this.#first(purpose));
        const path = `/api/rounds/${id}/tasks/${task}/submit`;
        const reply = await ask(this.#api, assignee, 'POST', path, { answer });
        if (reply.status !== 200) throw new Error(`${purpose}: ${reply.text}`);
      }
      if (tasks.length) return true;
    }
    return false;
  }

  /** Who stands first, for the panel to confirm. */
  async #first(purpose: string): Promise<string | undefined> {
    if (purpose !== 'panel') return undefined;
    return (await ask(this.#api, 'OPS', 'GET', `/api/selections/${this.stream}/ranking`)).json.ranking[0].application;
  }
}
