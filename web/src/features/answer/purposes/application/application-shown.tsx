import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../../../../api/own-path.ts';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { Passage } from '../../../../ui/passage.tsx';
import { PdfLink } from '../../../../ui/pdf-link.tsx';
import type { Task } from '../../api/task.ts';
import classes from '../../parts/matter.module.css';
import { procedureOf } from '../../parts/procedure-of.ts';

type WithApplication = Extract<NonNullable<Task['matter']>, { purpose: 'review' }>;

interface ApplicationProps {
  readonly application: NonNullable<WithApplication['application']>;
  readonly topics: WithApplication['topics'];
  readonly round: string;
  /** Its number stands above it already, in a sheet over the page. */
  readonly inside?: boolean;
}

/** An application, without its author where the review is blind: then that is said once, and nothing else tells. */
export function ApplicationShown({ application, topics, round, inside = false }: ApplicationProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { code, name, departmentName, hoursPerMonth, profile, outline, evidence, sight } = application;
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
        {application.topics.map((id) => {
          const topic = topics.find((one) => one.id === id);
          return <span key={id}>{topic ? said(reader, topic.label) : id}</span>;
        })}
        <span>{t('answer.hours', { count: hoursPerMonth })}</span>
      </p>
      {inside ? name && <p className={classes.name}>{name}</p> : <h1>{name ?? t('answer.application', { code })}</h1>}
      {name && (
        <p className={classes.quiet}>
          {[t('answer.application', { code }), departmentName && said(reader, departmentName)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {profile && <Passage title={t('answer.profile')} text={profile} />}
      {outline && <Passage title={t('answer.outline')} text={outline} />}
      {evidence.length > 0 && (
        <article>
          <h2>{t('answer.evidence')}</h2>
          <ul className={classes.files}>
            {evidence.map((file) => (
              <li key={file.id}>
                <EvidenceFile
                  path={`/api/selections/${procedureOf(round)}/applications/${code}/evidence/${file.id}`}
                  name={file.name}
                  mediaType={file.mediaType}
                />
              </li>
            ))}
          </ul>
          {blind && <p className={classes.quiet}>{t('answer.numbered')}</p>}
        </article>
      )}
    </>
  );
}

/** A PDF opens in place; whatever else there is, is kept to be looked at. */
function EvidenceFile({ path, name, mediaType }: { path: string; name: string; mediaType: string }) {
  const inside = (
    <>
      <IconFileText size={18} aria-hidden="true" />
      {name}
    </>
  );
  if (mediaType === 'application/pdf') {
    return (
      <PdfLink framed href={ownPath(`${path}?inline=1`)} name={name}>
        {inside}
      </PdfLink>
    );
  }
  return (
    <a href={ownPath(path)} download={name}>
      {inside}
    </a>
  );
}
