import { cut } from '../../contracts/cleaned.ts';
import type { Label } from '../../contracts/form.ts';
import type { Measures } from '../../contracts/selection/commands.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { Desk, FactsOfSelection } from './archive.ts';

const PASSAGES: Readonly<Record<keyof Measures, Label>> = {
  incentives: { en: 'Incentives', 'zh-CN': '激励措施' },
  workloadProtection: { en: 'Protection from overload', 'zh-CN': '工作量保障' },
  duties: { en: 'Duties', 'zh-CN': '职责' },
  term: { en: 'Term of appointment', 'zh-CN': '聘期' },
  useOfResults: { en: 'Use of the results', 'zh-CN': '结果运用' },
};

/** Which version of the measures is out, and what has changed in it since the one before. */
export async function measuresFacts({
  about,
  archive,
}: Desk<'selection.measures'>): Promise<FactsOfSelection<'selection.measures'>> {
  const published = await archive.events('MeasuresPublished');
  const texts = published.find((e) => e.version === about.version)?.texts;
  const before = published.find((e) => e.version === about.version - 1)?.texts;
  const differs = (key: keyof Measures) => JSON.stringify(texts?.[key]) !== JSON.stringify(before?.[key]);
  const changed = before ? (Object.keys(PASSAGES) as (keyof Measures)[]).filter(differs) : [];
  const reason = await archive.reason('MeasuresPublished', (e) => e.version === about.version);
  return { version: about.version, changed: changed.map((key) => PASSAGES[key]), reason };
}

/** What an employee gains, and the words of the leaders who have spoken up by now. */
export async function publicityFacts({
  state,
  about,
  archive,
}: Desk<'selection.publicity'>): Promise<FactsOfSelection<'selection.publicity'>> {
  return {
    endorsements: await endorsements(state, archive),
    closesAt: state.plan.call?.end ?? about.closesAt,
    gains: passage(state.measures?.texts.incentives),
  };
}

async function endorsements(
  state: Desk['state'],
  archive: Desk['archive'],
): Promise<{ leader: string; text: string }[]> {
  const rounds = Object.values(state.rounds).filter((r) => r.purpose === 'endorsements');
  const given = (await Promise.all(rounds.map((r) => archive.answers(r.id)))).flat();
  const spoken = given.filter(({ answer }) => answer.supports === true && answer.words);
  const names = await archive.names(spoken.map((g) => g.assignee));
  return spoken.flatMap(({ assignee, answer }) => {
    const leader = names.get(assignee);
    return leader ? [{ leader, text: String(answer.words) }] : [];
  });
}

/** What the call tells: who supports it, until when, by which criteria, and what is gained. */
export async function callFacts({
  state,
  about,
  archive,
}: Desk<'selection.call'>): Promise<FactsOfSelection<'selection.call'>> {
  const { criteria } = termsOf(state);
  const all = criteria.reduce((sum, c) => sum + Number(c.weight), 0);
  return {
    opensAt: about.opensAt,
    closesAt: state.stage === 'call' ? (state.until ?? about.closesAt) : about.closesAt,
    endorsements: await endorsements(state, archive),
    criteria: criteria.map((c) => ({ name: c.label, weight: `${Math.round((100 * Number(c.weight)) / all)} %` })),
    gains: passage(state.measures?.texts.incentives),
  };
}

/** As much of a passage as a letter quotes. */
const LONGEST_PASSAGE = 400;

/** A passage of the measures, cut to what a letter quotes; none before they are published. */
export function passage(text: { readonly en: string; readonly 'zh-CN': string } | undefined): Label[] {
  return text ? [{ en: cut(text.en, LONGEST_PASSAGE), 'zh-CN': cut(text['zh-CN'], LONGEST_PASSAGE) }] : [];
}
