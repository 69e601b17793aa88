import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff';
import { useTranslation } from 'react-i18next';
import { ApiProblem, NoConnection } from '../api/problem.ts';
import classes from './error-sentence.module.css';

interface ErrorProps {
  readonly error: unknown;
  readonly again?: (() => void) | undefined;
  /** It is all that there is on the page. */
  readonly whole?: boolean;
}

/**
 * What went wrong, in the sentence that the API gives for it, what can be done, and the way to try again. What is not there
 * and what is not yours look the same, on purpose.
 */
export function ErrorSentence({ error, again, whole = false }: ErrorProps) {
  const { t } = useTranslation();
  const lost = error instanceof NoConnection || (!(error instanceof ApiProblem) && !navigator.onLine);
  const problem = error instanceof ApiProblem ? error : undefined;
  const missing = problem && (problem.status === 404 || problem.status === 403);
  const Heading = whole ? 'h1' : 'h2';
  const Icon = lost ? IconCloudOff : IconAlertTriangle;
  return (
    <div className={classes.error} role="alert">
      <Icon size={20} stroke={1.8} aria-hidden="true" />
      <div>
        <Heading>{t(lost ? 'app.error.lost' : missing ? 'app.error.missing' : 'app.error.failed')}</Heading>
        <p>
          {lost
            ? t('app.error.lostWhat')
            : missing
              ? t('app.error.missingWhat')
              : problem?.message || t('app.error.failedWhat')}
        </p>
        {again && (
          <Button variant="default" onClick={again}>
            {t('app.error.again')}
          </Button>
        )}
        {problem?.id && <p className={classes.id}>{problem.id}</p>}
      </div>
    </div>
  );
}
