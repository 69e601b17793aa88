import { expect, test } from '@jest/globals';
import { openLog } from '../../settings/log.ts';

test('an error tells what it is, under whatever name an entry has it', () => {
  const lines: string[] = [];
  const log = openLog('work', { write: (line) => lines.push(line) });
  const error = new Error('E1 scores A twice.', { cause: new Error('The table has two rows.') });
  log.warn({ from: 'temporal', error, activityId: '1' }, 'Activity failed');
  log.error({ err: error }, 'A request failed');
  log.warn({ error: 'in words', reason: null }, 'Temporal is away');
  const [failed, request, away] = lines.map((line) => JSON.parse(line));
  expect(failed).toMatchObject({ name: 'work', activityId: '1', msg: 'Activity failed', error: { type: 'Error' } });
  expect(failed.error.message).toContain('E1 scores A twice.');
  expect(failed.error.stack).toContain('The table has two rows.');
  expect(failed.error.stack).toContain('log.test.ts');
  expect(request.err.message).toContain('E1 scores A twice.');
  expect(away).toMatchObject({ error: 'in words', reason: null });
});

test('an entry is one line of JSON, whatever is in it', () => {
  const lines: string[] = [];
  const log = openLog('api', { write: (line) => lines.push(line) });
  const forged = 'E1\n{"level":60,"msg":"forged"}\r\u2028\u0000"%s%o';
  log.info({ path: forged, error: new Error(forged) }, 'Refused %s');
  expect(lines).toHaveLength(1);
  expect(lines[0]!.trimEnd()).not.toMatch(/[\n\r\0]/);
  expect(JSON.parse(lines[0]!)).toMatchObject({ path: forged, msg: 'Refused %s' });
});
