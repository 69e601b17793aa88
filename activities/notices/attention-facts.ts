import type { Label } from '../../contracts/form.ts';
import type { MatchShortage } from '../../contracts/selection/commands.ts';
import type { Desk, FactsOfSelection } from './archive.ts';

/** So many shortages are listed in a letter; the rest is on the screen. */
const MOST_SHORTAGES = 20;

/** What waits for operations, and about whom or what. */
export async function attentionFacts({
  state,
  about,
  archive,
}: Desk<'selection.attention'>): Promise<FactsOfSelection<'selection.attention'>> {
  const { what, application, objection, missing } = about;
  const shortages = what === 'reviewers-short' ? state.shortages.slice(0, MOST_SHORTAGES) : [];
  return {
    what,
    about: objection ?? (what === 'handler-missing' ? toScreening(application ?? '') : (application ?? null)),
    names: [
      ...(await people(about.people)),
      ...(await departments(about.departments)),
      ...(about.calendars ?? []),
      ...shortages.map(shortageLine),
    ],
    count: missing ?? null,
  };

  async function people(ids: readonly string[] = []): Promise<string[]> {
    const names = await archive.names(ids);
    return ids.map((id) => names.get(id) ?? id);
  }

  async function departments(ids: readonly string[] = []): Promise<(string | Label)[]> {
    const names = await archive.departments(ids);
    return ids.map((id) => names.get(id) ?? id);
  }
}

function toScreening(application: string): Label {
  return { en: `to the screening of ${application}`, 'zh-CN': `${application}（资格审查）` };
}

function shortageLine({ applications, reviewers, needed, possible }: MatchShortage): Label {
  const where = applications.length ? applications : reviewers;
  return {
    en: `${where.join(', ')}: ${needed} needed, ${possible} possible`,
    'zh-CN': `${where.join('、')}：需要 ${needed}，可安排 ${possible}`,
  };
}
