import type { Label } from '../../../contracts/form.ts';
import type { CycleState } from '../state.ts';
import { USED_IN } from './toolkit.ts';

/** The methods that a round of a purpose is answered by, each as it stands now. */
export function guidesTo(state: CycleState, purpose: string): { title: Label; text: Label; version: number }[] {
  return Object.values(state.toolkit)
    .filter(({ method }) => USED_IN[method.kind].some((used) => used === purpose))
    .map(({ method: { title, text }, version }) => ({ title, text, version }));
}
