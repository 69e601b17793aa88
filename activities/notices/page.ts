import { pathOf, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import { wordsOf } from '../../contracts/kinds.ts';

/** The page of the app on which a procedure is seen, such as `/cycles/2027`; its noun stands in it. */
export function pageOf(stream: StreamId): string {
  const { noun } = wordsOf(processTypeOf(stream));
  return `/${noun.replaceAll(' ', '-')}s/${pathOf(stream)}`;
}
