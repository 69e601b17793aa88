import type { Label } from '../../contracts/form.ts';
import { NOTICES } from '../../contracts/notices/all.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { Refusing } from '../../domain/procedure/orders.ts';
import type { FactsOf } from '../../notices/notice.ts';
import { handsNeededOf } from './pages.ts';

/** A procedure as the letter names it. */
export interface Named {
  readonly state: Refusing;
  readonly title: Label;
}

/** What was refused and why; null: somebody has seen to it meanwhile. */
export function refusedOrderFacts(
  { about }: Pick<ClaimedMessage, 'about'>,
  { state, title }: Named,
): FactsOf<'operations.orderRefused'> | null {
  const refused = state.refusedOrders[NOTICES['operations.orderRefused'].about.parse(about).key];
  if (refused?.state !== 'open') return null;
  const { key, to, type, detail } = refused;
  return { procedureTitle: title, to, type, detail, key, link: handsNeededOf(state.stream) };
}
