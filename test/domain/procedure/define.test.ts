import { expect, test } from '@jest/globals';
import { kit } from '../../../domain/offering/kit.ts';
import { opened } from '../../../domain/offering/opening.ts';
import { seats } from '../../../domain/offering/seats.ts';
import { emptyOffering } from '../../../domain/offering/state.ts';
import { steered } from '../../../domain/offering/steering.ts';
import { defineProcedure } from '../../../domain/procedure/define.ts';
import { reject } from '../../../domain/refuse.ts';

const define = (parts: readonly unknown[]) =>
  defineProcedure(kit, {
    stateVersion: 1,
    initial: emptyOffering,
    parts: parts as never,
    stages: { planned: [], invitation: [], teaching: [], feedback: [], 'follow-up': [], closed: [] },
    over: {
      closed: reject('procedure-closed', { en: 'Over.', 'zh-CN': '已结束。' }),
      cancelled: reject('procedure-closed', { en: 'Cancelled.', 'zh-CN': '已取消。' }),
    },
    whilePaused: 'all',
  });

test('a procedure whose parts leave a command, an event or a round to nobody is not defined', () => {
  expect(() => define([opened, steered])).toThrow(/No part of the procedure decides the command "\w+"/);
});

test('two parts that decide the same are a mistake', () => {
  expect(() => define([opened, seats, steered, opened])).toThrow('Two parts of a procedure have "open"');
});
