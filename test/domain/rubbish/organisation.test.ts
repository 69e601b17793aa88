import { expect, test } from '@jest/globals';
import { ORGANISATION } from '../../../contracts/ids.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import { processOf } from '../../../domain/kinds.ts';
import { emptyOrganisation, organisationProcess } from '../../../domain/organisation/organisation.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import { isRejection, type Recorded } from '../../../domain/process.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { hostileCommands } from '../../contracts/rubbish.ts';
import { reviews } from '../../harness/story.ts';
import { company, decide, evolve, founded } from '../organisation/company.ts';
import { faultOfEvent, faultOfNotice, faultOfStatus } from './storable.ts';

const NOW = Date.parse('2026-01-05T09:00:00+08:00');
const reason = 'For a good reason.';

const bodies = {
  importOrganisation: { ...company, absences: [{ person: 'E4', from: '2026-02-02', to: '2026-02-06', kind: 'leave' }] },
  recordAbsence: { person: 'E4', from: '2026-02-02', to: '2026-02-06', kind: 'leave' },
  correctCalendar: { calendar: company.calendars![0], reason },
  personLeft: { person: 'E4', successor: 'E3' },
};

/** What an organisation does to a round in which everybody is asked, and to time in it. */
async function faultsIn(organisation: OrganisationState): Promise<string[]> {
  const memory = new Memory(organisation, NOW);
  const tasks = [...organisation.people.values()].filter((p) => p.employed).map(({ id }) => ({ id, assignee: id }));
  const policy = RoundPolicy.parse({ ladder: [{ offset: '-2bd', to: 'manager' }], silence: 'nil', grace: '2bd' });
  const spec = { ...reviews(NOW + 5 * 86_400_000), policy };
  const refused = memory.send('round:all', 'open', { spec, tasks: tasks.slice(0, 50) }, 'E1');
  if (refused) return [refused.detail];
  for (let n = 0; n < 4; n++) await memory.sleep();
  const { events } = memory.streams.get('round:all')!;
  return [
    ...events.flatMap((event) => faultOfEvent(event) ?? []),
    ...memory.notices.flatMap((notice) => faultOfNotice(notice) ?? []),
    ...[faultOfStatus(memory.status('round:all')) ?? []].flat(),
  ];
}

test('an organisation, and everybody whose time is reckoned by it', async () => {
  const faults: string[] = [];
  const { commands } = processOf(ORGANISATION);
  const state = founded();
  const seen = new Set<string>();
  let accepted = 0;
  for (const { type, path, what, body } of hostileCommands('organisation', bodies)) {
    const named = (fault: string) => `${type} ${path}: ${what}: ${fault}`;
    try {
      const parsed = commands[type]!.safeParse(JSON.parse(JSON.stringify(body)));
      if (!parsed.success) continue;
      const decision = decide(state, { id: 'c-1-rubbish', actor: 'E1', type, body: parsed.data } as never);
      if (isRejection(decision) || seen.has(JSON.stringify(decision))) continue;
      seen.add(JSON.stringify(decision));
      accepted++;
      const heading = { stream: ORGANISATION, version: 1, schema: 1, at: NOW, actor: 'E1', command: null };
      faults.push(...decision.flatMap((e) => faultOfEvent({ ...heading, ...e } as Recorded) ?? []).map(named));
      const after = evolve(state, decision);
      organisationProcess.thaw(JSON.parse(JSON.stringify(organisationProcess.freeze(after))));
      faults.push(...(await faultsIn(after)).map(named));
    } catch (error) {
      faults.push(named((error as Error).stack ?? ''));
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect(accepted).toBeGreaterThan(50);
});

test('an empty organisation', async () => {
  expect(await faultsIn(emptyOrganisation())).toEqual([]);
});
