// A review round as Rostrum has it: its terms, its paths, and what its views and tables say about it.
import { getAs, postAs } from './client.mjs';
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

/** True once the round has settled and its ranked list holds that many applications. */
export async function isRanked(origin, id, applications) {
  const { state, standing } = await standingSeen(origin, id);
  return state === 'settled' && standing.length === applications;
}

/** The ranked list as operations see it: best first, equal means by number. */
export async function standingOf(origin, id) {
  const { standing } = await standingSeen(origin, id);
  return standing
    .map(({ place, about, mean }) => ({ rank: place, application: Number(about), mean }))
    .sort((a, b) => a.rank - b.rank || a.application - b.application);
}

const standingSeen = (origin, id) => getAs(OPERATOR, `${origin}/api/rounds/${id}/standing`);

/** How many events of each type the round's ledger holds. */
export async function ledgerCounts({ rows }, id) {
  const text = 'select type, count(*)::int as events from ledger where stream = $1 group by type';
  return Object.fromEntries((await rows(text, [`round:${id}`])).map((r) => [r.type, r.events]));
}
