import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { useTranslation } from 'react-i18next';
import type { Step } from './stages.ts';
import classes from './steps.module.css';

/** The way from the application to the result, with days; where it is now is filled. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps}>
      {steps.map(({ step, state, when }) => (
        <li key={step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <i aria-hidden="true">{state === 'done' && <IconCheck size={11} stroke={3.5} />}</i>
          <span className={classes.name}>{t(`call.step.${step}`)}</span>
          <span className={classes.when}>{state === 'done' ? t('call.stepDone') : when}</span>
        </li>
      ))}
    </ol>
  );
}
