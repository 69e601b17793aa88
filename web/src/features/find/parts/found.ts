import type { TFunction } from 'i18next';
import { isPage } from '../../../../../contracts/pages.ts';
import type { Reader } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import type { Found } from '../api/find.ts';

/** One thing that was found. */
export interface Hit {
  readonly id: string;
  readonly kind: 'places' | 'people' | 'procedures' | 'courses' | 'applications';
  readonly name: string;
  readonly more: string;
  /** Of the app; undefined: it has no page that the asker sees. */
  readonly path: string | undefined;
}

const idOf = (stream: string) => stream.slice(stream.indexOf(':') + 1);

/** The first of some paths that is a page. */
const pageOf = (...paths: (string | false)[]) => paths.find((path): path is string => path !== false && isPage(path));

/** What was found, in one list, with the page that each leads to. @param sees what is in the asker's bar */
export function hitsOf(t: TFunction, reader: Reader, found: Found, sees: readonly string[]): Hit[] {
  const both = (en: string | null, zh: string | null) => (reader.language === 'en' ? en : (zh ?? en));
  return [
    ...found.people.map(({ id, name, departmentName, departmentNameZh }): Hit => {
      const more = [id, both(departmentName, departmentNameZh)].filter(Boolean).join(' · ');
      const path = pageOf(
        sees.includes('people') && `/people/${id}`,
        sees.includes('team') && `/team/${id}`,
        `/trainers/${id}`,
      );
      return { id: `person ${id}`, kind: 'people', name: name ?? id, more, path };
    }),
    ...found.procedures.map(({ id, kind, title, closed }): Hit => {
      const path = pageOf(
        kind === 'cycle' && sees.includes('cycles') && `/cycles/${idOf(id)}`,
        kind === 'selection' && sees.includes('selections') && `/selections/${idOf(id)}`,
        kind === 'cycle' && `/plan/${idOf(id)}`,
        kind === 'selection' && `/call/${idOf(id)}`,
      );
      const what = KINDS.has(kind) ? t(`find.kind.${kind}`) : '';
      const more = [what, closed ? t('find.closed') : ''].filter(Boolean).join(' · ');
      return { id, kind: 'procedures', name: said(reader, title), more, path };
    }),
    ...found.courses.map(({ id, offering, title, from, to }): Hit => {
      const more = [offering, from === to ? from : `${from} – ${to}`].join(' · ');
      return { id, kind: 'courses', name: said(reader, title), more, path: pageOf(`/courses/${idOf(id)}`) };
    }),
    ...found.applications.map(({ selection, of, application }): Hit => {
      const path = pageOf(
        sees.includes('selections') && `/selections/${idOf(selection)}/applications/${application}`,
        sees.includes('selections') && `/selections/${idOf(selection)}/applications`,
        sees.includes('selections') && `/selections/${idOf(selection)}`,
        `/call/${idOf(selection)}/mine`,
      );
      return {
        id: `${selection} ${application}`,
        kind: 'applications',
        name: application,
        more: said(reader, of),
        path,
      };
    }),
  ];
}

const KINDS: ReadonlySet<string> = new Set(['cycle', 'selection']);
