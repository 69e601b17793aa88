import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId, ProcessType, StreamId } from '../../contracts/ids.ts';
import type { CalendarLack } from '../../contracts/procedure.ts';
import { WORDS_ZH } from '../../contracts/refusals/zh-cn.ts';
import type { Preview } from '../../contracts/views/preview.ts';
import { DAY_MS } from '../calendar/day.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { sentenceOf } from '../procedure/calendar-lacks.ts';
import type { Standing } from '../procedure/standing.ts';
import type { Timed } from '../procedure/steering.ts';
import { localDay, type PlanOfStages } from '../procedure/timetable.ts';
import type { Recorded } from '../process.ts';
import { Play } from './play.ts';
import { Tally } from './tally.ts';

/** Whoever would open a procedure, and when. */
export interface Opener {
  readonly owner: PersonId;
  readonly now: Instant;
  /** The states of those of some streams that exist: what it looks at beside its own, such as the cycle before it. */
  readonly standing?: (streams: readonly StreamId[]) => Promise<ReadonlyMap<StreamId, unknown>>;
}

const YEAR = 366 * DAY_MS;

/**
 * The whole timetable of a procedure that would be opened now by some terms, and every message that would be sent if nobody
 * answered early: it is opened and played in memory, by the rules that run live. What it supposes where it waits for
 * somebody, its definition says (`suppose`).
 */
export async function previewOf(
  kind: ProcessType,
  terms: unknown,
  organisation: OrganisationState,
  { owner, now, standing }: Opener,
): Promise<Preview> {
  let play = new Play(kind, terms, organisation, now, owner);
  const tally = new Tally(organisation);
  let refused = play.open();
  const others = refused ? null : await standing?.(play.sees());
  if (others?.size) {
    // What it looks at has its say from the beginning on.
    play = new Play(kind, terms, organisation, now, owner, others);
    refused = play.open();
  }
  if (refused) return { refusal: refused.detail, notes: [], stages: [], ...tally.result() };
  const planned = planOf(play.state);
  const lacks = (play.events[0]!.body as { lacks: CalendarLack[] }).lacks;
  const notes = [...lacks.map(sentenceOf), ...tooLong(planned, play.state)];
  const ended = await play.run();
  for (const sent of play.sent) tally.add(sent);
  return {
    refusal: null,
    notes: ended ? notes : [...notes, waits(play.state)],
    stages: stagesOf(planned, play.state, play.events),
    ...tally.result(),
  };
}

function planOf(state: Standing & Partial<Timed>): PlanOfStages {
  return state.plan ?? {};
}

/**
 * Each stage by its timetable, and as it was played: one that was not reached, as it is planned in the end; one that was passed
 * over, never.
 */
function stagesOf(planned: PlanOfStages, state: Standing, events: readonly Recorded[]): Preview['stages'] {
  const last = planOf(state);
  const begun = events.flatMap((e) =>
    e.type === 'StageStarted' ? [{ at: e.at, ...(e.body as { stage: string }) }] : [],
  );
  const played = new Map<string, { start: Instant; end: Instant | null }>();
  begun.forEach(({ stage, at }, i) => {
    const end = begun[i + 1]?.at ?? last[stage]?.end ?? null;
    played.set(stage, { start: played.get(stage)?.start ?? at, end });
  });
  const names = [...new Set([...Object.keys(planned), ...played.keys()])];
  const reached = names.findLastIndex((name) => played.has(name));
  // What it is in when it is over takes no time.
  const shown = names.filter((name) => state.phase === 'running' || name !== state.stage);
  return shown.map((stage) => {
    const latest = played.get(stage) ?? (names.indexOf(stage) > reached ? last[stage] : null);
    const { start = null, end = null } = planned[stage] ?? {};
    return { stage, start, end, latestStart: latest?.start ?? null, latestEnd: latest?.end ?? null };
  });
}

/** Stages that take longer than anybody is likely to have meant. */
function tooLong(plan: PlanOfStages, { terms }: Standing): Label[] {
  const { timeZone } = terms!;
  return Object.entries(plan)
    .filter(([, { start, end }]) => end - start > YEAR)
    .map(([stage, { start, end }]) => {
      const [from, to] = [localDay(start, timeZone), localDay(end, timeZone)];
      return {
        en: `The stage "${stage}" takes more than a year, from ${from} to ${to}; check the year of its date.`,
        'zh-CN': `“${WORDS_ZH[stage] ?? stage}”环节自 ${from} 至 ${to}，超过一年；请核对日期的年份。`,
      };
    });
}

function waits({ stage }: Standing): Label {
  return {
    en: `What comes after the stage "${stage}" depends on what is done there, and is not shown.`,
    'zh-CN': `“${WORDS_ZH[stage] ?? stage}”环节之后的内容取决于该环节的办理情况，此处不予显示。`,
  };
}
