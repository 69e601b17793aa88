import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Task } from '../api/task.ts';
import classes from './matter.module.css';

/** Whether there is something to look at beside the form. */
export function hasMatter(task: Task): boolean {
  return task.application !== null || task.guide.length > 0;
}

/** What the task is about: the application, as far as whoever is asked may see it, and how one answers. */
export function Matter({ task, round }: { task: Task; round: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { application, guide } = task;
  return (
    <section className={classes.matter} aria-label={t('answer.matter')}>
      {application ? (
        <Application application={application} selection={selectionOf(round)} />
      ) : (
        <h1>{said(reader, task.label)}</h1>
      )}
      {guide.map(({ title, text, version }) => (
        <article key={`${title.en} ${version}`}>
          <h2>{said(reader, title)}</h2>
          <p className={classes.text}>{said(reader, text)}</p>
        </article>
      ))}
    </section>
  );
}

function Application({ application, selection }: { application: NonNullable<Task['application']>; selection: string }) {
  const { t } = useTranslation();
  const { code, name, department, topics, hoursPerMonth, profile, outline, evidence, sight } = application;
  const blind = sight === 'reviewer' && name === null;
  return (
    <>
      <p className={classes.tags}>
        {blind && (
          <span data-blind="true">
            <IconEyeOff size={15} aria-hidden="true" />
            {t('answer.blind')}
          </span>
        )}
        {topics.map((topic) => (
          <span key={topic}>{topic}</span>
        ))}
        <span>{t('answer.hours', { count: hoursPerMonth })}</span>
      </p>
      <h1>{name ?? t('answer.application', { code })}</h1>
      {name && (
        <p className={classes.quiet}>{[t('answer.application', { code }), department].filter(Boolean).join(' · ')}</p>
      )}
      {profile && (
        <article>
          <h2>{t('answer.profile')}</h2>
          <p className={classes.text}>{profile}</p>
        </article>
      )}
      {outline && (
        <article>
          <h2>{t('answer.outline')}</h2>
          <p className={classes.text}>{outline}</p>
        </article>
      )}
      {evidence.length > 0 && (
        <article>
          <h2>{t('answer.evidence')}</h2>
          <ul className={classes.files}>
            {evidence.map((file) => (
              <li key={file.id}>
                <a href={`/api/selections/${selection}/applications/${code}/evidence/${file.id}`} download={file.name}>
                  <IconFileText size={18} aria-hidden="true" />
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
          {blind && <p className={classes.quiet}>{t('answer.numbered')}</p>}
        </article>
      )}
    </>
  );
}

/** The selection that a round is of, by the id that is made from its own. */
function selectionOf(round: string): string {
  return /^selection\.(.+)\.[^.]+$/.exec(round)?.[1] ?? '';
}
