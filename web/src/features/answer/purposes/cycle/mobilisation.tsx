import { useTranslation } from 'react-i18next';
import { useNow } from '../../../../api/clock.ts';
import { dayInWords, dayOf } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { MatterOf, MatterProps } from '../purpose.ts';
import classes from './cycle.module.css';

/** What a department is asked to take part in, stage by stage with its dates. */
export default function MobilisationMatter({ task, matter }: MatterProps<MatterOf<'cycle-mobilisation'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const { department, period, stages } = matter;
  const name = department.name ? said(reader, department.name) : department.id;
  const day = (at: number | null) => (at === null ? '–' : dayOf(reader, at, now));
  return (
    <>
      <h1>{said(reader, task.label)}</h1>
      <p className={classes.lead}>
        {t('answer.mobilisation.lead', {
          ...{ department: name, count: department.people },
          ...{ from: dayInWords(reader, period.from), to: dayInWords(reader, period.to) },
        })}
      </p>
      <article>
        <h2>{t('answer.mobilisation.stages')}</h2>
        <table className={classes.dates}>
          <thead className="for-readers">
            <tr>
              <th scope="col">{t('answer.mobilisation.stage')}</th>
              <th scope="col">{t('answer.mobilisation.dates')}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, state, start, end }) => (
              <tr key={stage} data-state={state}>
                <th scope="row" data-now={t('answer.mobilisation.now')}>
                  {t(`answer.mobilisation.of.${stage}`)}
                </th>
                <td>{start === null && end === null ? '–' : `${day(start)} – ${day(end)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </article>
    </>
  );
}
