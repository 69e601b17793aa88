import { z } from 'zod';
import { Version } from '../../contracts/figure.ts';
import {
  ChangesView,
  DifferenceView,
  EffectView,
  PlanView,
  ProposalsView,
  ResourcesView,
} from '../../contracts/views/cycle.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { namesOf } from '../../db/views/selections.ts';
import { openOfferings } from '../../domain/cycle/execution/execution.ts';
import {
  changesView,
  peopleOfChanges,
  peopleOfProposals,
  proposalsSeen,
  proposalsView,
} from '../../views/cycle/changes.ts';
import { differenceView, peopleOfDifference, versionsCompared } from '../../views/cycle/difference.ts';
import { effectView } from '../../views/cycle/effect.ts';
import { peopleOfPlan, planView, versionAsked } from '../../views/cycle/plan.ts';
import { resourcesView } from '../../views/cycle/resources.ts';
import type { Looks } from '../cycle/looks.ts';
import type { ApiParts } from '../parts.ts';

const version = Version.optional();

/** The plan, what it takes, how it changes, and what it leaves to the next cycle. */
export function cyclePlanRoutes(looks: Looks, { pool, keys }: ApiParts, reader: StreamReader): void {
  looks.add({
    path: '/plan',
    of: 'plan',
    summary: 'The plan with its digest: the approved one, or before that the latest; and each line as it is now',
    query: z.object({ version }),
    view: PlanView,
    answer: async (reading, query) => {
      const found = versionAsked(reading, query.version);
      return planView(reading, found, await namesOf(pool, peopleOfPlan(reading, found)));
    },
  });
  looks.add({
    path: '/plan/difference',
    of: 'difference',
    summary: 'What differs between two versions of the plan; by default since the asker last gave their word on it',
    query: z.object({ from: version, to: version }),
    view: DifferenceView,
    answer: async (reading, query) => {
      const compared = versionsCompared(reading, query);
      return differenceView(reading, compared, await namesOf(pool, peopleOfDifference(reading, compared)));
    },
  });
  looks.add({
    path: '/resources',
    of: 'resources',
    summary: 'Money, rooms and hours: planned, committed and used side by side',
    view: ResourcesView,
    answer: async (reading) => {
      const [offerings, names] = await Promise.all([
        reader.offerings(openOfferings(reading.state)),
        namesOf(pool, Object.keys(reading.state.trainers)),
      ]);
      return resourcesView(reading, offerings, names);
    },
  });
  looks.add({
    path: '/changes',
    of: 'changes',
    summary: 'Change requests with their effect on money and people',
    view: ChangesView,
    answer: async (reading) => changesView({ pool, keys }, reading, await namesOf(pool, peopleOfChanges(reading))),
  });
  looks.add({
    path: '/effect',
    of: 'effect',
    summary: 'Promised against measured, by offering and department and in all; participation and cost of a gap point',
    view: EffectView,
    answer: effectView,
  });
  looks.add({
    path: '/proposals',
    of: 'proposals',
    summary: 'What this cycle proposes to the next one, with its evidence',
    view: ProposalsView,
    answer: async (reading) => {
      const proposals = proposalsSeen(reading);
      return proposalsView(reading, proposals, await namesOf(pool, peopleOfProposals(proposals)));
    },
  });
}
