import { expect, test } from '@jest/globals';
import { Form } from '../../../contracts/form.ts';
import { house } from '../../../contracts/reasons.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { company } from '../selection/company.ts';
import { expectUnharmed } from './sending.ts';

const label = { en: 'Text', 'zh-CN': '文本' };
const reason = 'For a good reason.';
const ROUND = 'round:feedback-2027';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DAY = 86_400_000;

const form = Form.parse({
  fields: [
    { key: 'score', label, kind: 'score', min: 0, max: 10, step: 1, required: false },
    { key: 'choice', label, kind: 'choice', options: [{ value: 'a', label }], required: false },
    { key: 'words', label, kind: 'text', required: false },
    { key: 'flag', label, kind: 'flag', required: false },
    { key: 'day', label, kind: 'date', required: false },
    { key: 'who', label, kind: 'people', required: false },
    { key: 'which', label, kind: 'ids', from: ['one', 'two'], required: false },
  ],
});
const ladder = [
  { offset: '-2bd', to: 'assignee' },
  { offset: '0bd', to: 'manager' },
  { offset: '2d', to: 'owner' },
];
const answer = {
  score: 3,
  choice: 'a',
  words: 'Well said.',
  flag: true,
  day: '2027-03-01',
  who: ['D2-3'],
  which: ['one'],
};

function round(policy: object = {}): Memory {
  const memory = new Memory(company(), NOW);
  const spec = {
    owner: null,
    purpose: 'feedback',
    title: label,
    form,
    forms: { other: form },
    policy: RoundPolicy.parse({ ladder, replaces: true, tally: 'score', ...policy }),
    due: NOW + 10 * DAY,
    minutes: 5,
  };
  const tasks = ['D2-2', 'D2-3', 'D2-4', 'D3-5'].map((assignee, n) => ({
    id: `t${n}`,
    assignee,
    about: 'A-7K3Q',
    ...(n === 3 ? { form: 'other', aboutPerson: 'D4-5' } : {}),
  }));
  expect(memory.send(ROUND, 'open', { spec, tasks }, 'D1-2')).toBeNull();
  expect(memory.send(ROUND, 'recuse', { task: 't1', reason }, 'D2-3')).toBeNull();
  expect(memory.send(ROUND, 'submit', { task: 't2', answer }, 'D2-4')).toBeNull();
  return memory;
}

const roundBodies = {
  open: {
    spec: {
      owner: null,
      purpose: 'feedback',
      title: label,
      form,
      forms: { other: form },
      policy: RoundPolicy.parse({ ladder, barred: ['D4-7'] }),
      due: NOW + 10 * DAY,
      minutes: 5,
    },
    tasks: [
      { id: 't0', assignee: 'D2-2', about: 'A', aboutPerson: 'D4-5', due: NOW + DAY, form: 'other', barred: ['D2-7'] },
    ],
  },
  addTasks: {
    tasks: [{ id: 'n0', assignee: 'D2-5', about: 'A', aboutPerson: 'D4-5', due: NOW + DAY, barred: ['D2-7'] }],
  },
  saveDraft: { task: 't0' },
  submit: { task: 't0', answer },
  reopen: { task: 't2', reason, due: NOW + 12 * DAY },
  takeBack: { task: 't2' },
  remind: { tasks: ['t0'] },
  recuse: { task: 't0', reason },
  decline: { task: 't0', reason },
  delegate: { task: 't0', to: 'D2-6', reason },
  reassign: { tasks: ['t0'], to: 'D2-6', reason },
  extend: { tasks: ['t0'], due: NOW + 20 * DAY, reason },
  withdraw: { tasks: ['t0'], reason },
  fill: { task: 't1', by: { id: 'f0', assignee: 'D2-6', about: 'A', due: NOW + DAY }, reason },
  reform: { tasks: ['t0'], key: 'third', form, reason },
  bar: { people: ['D2-7'], about: ['A-7K3Q'], reason: house('judge-applied') },
  handOver: { owners: ['D2-7'] },
  hold: { reason },
  release: { reason },
  close: { reason },
};
const ofAssignee = ['saveDraft', 'submit', 'recuse', 'decline', 'delegate'];
const actorOfRound = (type: string) =>
  ['bar', 'handOver'].includes(type)
    ? 'system'
    : type === 'takeBack'
      ? 'D2-4'
      : ofAssignee.includes(type)
        ? 'D2-2'
        : 'D1-2';

const opened = Object.keys(roundBodies).filter((type) => type !== 'open');

test('a round that opens', () =>
  expectUnharmed({
    memory: new Memory(company(), NOW),
    stream: ROUND,
    bodies: roundBodies,
    types: ['open'],
    actorOf: () => 'D1-2',
  }));

const SILENCE = ['wait', 'consent', 'replace'];
test.each(SILENCE)('a round that runs, whose silence means %s', (silence) =>
  expectUnharmed({
    memory: round({ silence }),
    stage: SILENCE.indexOf(silence),
    stream: ROUND,
    bodies: roundBodies,
    types: opened,
    actorOf: actorOfRound,
  }),
);

test('a round on hold', async () => {
  const memory = round();
  memory.send(ROUND, 'hold', { reason }, 'D1-2');
  await expectUnharmed({ memory, stream: ROUND, bodies: roundBodies, types: opened, actorOf: actorOfRound });
});
