import type { TFunction } from 'i18next';
import type { Reader } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import type { Found } from '../api/find.ts';

/** One thing that was found. */
export interface Hit {
  readonly id: string;
  readonly kind: 'places' | 'people' | 'procedures' | 'courses' | 'applications';
  readonly name: string;
  readonly more: string;
  /** Of the app; null: it has no page that the asker may open. */
  readonly path: string | null;
}

/** What was found, in one list, with the page that each leads to. */
export function hitsOf(t: TFunction, reader: Reader, found: Found): Hit[] {
  const both = (en: string | null, zh: string | null) => (reader.language === 'en' ? en : (zh ?? en));
  return [
    ...found.people.map(({ id, name, departmentName, departmentNameZh, path }): Hit => {
      const more = [id, both(departmentName, departmentNameZh)].filter(Boolean).join(' · ');
      return { id: `person ${id}`, kind: 'people', name: name ?? id, more, path };
    }),
    ...found.procedures.map(({ id, kind, title, closed, path }): Hit => {
      const what = KINDS.has(kind) ? t(`find.kind.${kind}`) : '';
      const more = [what, closed ? t('find.closed') : ''].filter(Boolean).join(' · ');
      return { id, kind: 'procedures', name: said(reader, title), more, path };
    }),
    ...found.courses.map(({ id, offering, title, from, to, path }): Hit => {
      const more = [offering, from === to ? from : `${from} – ${to}`].join(' · ');
      return { id, kind: 'courses', name: said(reader, title), more, path };
    }),
    ...found.applications.map(({ selection, of, application, path }): Hit => {
      const more = said(reader, of);
      return { id: `${selection} ${application}`, kind: 'applications', name: application, more, path };
    }),
  ];
}

const KINDS: ReadonlySet<string> = new Set(['cycle', 'selection']);
