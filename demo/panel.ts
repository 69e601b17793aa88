import type { Ranking } from '../contracts/ranking.ts';
import type { ApplicationLine } from '../contracts/views/selection.ts';
import type { Judges } from '../files/judges.ts';
import type { Cast } from './cast.ts';

export interface PanelCheck {
  readonly compared: number;
  /** One sentence for each score that is not the published one. */
  readonly differences: readonly string[];
}

/** Compares each criterion's panel score in the ranking with the published one; equal means equal in every digit. */
export function comparePanel(
  ranking: Ranking,
  applications: readonly ApplicationLine[],
  cast: Cast,
  published: NonNullable<Judges['panel']>,
): PanelCheck {
  const codes = new Map(applications.map((a) => [a.person, a.code]));
  const ranked = new Map(ranking.ranking.map((r) => [r.application, r]));
  const differences = published.flatMap(({ application, criterion, panel_score }) => {
    const code = codes.get(cast.applicants.get(application) ?? '') ?? '';
    const ours = ranked.get(code)?.criteria[criterion];
    if (ours !== undefined && ours === Number(panel_score)) return [];
    return [`${application} ${criterion}: the panel published ${panel_score}, the ranking says ${ours ?? 'nothing'}.`];
  });
  return { compared: published.length, differences };
}
