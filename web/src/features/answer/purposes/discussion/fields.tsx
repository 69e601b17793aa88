import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { isSame } from '../../store/draft.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './fields.module.css';

/** A point apart is what two people are apart of a morning; from two on it stands out. */
const APART = 2;

/** Both reviews by criterion, their reasons side by side; one keeps one's own or changes it. The other reviewer has no name. */
export default function DiscussionFields({
  task,
  matter,
  content,
  change,
  disabled,
  ask,
}: FieldsProps<MatterOf<'discussion'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const { own, other, rubric } = matter;
  const { fields } = task.form;
  const figure = (value: unknown) => (typeof value === 'number' ? value : undefined);
  const texts = fields.filter(({ kind }) => kind === 'text');
  const kept = own !== null && isSame(content, own);
  const keep = () => {
    for (const { key } of fields) change(key, own?.[key] ?? undefined);
  };
  return (
    <>
      <table className={classes.table}>
        <caption>{t('answer.discussion.apart')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('answer.discussion.criterion')}</th>
            <th scope="col">{t('answer.discussion.own')}</th>
            <th scope="col">{t('answer.discussion.other')}</th>
            <th scope="col">{t('answer.discussion.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rubric.map(({ id, label }) => {
            const one = figure(own?.[id]);
            const two = figure(other?.[id]);
            const apart = one === undefined || two === undefined ? undefined : Math.abs(one - two);
            return (
              <tr key={id}>
                <th scope="row">{said(reader, label)}</th>
                <td>{one ?? '–'}</td>
                <td>{two ?? '–'}</td>
                <td data-far={apart !== undefined && apart >= APART}>{apart ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {texts.some(({ key }) => own?.[key] || other?.[key]) && (
        <div className={classes.reasons}>
          <Said title={t('answer.discussion.own')} texts={texts.map(({ key }) => own?.[key])} />
          <Said
            title={t('answer.discussion.other')}
            texts={texts.map(({ key }) => other?.[key])}
            none={t(matter.blind ? 'answer.discussion.hidden' : 'answer.discussion.silent')}
          />
        </div>
      )}
      <div className={classes.keep}>
        <Button variant="default" onClick={keep} disabled={disabled || own === null || kept}>
          {t('answer.discussion.keep')}
        </Button>
        <span role="status">{kept ? t('answer.discussion.kept') : t('answer.discussion.orChange')}</span>
      </div>
      {fields.map(({ key }) => ask(key))}
    </>
  );
}

function Said({ title, texts, none }: { title: string; texts: readonly unknown[]; none?: string }) {
  const written = texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  return (
    <section>
      <h2>{title}</h2>
      {written.length ? (
        written.map((text) => <p key={text}>{text}</p>)
      ) : (
        <p className={classes.quiet}>{none ?? '–'}</p>
      )}
    </section>
  );
}
