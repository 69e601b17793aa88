import type { OfferingPurpose } from '../../contracts/offering/terms.ts';
import type { Matter } from '../../contracts/views/matter/matter.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { provenAnswers } from '../../db/views/answers.ts';
import { namesOf } from '../../db/views/selections.ts';
import { seated } from '../../domain/offering/seats.ts';
import { roundsOf } from '../../domain/procedure/rounds.ts';
import { offeringSeen } from '../offering/reading.ts';
import type { OfOffering } from './asked.ts';

type Maker = (asked: OfOffering) => Promise<Matter | null>;

/** What each round of a course is about, by what it is for. */
export const OF_OFFERING: Readonly<Record<`offering-${OfferingPurpose}`, Maker>> = {
  'offering-seats': async (asked) => ({ purpose: 'offering-seats', course: await courseIn(asked) }),
  'offering-reaction': async (asked) => ({ purpose: 'offering-reaction', course: await courseIn(asked) }),
  'offering-support': async (asked) => ({ purpose: 'offering-support', ...(await aboutIn(asked)) }),
  'offering-test': async (asked) => ({ purpose: 'offering-test', ...(await aboutIn(asked)) }),
  'offering-coaching': async (asked) => ({ purpose: 'offering-coaching', ...(await aboutIn(asked)) }),
  'offering-attendance': async (asked) => {
    const people = seated(asked.state).sort();
    const names = await namesOf(asked.sources.pool, people);
    return {
      ...{ purpose: 'offering-attendance', course: await courseIn(asked) },
      people: people.map((id) => ({ id, name: names.get(id) ?? null })),
    };
  },
  'offering-transfer': async (asked) => {
    const [about, goal] = await Promise.all([aboutIn(asked), goalIn(asked)]);
    return { purpose: 'offering-transfer', ...about, goal };
  },
};

const courseIn = ({ sources, owner, who }: OfOffering) => offeringSeen(sources, owner, who);

async function aboutIn(asked: OfOffering) {
  const id = asked.held.aboutPerson;
  const [course, names] = await Promise.all([courseIn(asked), namesOf(asked.sources.pool, id === null ? [] : [id])]);
  return { course, person: id === null ? null : { id, name: names.get(id) ?? null } };
}

/** What the supervisor has said before the course; the participant was told it as well. */
async function goalIn({ sources, state, held }: OfOffering): Promise<string | null> {
  const rounds = roundsOf(state, 'support').map((r) => r.id);
  const given = await provenAnswers(sources.pool, sources.keys, rounds);
  const said = given.findLast((a) => a.task.split(':')[0] === held.aboutPerson);
  const words = (await unsealed(sources.pool, sources.keys, said?.answer ?? {})) as { goal?: unknown };
  return typeof words.goal === 'string' ? words.goal : null;
}
