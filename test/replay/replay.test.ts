import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { workflowBundle as bundleOfRun } from '../harness/from-stock.ts';

Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

const FOLDER = path.resolve('test/replay/histories');
const FILES = readdirSync(FOLDER).sort();

interface Event {
  eventId: string;
  eventType: string;
  [attributes: string]: unknown;
}

function historyIn(file: string): { events: Event[] } {
  return JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
}

describe('the workflows of today, on what the workflows of another day have done', () => {
  let workflowBundle: WorkflowBundle;
  beforeAll(async () => {
    workflowBundle = await bundleOfRun();
  });

  const replayed = (file: string, history: { events: Event[] }) =>
    Worker.runReplayHistory({ workflowBundle }, history, file);

  test('there are histories of every workflow, and of runs that took over from others', () => {
    expect(new Set(FILES.map((file) => file.split('.')[0]))).toEqual(
      new Set(['courseDelivery', 'organisation', 'round', 'trainerSelection', 'trainingPlanCycle']),
    );
    for (const type of ['trainerSelection', 'trainingPlanCycle', 'courseDelivery'])
      expect(FILES.filter((file) => new RegExp(`^${type}\\..*\\.[2-9]\\.json$`).test(file)).length).toBeGreaterThan(3);
  });

  test.each(FILES)('%s is told again to the last word', async (file) => {
    await expect(replayed(file, historyIn(file))).resolves.toBeUndefined();
  });

  test.each(FILES)('%s names no machine, process or folder', (file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    expect(text).not.toMatch(/"identity":"[^"]|\d@/);
    expect(text).not.toMatch(/\/(home|root|work|tmp|Users)\/|file:\/\//);
  });

  const COMMANDS = ['ACTIVITY_TASK_SCHEDULED', 'TIMER_STARTED', 'SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED'];
  const hasRank = (name: string) =>
    name.startsWith('trainerSelection.') && JSON.stringify(historyIn(name)).includes('"name":"rank"');
  const isCommand = (event?: Event) => COMMANDS.includes(`${event?.eventType.replace('EVENT_TYPE_', '')}`);

  test('a history in which two things were asked for in another order is refused', async () => {
    const differ = (a: Event, b?: Event) => isCommand(a) && isCommand(b) && a.eventType !== b!.eventType;
    const file = FILES.find((name) => historyIn(name).events.some((e, i, all) => differ(e, all[i + 1])))!;
    const { events } = historyIn(file);
    const at = events.findIndex((e, i) => differ(e, events[i + 1]));
    const [first, second] = [events[at]!, events[at + 1]!];
    events.splice(at, 2, { ...second, eventId: first.eventId }, { ...first, eventId: second.eventId });
    await expect(replayed(file, { events })).rejects.toThrow(/nondeterminism/i);
  });

  test('a history in which other slow work was asked for is refused', async () => {
    const { events } = historyIn(FILES.find(hasRank)!);
    const changed = JSON.parse(JSON.stringify(events).replaceAll('"name":"rank"', '"name":"compilePlan"'));
    await expect(replayed('changed', { events: changed })).rejects.toThrow(/nondeterminism/i);
  });
});
