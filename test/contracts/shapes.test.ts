import { expect, test } from '@jest/globals';
import { declareShape, schemaOf, upcast } from '../../contracts/shapes.ts';

test('a new shape of one kind of process leaves the events of others that have its name as they are', () => {
  declareShape('cycle', 'StageStarted', 2, { 1: (body: object) => ({ ...body, why: 'not said' }) });
  expect([schemaOf('cycle', 'StageStarted'), schemaOf('selection', 'StageStarted')]).toEqual([2, 1]);
  const event = { version: 1, schema: 1, type: 'StageStarted', body: { stage: 'review' } };
  expect(upcast({ ...event, stream: 'selection:2027' }).body).toEqual({ stage: 'review' });
  expect(upcast({ ...event, stream: 'offering:2027.O-001' }).body).toEqual({ stage: 'review' });
  expect(upcast({ ...event, stream: 'cycle:2027' })).toMatchObject({ schema: 2, body: { why: 'not said' } });
});

test('a shape without a way to it is not declared, and one that is newer is not read', () => {
  expect(() => declareShape('round', 'TasksAdded', 3, { 1: (body: unknown) => body })).toThrow(/round.TasksAdded/);
  const newer = { stream: 'round:a', version: 4, schema: 2, type: 'TasksAdded', body: {} } as const;
  expect(() => upcast(newer)).toThrow(/written by a newer Rostrum/);
});
