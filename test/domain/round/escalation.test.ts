import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:late';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DUE = Date.parse('2027-01-18T17:00:00+08:00');

test('an escalation waits until it is a civil hour where the manager is', async () => {
  const memory = new Memory(company(), NOW);
  const people = new Map(memory.organisation.people);
  const manager = people.get('D2-2')!.manager!;
  people.set(manager, { ...people.get(manager)!, timeZone: 'America/Chicago' });
  memory.organisation = { ...memory.organisation, people };
  const base = reviews(DUE);
  const spec = { ...base, policy: { ...base.policy, ladder: [{ offset: '1bd', to: 'manager' as const }] } };
  const opened = memory.send(ROUND, 'open', { spec, tasks: [{ id: 't', assignee: 'D2-2' }] }, 'D1-1');
  expect(opened).toBeNull();
  await memory.until(DUE + 3 * 86_400_000);
  const [told] = memory.notices.filter((n) => n.template === 'round.escalation');
  // 17:00 in Shanghai is three in the morning in Chicago.
  expect(told).toMatchObject({ to: manager, notBefore: Date.parse('2027-01-19T08:00:00-06:00') });
});
