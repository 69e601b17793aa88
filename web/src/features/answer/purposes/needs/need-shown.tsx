import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { MatterOf } from '../purpose.ts';
import classes from './needs.module.css';

type NeedsMatter = MatterOf<'cycle-needs'>;
export type Need = NeedsMatter['needs'][number];
type Known = Pick<NeedsMatter, 'courses' | 'elements' | 'names'>;

/** "Checking quality, to level 4", or the course that somebody had in mind. */
export function NeedTitle({ need, known }: { need: Need; known: Known }) {
  const { t } = useTranslation();
  const reader = useReader();
  const element = need.element === null ? undefined : known.elements[need.element];
  const course = need.course === null ? undefined : known.courses[need.course];
  const what = element ?? course;
  return (
    <span className={classes.what}>
      {what ? said(reader, what) : need.need}
      {element && need.level !== null && (
        <span className={classes.level}> {t('answer.needs.toLevel', { level: need.level })}</span>
      )}
      {element && course && <span className={classes.level}> · {said(reader, course)}</span>}
    </span>
  );
}

/** How many, how urgent, and what it rests on. */
export function NeedFacts({ need }: { need: Need }) {
  const { t } = useTranslation();
  return (
    <span className={classes.facts}>
      <b>{t('answer.needs.people', { count: need.people.length })}</b>
      {need.must && <span data-urgent="true">{t('answer.needs.must')}</span>}
      <span data-urgent={need.urgency === 1}>{t(`answer.needs.urgency.${need.urgency}`)}</span>
      <span>{t(`answer.needs.origin.${need.origin}`)}</span>
      {need.origin !== 'gap' && need.diagnosed && <span>{t('answer.needs.diagnosed')}</span>}
    </span>
  );
}

/** So many are named at once; of more one asks for the names. */
const NAMED = 4;

/** What was written of it, and by name who it is for. */
export function NeedWords({ need, known, open = false }: { need: Need; known: Known; open?: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const names = need.people.map((id) => known.names[id] ?? id);
  const list = new Intl.ListFormat(reader.language, { type: 'conjunction' }).format(names);
  return (
    <>
      {need.goal && <p className={classes.words}>{t('answer.needs.goal', { goal: need.goal })}</p>}
      {need.problem && <p className={classes.words}>{t('answer.needs.problem', { problem: need.problem })}</p>}
      {names.length > 0 &&
        (open || names.length <= NAMED ? (
          <p className={classes.words}>{list}</p>
        ) : (
          <details className={classes.people}>
            <summary>{t('answer.needs.who')}</summary>
            {list}
          </details>
        ))}
    </>
  );
}
