import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { house } from '../../../contracts/reasons.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const NOW = Date.parse('2027-01-04T09:00:00+08:00');

function open(round: StreamId, owner: StreamId | null, actor: string) {
  const memory = new Memory(company(), NOW);
  const spec = { ...reviews(NOW + 86_400_000), owner, policy: RoundPolicy.parse({}) };
  return memory.send(round, 'open', { spec, tasks: [{ id: 'a', assignee: 'D2-1' }] }, actor);
}

test('a person opens rounds that belong to nobody, under ids where no procedure looks', () => {
  expect(open('round:feedback-2027', null, 'D1-1')).toBeNull();
  expect(open('round:selection.trainers-2027.review', null, 'D1-1')).toMatchObject({ code: 'not-allowed' });
  expect(open('round:cycle.2027', null, 'D1-1')).toMatchObject({
    detail: expect.stringContaining('choose an id that begins with none of "organisation.", "selection."'),
  });
  expect(open('round:feedback-2027', 'cycle:2027', 'D1-1')).toMatchObject({ code: 'not-allowed' });
  expect(open('round:cycle.2027.needs', 'cycle:2027', 'D1-1')).toMatchObject({ code: 'not-allowed' });
});

test('a procedure opens rounds of its own and of nobody else', () => {
  expect(open('round:cycle.2027.needs', 'cycle:2027', 'system')).toBeNull();
  for (const round of ['round:selection.2027.needs', 'round:cycle.2026.needs', 'round:needs'] as const)
    expect(open(round, 'cycle:2027', 'system')).toMatchObject({ code: 'not-allowed' });
  expect(open('round:cycle.2027.needs', null, 'system')).toMatchObject({ code: 'not-allowed' });
});

test('only the engine gives its reasons as codes', () => {
  const memory = new Memory(company(), NOW);
  const spec = { ...reviews(NOW + 86_400_000), policy: RoundPolicy.parse({}) };
  memory.send('round:a', 'open', { spec, tasks: [{ id: 'a', assignee: 'D2-1' }] }, 'D1-1');
  const body = { tasks: 'all', due: NOW + 2 * 86_400_000, reason: house('date-moved') };
  expect(memory.send('round:a', 'extend', body, 'D1-1')).toMatchObject({ code: 'command-invalid' });
  expect(memory.send('round:a', 'extend', body, 'system')).toBeNull();
  const [extended] = memory.streams.get('round:a')!.events.filter((e) => e.type === 'TasksExtended');
  expect(extended!.body).toMatchObject({ reason: { code: 'date-moved' } });
});
