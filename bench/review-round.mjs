// A review round as Rostrum has it: its terms, its paths, and what its tables say about it.
import { postAs } from './client.mjs';
import { bearerOf, OPERATOR, personOf } from './company.mjs';

const both = (text) => ({ en: text, 'zh-CN': text });

/** The terms of the round: one score, one reminder a day before it is due, settled when all have answered. */
function specOf(due) {
  return {
    purpose: 'review',
    title: both('Expert review'),
    form: { fields: [{ key: 'score', label: both('Score'), kind: 'score', min: 1, max: 10, step: 1 }] },
    policy: { ladder: [{ offset: '-1d', to: 'assignee' }], tally: 'score' },
    due,
    minutes: 10,
  };
}

const taskOf = (id) => `t${id}`;

/** Opens the round; `assessments` as in assessments.mjs. */
export function openRound(origin, id, due, assessments) {
  const tasks = assessments.map((a) => ({
    id: taskOf(a.id),
    assignee: personOf(a.reviewer),
    about: String(a.application),
  }));
  return postAs(OPERATOR, `${origin}/api/rounds`, { id, spec: specOf(due), tasks, commandId: `open-round-${id}` });
}

/** The HTTP request of a reviewer's answer, as `submitAll` and the peers' harness send it. */
export function submissionRequest(round, { id, reviewer, score }) {
  return {
    path: `/api/rounds/${round}/tasks/${taskOf(id)}/submit`,
    headers: { authorization: bearerOf(personOf(reviewer)) },
    body: { answer: { score }, commandId: `answer-${id}` },
  };
}

/** Moves every open task of the round to another due instant. */
export function moveRound(origin, id, due) {
  const body = { tasks: 'all', due, reason: 'The benchmark moves it.', commandId: `move-round-${id}-${due}` };
  return postAs(OPERATOR, `${origin}/api/rounds/${id}/extend`, body);
}

/** How many reviewers have their one reminder planned at exactly this instant (undefined: at whatever instant). */
export async function armedAt({ one }, id, instant) {
  const at = instant === undefined ? null : new Date(instant);
  const text = `select count(*)::int from agenda where stream = $1 and ($2::timestamptz is null or at = $2)`;
  return one(text, [`round:${id}`, at]);
}

/** How many reviewers still have an open task, by the tables. */
export async function reviewersPending({ one }, id) {
  const text = `select count(distinct assignee)::int from task where round = $1 and state in ('open', 'drafted')`;
  return one(text, [`round:${id}`]);
}

/** True once the ranked list of that many applications is stored. */
export async function isRanked({ one }, id, applications) {
  return (await one('select count(*)::int from standing where round = $1', [`round:${id}`])) === applications;
}

/** The stored list: best first, equal means by number. */
export async function standingOf({ rows }, id) {
  const text = `select place as rank, about::int as application, mean::float8 as mean from standing where round = $1
                order by place, about::int`;
  return rows(text, [`round:${id}`]);
}

/** How many events of each type the round's ledger holds. */
export async function ledgerCounts({ rows }, id) {
  const text = 'select type, count(*)::int as events from ledger where stream = $1 group by type';
  return Object.fromEntries((await rows(text, [`round:${id}`])).map((r) => [r.type, r.events]));
}
