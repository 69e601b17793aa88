import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Rejection } from '../process.ts';
import type { Sent } from './outcome.ts';

/** A command to a stream, before its body has been looked into. */
export type Wanted = Pick<Sent, 'type' | 'actor' | 'body'> & { readonly stream: StreamId };

/**
 * Why somebody may not send a command, by the organisation as it stands when it is decided; null: they may, as far as that
 * tells. What depends on the stream, such as whose task it is, its own rules ask.
 */
export type Rights = (wanted: Wanted, organisation: OrganisationState, now: Instant) => Rejection | null;

/** For what is only played: a preview, a test of other rules. Nobody is asked who they are. */
export const anybody: Rights = () => null;
