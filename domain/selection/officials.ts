import type { PersonId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import type { SelectionTerms } from '../../contracts/selection/terms.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultOfOffice } from './blindness.ts';
import { event, type Part, place } from './kit.ts';
import { refusalOfPerson } from './people.ts';
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
      return fault ?? [event('PanelChanged', { panel, reason: personal(actor, reason) })];
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
      return fault ?? [event('ScreenersChanged', { screeners: body.screeners, reason })];
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
  office: string,
  people: readonly PersonId[],
  organisation: OrganisationState,
): Rejection | null {
  for (const person of people) {
    const fault = refusalOfPerson(organisation, person);
    if (fault) return refuse('terms-invalid/in-office', { office, fault: fault.because });
  }
  const twice = people.find((p, i) => people.indexOf(p) !== i);
  return twice === undefined ? null : refuse('terms-invalid/in-office-twice', { person: twice, office });
}

/** Why somebody cannot be brought in to judge: they have applied themselves. Null: nobody has. */
export function faultOfApplicants(
  state: SelectionState,
  office: string,
  people: readonly PersonId[],
): Rejection | null {
  const applying = people.find((p) => applicationOf(state, p));
  if (applying === undefined) return null;
  return refuse('not-allowed/applicant-judges', { office, person: applying });
}

export function faultOfPanel({ members, chair, quorum }: SelectionTerms['panel']): Rejection | null {
  if (!members.includes(chair)) return refuse('terms-invalid/chair-no-member', { chair });
  if (quorum <= members.length) return null;
  return refuse('terms-invalid/quorum-above', { members: members.length, quorum });
}
