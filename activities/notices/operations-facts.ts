import type { StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { Pool } from '../../db/connection.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { namesOf } from '../../db/views/selections.ts';
import type { FactsOf } from '../../notices/notice.ts';
import { BOARD, handsNeededOf, PEOPLE } from './pages.ts';
import { type Named, refusedOrderFacts } from './refused-order-facts.ts';
import { type NamesOf, type Soon, toldIn } from './told.ts';

interface Desk<N extends NamesOf<'operations'> = NamesOf<'operations'>> {
  readonly about: AboutOf<N>;
  readonly message: Pick<ClaimedMessage, 'stream' | 'about'>;
  readonly reader: Pick<StreamReader, 'states' | 'title'>;
  readonly pool: Pool;
}

/** A letter of operations without its facts is an error of the compiler. */
const FACTS: { readonly [N in NamesOf<'operations'>]: (desk: Desk<N>) => Soon<FactsOf<N> | null> } = {
  // It says all that there is to say.
  'operations.alarm': ({ about }) => ({ ...about, link: BOARD }),
  'operations.role': async ({ about: { person, by, granted }, pool }) => {
    const names = await namesOf(pool, by === null ? [person] : [person, by]);
    const called = (id: string) => (names.has(id) ? `${names.get(id)} (${id})` : id);
    return {
      person,
      name: called(person),
      by: by === null ? null : called(by),
      own: by === person,
      granted,
      link: PEOPLE,
    };
  },
  'operations.handedOver': async ({ message, reader }) => {
    const { title } = await procedureOf(message, reader);
    return { procedureTitle: title, link: handsNeededOf(message.stream as StreamId) };
  },
  'operations.orderRefused': async ({ message, reader }) =>
    refusedOrderFacts(message, await procedureOf(message, reader)),
};

/** The facts of letters to operations; null: somebody has seen to it meanwhile. */
export async function operationsFacts(
  { reader, pool }: Pick<Desk, 'reader' | 'pool'>,
  message: ClaimedMessage,
): Promise<unknown> {
  const { name, about } = toldIn(FACTS, message);
  return (FACTS[name] as (desk: Desk) => unknown)({ about, message, reader, pool });
}

async function procedureOf({ stream }: Desk['message'], reader: Desk['reader']): Promise<Named> {
  const state = (await reader.states([stream as StreamId])).get(stream as StreamId);
  const title = await reader.title(stream as StreamId);
  if (!title) throw new Error(`There is no procedure ${stream} to write about.`);
  return { state: state as Named['state'], title };
}
