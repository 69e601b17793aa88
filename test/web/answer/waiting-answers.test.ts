import { expect, test } from '@jest/globals';
import { ApiProblem, NoConnection } from '../../../web/src/api/problem.ts';
import { type Sent, sentBy, type WaitingAnswer, WaitingAnswers } from '../../../web/src/api/waiting-answers.ts';

const answerTo = (task: string, commandId = task): WaitingAnswer => ({
  ...{ round: 'reviews', task, commandId, answer: { score: 7 } },
  label: { en: task, 'zh-CN': task },
});

class Device {
  kept: readonly WaitingAnswer[] = [];
  sent: string[] = [];
  gone: string[] = [];
  say: (answer: WaitingAnswer) => Sent = () => 'taken';

  load = async () => this.kept;
  async keep(waiting: readonly WaitingAnswer[]): Promise<void> {
    this.kept = waiting;
  }
  async send(answer: WaitingAnswer): Promise<Sent> {
    this.sent.push(answer.commandId);
    return this.say(answer);
  }
  async taken({ task }: WaitingAnswer): Promise<void> {
    this.gone.push(task);
  }
}

test('answers wait on the device, and go in their order once there is a connection', async () => {
  const device = new Device();
  device.say = () => 'lost';
  const before = new WaitingAnswers(device);
  await before.add(answerTo('A'));
  await before.add(answerTo('B'));
  await before.send();
  expect([device.sent, before.state().waiting.length, device.gone]).toEqual([['A'], 2, []]);
  // The page was closed meanwhile.
  device.say = () => 'taken';
  const after = new WaitingAnswers(device);
  await Promise.all([after.begin(), after.begin()]);
  expect([device.sent, device.gone, device.kept, after.state().waiting]).toEqual([['A', 'A', 'B'], ['A', 'B'], [], []]);
});

test('an answer that is given twice goes once, as it was given last', async () => {
  const device = new Device();
  const answers = new WaitingAnswers(device);
  await answers.add(answerTo('A', 'first'));
  await answers.add(answerTo('A', 'second'));
  await answers.send();
  expect(device.sent).toEqual(['second']);
});

test('what is refused when its time comes is said, keeps its text, and holds nothing up', async () => {
  const device = new Device();
  device.say = ({ task }) => (task === 'A' ? { refused: 'The round is closed.' } : 'taken');
  const answers = new WaitingAnswers(device);
  await answers.add(answerTo('A'));
  await answers.add(answerTo('B'));
  await answers.send();
  expect(device.gone).toEqual(['B']);
  expect(answers.state()).toMatchObject({
    waiting: [],
    refused: { answer: { task: 'A' }, why: 'The round is closed.' },
  });
  answers.dismiss();
  expect(answers.state().refused).toBeUndefined();
});

test.each([401, 408, 429, 500, 503])('what the API answers by %i passes: the answer waits on', async (status) => {
  const device = new Device();
  device.say = () => sentBy(new ApiProblem('passing', status, 'Try again.'));
  const answers = new WaitingAnswers(device);
  await answers.add(answerTo('A'));
  await answers.send();
  expect(answers.state()).toEqual({ waiting: [answerTo('A')], refused: undefined });
  device.say = () => 'taken';
  await answers.send();
  expect(device.gone).toEqual(['A']);
});

test('no connection passes, and any other "no" is said in its sentence', () => {
  expect(sentBy(new NoConnection())).toBe('lost');
  for (const status of [400, 403, 404, 409, 422])
    expect(sentBy(new ApiProblem('no', status, 'The round is closed.'))).toEqual({ refused: 'The round is closed.' });
});

test('an answer that is taken out does not go, and those beside it do', async () => {
  const device = new Device();
  const answers = new WaitingAnswers(device);
  for (const task of ['A', 'B']) await answers.add(answerTo(task));
  await answers.takeOut('talks', new Set(['A']));
  expect(device.kept).toHaveLength(2);
  await answers.takeOut('reviews', new Set(['A']));
  expect(device.kept).toEqual([answerTo('B')]);
  await answers.send();
  expect(device.sent).toEqual(['B']);
});

test('answers are sent once, however often they are called for', async () => {
  const device = new Device();
  const answers = new WaitingAnswers(device);
  await answers.add(answerTo('A'));
  await Promise.all([answers.send(), answers.send()]);
  expect(device.sent).toEqual(['A']);
});
