import type { NoticeName } from '../../contracts/notices/all.ts';
import { layOut, type Rendered } from '../../notices/layout.ts';
import { type FactsOf, writeUnchecked } from '../../notices/notice.ts';
import type { Reader } from '../../notices/reader.ts';

/** A letter as it goes out by itself. */
export function renderNotice<N extends NoticeName>(name: N, facts: FactsOf<N>, reader: Reader): Rendered {
  return renderUnchecked(name, facts, reader);
}

/** The same for a name and facts that came from a database row. */
export function renderUnchecked(name: string, facts: unknown, reader: Reader): Rendered {
  return layOut(writeUnchecked(name, facts, reader), reader);
}
