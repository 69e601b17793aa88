import { describe, expect, test } from '@jest/globals';
import type { StreamId } from '../../contracts/ids.ts';
import { EngineUnavailable, Gateway, type Turns } from '../../engine/gateway.ts';
import type { Large } from '../../engine/large.ts';

test('a gateway remembers the streams that are busy, and of the others no more than a thousand', async () => {
  let release: () => void = () => undefined;
  const busy = new Promise<void>((resolve) => {
    release = resolve;
  });
  const turns = {
    decide: async (stream: StreamId, commands: readonly unknown[]) => {
      if (stream === 'round:busy') await busy;
      return { outcomes: commands.map(() => ({ accepted: true, version: 1 })) };
    },
  } as unknown as Turns;
  const gateway = new Gateway({ turns, after: () => undefined });
  const send = (stream: StreamId) => gateway.send(stream, { id: 'a-command', actor: 'P1', type: 'close', body: {} });
  const waits = send('round:busy');
  await Promise.all(Array.from({ length: 3_000 }, (_, i) => send(`round:r${i}`)));
  await new Promise(setImmediate);
  expect(gateway.remembered).toBeLessThanOrEqual(1_001);
  release();
  expect(await waits).toMatchObject({ accepted: true });
});

/** Whoever takes turns, who begins large commands and decides each when it is told to. */
function slowTurns() {
  const begun: string[] = [];
  const decide = new Map<string, () => void>();
  const turns = {
    decide: async (_: StreamId, commands: readonly unknown[]) => ({
      outcomes: commands.map(() => ({ accepted: true, version: 1 })),
    }),
    decideLarge: ({ id }: Large) => {
      begun.push(id!);
      return new Promise((resolve) => {
        decide.set(id!, () => resolve({ outcomes: [{ accepted: true, version: 1 }], id }));
      });
    },
  } as unknown as Turns;
  return { turns, begun, decide: (id: string) => decide.get(id)!() };
}

const large = (actor: string, id: string, size = 1_000_000): Large => ({
  ...{ stream: 'cycle:plan-2027', kind: 'cycle', type: 'stateNeed', wrapping: 'fields' },
  ...{ actor, id, bytes: new Uint8Array(size) },
});

describe('large commands', () => {
  test('are decided two at a time, one of each person, people taking turns; small ones do not wait for them', async () => {
    const { turns, begun, decide } = slowTurns();
    const gateway = new Gateway({ turns, after: () => undefined });
    const sent = ['P1 a', 'P1 b', 'P1 c', 'P2 d', 'P2 e', 'P3 f'].map((name) => {
      const [actor, id] = name.split(' ') as [string, string];
      return gateway.sendLarge(large(actor, id));
    });
    await new Promise(setImmediate);
    expect(begun).toEqual(['a', 'd']);
    const small = { id: 'a-command', actor: 'P1', type: 'close', body: {} };
    expect(await gateway.send('cycle:plan-2027', small)).toMatchObject({ accepted: true });
    for (const [over, next] of [
      ['a', 'f'],
      ['d', 'b'],
      ['b', 'e'],
      ['f', 'c'],
    ]) {
      decide(over!);
      await new Promise(setImmediate);
      expect(begun.at(-1)).toBe(next);
    }
    for (const id of ['e', 'c']) decide(id);
    expect((await Promise.all(sent)).map(({ outcome, id }) => [outcome.accepted, id])).toEqual(
      [...'abcdef'].map((id) => [true, id]),
    );
  });

  test('of one person beyond a few are refused with a sentence, and of all beyond what can be kept', async () => {
    const { turns, begun, decide } = slowTurns();
    const gateway = new Gateway({ turns, after: () => undefined });
    const hundred = Array.from({ length: 100 }, (_, i) => gateway.sendLarge(large('P1', `own-${i}`)));
    const refused = (await Promise.all(hundred.slice(4))).map(({ outcome }) => outcome);
    for (const outcome of refused) {
      expect(outcome).toMatchObject({
        accepted: false,
        code: 'too-much-at-once',
        detail: expect.stringMatching(/wait/),
      });
    }
    for (let i = 0; i < 48; i++) void gateway.sendLarge(large(`Q${i}`, `other-${i}`));
    const { outcome } = await gateway.sendLarge(large('R1', 'last'));
    expect(outcome).toMatchObject({ accepted: false, code: 'engine-unavailable' });
    expect(begun).toEqual(['own-0', 'other-0']);
    for (let i = 0; i < 52; i++) {
      decide(begun[i]!);
      await new Promise(setImmediate);
    }
    expect((await Promise.all(hundred.slice(0, 4))).map((sent) => sent.outcome.accepted)).toEqual(Array(4).fill(true));
  });

  test('are never begun when their turn has not come in time, and fail without keeping a place', async () => {
    const { turns, begun, decide } = slowTurns();
    const gateway = new Gateway({ turns, after: () => undefined, patience: 20 });
    const first = gateway.sendLarge(large('P1', 'a'));
    const { outcome } = await gateway.sendLarge(large('P1', 'b'));
    expect(outcome).toMatchObject({ accepted: false, code: 'engine-unavailable' });
    decide('a');
    await first;
    expect(begun).toEqual(['a']);
    const away = { ...turns, decideLarge: () => Promise.reject(new Error('away')) };
    const failing = new Gateway({ turns: away, after: () => undefined });
    for (let i = 0; i < 10; i++)
      await expect(failing.sendLarge(large('P1', `f-${i}`))).rejects.toThrow(EngineUnavailable);
  });
});

test('whoever’s commands fail inside again and again waits for a minute; others go on', async () => {
  const turns = {
    decide: async (_: StreamId, commands: readonly unknown[]) => ({
      outcomes: commands.map(() => ({ accepted: false, code: 'internal', detail: 'It failed.' })),
    }),
  } as unknown as Turns;
  let now = Date.UTC(2027, 0, 1);
  const gateway = new Gateway({ turns, after: () => undefined, realNow: () => now });
  const code = async (actor: string) => {
    const outcome = await gateway.send('round:a', { id: 'a-command', actor, type: 'close', body: {} });
    return outcome.accepted ? 'accepted' : outcome.code;
  };
  for (let n = 0; n < 10; n++) expect(await code('P1')).toBe('internal');
  expect([await code('P1'), await code('P2')]).toEqual(['too-many-failures', 'internal']);
  now += 60_000;
  expect(await code('P1')).toBe('internal');
});

test('of one author only so much is decided within a day, since all of it is kept; others go on', async () => {
  const { turns } = slowTurns();
  let now = Date.UTC(2027, 0, 1);
  const gateway = new Gateway({ turns, after: () => undefined, realNow: () => now });
  const text = 'x'.repeat(250_000);
  let sent = 0;
  const send = (actor: string) =>
    gateway.send('selection:trainers', { id: `command-${++sent}`, actor, type: 'editApplication', text });
  for (let n = 0; n < 800; n++) expect(await send('P1')).toMatchObject({ accepted: true });
  now += 3 * 3_600_000;
  expect(await send('P1')).toMatchObject({ accepted: false, detail: expect.stringMatching(/within a day/) });
  expect((await gateway.sendLarge(large('P1', 'a'))).outcome).toMatchObject({ code: 'too-many-requests' });
  expect(await send('P2')).toMatchObject({ accepted: true });
  now += 21 * 3_600_000;
  expect(await send('P1')).toMatchObject({ accepted: true });
});
