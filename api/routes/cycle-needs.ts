import { z } from 'zod';
import { PersonId } from '../../contracts/ids.ts';
import { Code } from '../../contracts/organisation.ts';
import {
  CatalogueView,
  GapsView,
  MergedView,
  NEED_STATES,
  NeedsView,
  SourcingView,
} from '../../contracts/views/cycle.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { namesOf } from '../../db/views/selections.ts';
import { gapsView, peopleAsked } from '../../views/cycle/gaps.ts';
import { mergedView, needsAsked, needsView } from '../../views/cycle/needs.ts';
import { roundsFor } from '../../views/cycle/reading.ts';
import { catalogueView, sourcingView } from '../../views/cycle/sourcing.ts';
import type { Looks } from '../cycle/looks.ts';
import type { ApiParts } from '../parts.ts';

/** What people lack, what departments need, and where it is to come from. */
export function cycleNeedRoutes(looks: Looks, parts: ApiParts, reader: StreamReader): void {
  const { pool } = parts;
  looks.add({
    path: '/gaps',
    of: 'gaps',
    summary: 'How far people are from what their posts require, by person and department, exactly',
    query: z.object({ department: Code.optional(), person: PersonId.optional() }),
    view: GapsView,
    answer: async (reading, query) => {
      const people = peopleAsked(reading, query);
      const [rounds, names] = await Promise.all([
        roundsFor(reader, reading.state, 'ratings', 'self-ratings'),
        namesOf(
          pool,
          people.map((p) => p.id),
        ),
      ]);
      return gapsView(reading, people, rounds, names);
    },
  });
  looks.add({
    path: '/needs',
    of: 'needs',
    summary: 'The needs of departments, with goal and problem, and what each department has returned',
    query: z.object({ department: Code.optional(), state: z.enum(NEED_STATES).optional() }),
    view: NeedsView,
    answer: async (reading, query) => {
      const needs = needsAsked(reading, query);
      const names = await namesOf(
        pool,
        needs.flatMap((n) => [...n.people, ...(n.by ? [n.by] : [])]),
      );
      return needsView(parts, reading, needs, names);
    },
  });
  looks.add({
    path: '/merged',
    of: 'merged',
    summary: 'Needs that are met together, with who asked',
    view: MergedView,
    answer: mergedView,
  });
  looks.add({
    path: '/sourcing',
    of: 'sourcing',
    summary: 'Where the training of each merged need comes from, and why; quotes and trainers compared',
    view: SourcingView,
    answer: async (reading) => sourcingView(reading, await namesOf(pool, Object.keys(reading.state.trainers))),
  });
  looks.add({
    path: '/catalogue',
    of: 'catalogue',
    summary: 'Courses and rooms, quotes and trainers',
    view: CatalogueView,
    answer: async (reading) => catalogueView(reading, await namesOf(pool, Object.keys(reading.state.trainers))),
  });
}
