import type { PersonId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import type { SelectionTerms } from '../../contracts/selection/terms.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { reject } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultOfOffice } from './blindness.ts';
import { event, type Part, place } from './kit.ts';
import { faultOfPerson } from './people.ts';
import { applicationOf, changeApplication, type SelectionState } from './state.ts';

/** Who screens and who sits on the panel can change after the opening: people leave, fall ill, or turn out to apply. */
export const officials = {
  commands: {
    setPanel(state, { actor, body }, { organisation }) {
      if (place(state.stage) >= place('decision')) {
        return refuse('too-late/panel-asked', {});
      }
      const { reason, ...panel } = body;
      const fault =
        faultOfOfficials('panel', panel.members, organisation) ??
        faultOfApplicants(state, 'panel', panel.members) ??
        faultOfOffice(state, 'panel', panel.members) ??
        faultOfPanel(panel);
      return fault
        ? reject('terms-invalid', fault)
        : [event('PanelChanged', { panel, reason: personal(actor, reason) })];
    },
    setScreeners(state, { actor, body }, { organisation }) {
      if (place(state.stage) >= place('review')) {
        return refuse('too-late/screening-over-screeners', {});
      }
      const fault =
        faultOfOfficials('screeners', body.screeners, organisation) ??
        faultOfApplicants(state, 'screeners', body.screeners) ??
        faultOfOffice(state, 'screeners', body.screeners);
      const reason = personal(actor, body.reason);
      return fault
        ? reject('terms-invalid', fault)
        : [event('ScreenersChanged', { screeners: body.screeners, reason })];
    },
  },
  folds: {
    PanelChanged(state, { panel }) {
      if (state.terms) state.terms = { ...state.terms, panel };
    },
    ScreenersChanged(state, { screeners }) {
      if (state.terms) state.terms = { ...state.terms, screeners };
      // Applications that nobody was left to screen are asked of the new ones.
      for (const { code, screening, screeningTask } of Object.values(state.applications))
        if (!screening && screeningTask?.who === null) changeApplication(state, code, { screeningTask: null });
    },
  },
} satisfies Part;

/** The first thing that is wrong with a list of people who are to hold an office; null: nothing. */
export function faultOfOfficials(
  where: string,
  people: readonly PersonId[],
  organisation: OrganisationState,
): string | null {
  for (const person of people) {
    const fault = faultOfPerson(organisation, person);
    if (fault) return `Among the ${where}: ${fault}`;
  }
  const twice = people.find((p, i) => people.indexOf(p) !== i);
  return twice === undefined ? null : `${twice} is listed twice among the ${where}; name everybody once.`;
}

/** Why somebody cannot be brought in to judge: they have applied themselves. Null: nobody has. */
export function faultOfApplicants(state: SelectionState, where: string, people: readonly PersonId[]): string | null {
  const applying = people.find((p) => applicationOf(state, p));
  if (applying === undefined) return null;
  return `Among the ${where}: ${applying} has applied in this selection and judges nobody in it; name somebody else.`;
}

export function faultOfPanel({ members, chair, quorum }: SelectionTerms['panel']): string | null {
  if (!members.includes(chair))
    return `The chair ${chair} is not a member of the panel; add them or name another chair.`;
  if (quorum <= members.length) return null;
  return `The panel has ${members.length} members and its quorum is ${quorum}; lower the quorum or add members.`;
}
