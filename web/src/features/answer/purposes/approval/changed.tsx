import IconUsers from '@tabler/icons-react/icons/IconUsers';
import { useTranslation } from 'react-i18next';
import { daysInWords } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { MatterOf } from '../purpose.ts';
import classes from './approval.module.css';
import type { Change } from './changes.ts';
import { valueInWords } from './value.ts';

interface ChangedProps {
  readonly matter: MatterOf<'cycle-approval'>;
  readonly changes: readonly Change[];
}

/** Offering by offering what it was, struck out, and what it is; what touches one's own people first. */
export function Changed({ matter, changes }: ChangedProps) {
  const { t } = useTranslation();
  if (!changes.length) return <p className={classes.lead}>{t('answer.approval.nothing')}</p>;
  const own = changes.filter(({ mine }) => mine > 0);
  const others = changes.filter(({ mine }) => mine === 0);
  return (
    <>
      {own.length > 0 && <h2 className={classes.group}>{t('answer.approval.touches')}</h2>}
      {own.map((change) => (
        <One key={change.id} matter={matter} change={change} grouped={own.length > 0} />
      ))}
      {own.length > 0 && others.length > 0 && <h2 className={classes.group}>{t('answer.approval.others')}</h2>}
      {others.map((change) => (
        <One key={change.id} matter={matter} change={change} grouped={own.length > 0} />
      ))}
    </>
  );
}

function One({ matter, change, grouped }: { matter: ChangedProps['matter']; change: Change; grouped: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { id, course, how, fields, joined, left, mine, whole } = change;
  const Heading = grouped ? 'h3' : 'h2';
  const title = matter.courses[course];
  const names = new Intl.ListFormat(reader.language, { type: 'conjunction' });
  return (
    <section className={classes.offering}>
      <div className={classes.title}>
        <Heading>{title ? said(reader, title) : course}</Heading>
        <span className={classes.id}>{id}</span>
        {how !== 'changed' && <span className={classes.sign}>{t(`answer.approval.how.${how}`)}</span>}
        {mine > 0 && (
          <span className={classes.pill}>
            <IconUsers size={15} aria-hidden="true" />
            {t('answer.approval.yours', { count: mine })}
          </span>
        )}
      </div>
      <dl className={classes.fields}>
        {fields
          .filter(({ field }) => field !== 'needs')
          .map(({ field, before, after }) => (
            <Field
              key={field}
              name={t(`answer.approval.field.${field}`)}
              before={valueInWords(reader, matter, field, before)}
              after={valueInWords(reader, matter, field, after)}
            />
          ))}
        {joined.length > 0 && (
          <>
            <dt>{t('answer.approval.joined')}</dt>
            <dd>
              <strong>{names.format(joined)}</strong>
            </dd>
          </>
        )}
        {left.length > 0 && (
          <>
            <dt>{t('answer.approval.leaves')}</dt>
            <dd>
              <s>{names.format(left)}</s>
            </dd>
          </>
        )}
        {whole && (
          <>
            <dt>{t('answer.approval.field.days')}</dt>
            <dd>
              {how === 'removed' ? (
                <s>{daysInWords(reader, whole.days)}</s>
              ) : (
                <strong>{daysInWords(reader, whole.days)}</strong>
              )}
            </dd>
            <dt>{t('answer.approval.field.cost')}</dt>
            <dd>{valueInWords(reader, matter, 'cost', whole.cost)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Field({ name, before, after }: { name: string; before: string; after: string }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span className="for-readers">{t('answer.approval.before')} </span>
        <s>{before}</s>
        <span className={classes.arrow} aria-hidden="true">
          →
        </span>
        <span className="for-readers"> {t('answer.approval.after')} </span>
        <strong>{after}</strong>
      </dd>
    </>
  );
}
