import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { Passage } from '../../../../ui/passage.tsx';
import classes from '../../parts/matter.module.css';
import type { MatterProps, WithApplication } from '../purpose.ts';
import { ApplicationShown } from './application-shown.tsx';

/** An application, and what the purpose tells beside it. */
export default function ApplicationMatter({ task, round, matter }: MatterProps<WithApplication>) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <>
      {matter.application ? (
        <ApplicationShown application={matter.application} topics={matter.topics} round={round} />
      ) : (
        <h1>{said(reader, task.label)}</h1>
      )}
      {matter.purpose === 'agreement' && matter.application && (
        <p className={classes.ask}>
          {t('answer.agreement.what', {
            name: matter.application.name ?? t('answer.application', { code: matter.application.code }),
            count: matter.application.hoursPerMonth,
          })}
        </p>
      )}
      {matter.purpose === 'objection' && (
        <>
          <p className={classes.quiet}>
            {matter.application === null && matter.against === 'notice' && (
              <>
                {t('answer.objected.procedure')}
                {t('answer.space')}
              </>
            )}
            {t(`answer.objected.${matter.against}`)}
          </p>
          {matter.grounds && <Passage title={t('answer.grounds')} text={matter.grounds} />}
        </>
      )}
      {matter.purpose === 'screening' && matter.reasons.length > 0 && (
        <Passage
          title={t('answer.reasons')}
          text={matter.reasons.map((code) => t(`answer.doubt.${code}`)).join('\n')}
        />
      )}
    </>
  );
}
