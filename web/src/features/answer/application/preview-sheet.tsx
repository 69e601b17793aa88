import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../../../api/own-path.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { previewQuery, type Selection } from '../api/application.ts';
import classes from '../parts/matter.module.css';
import own from './preview-sheet.module.css';

/** What reviewers will see, as the API will give it to them: nothing of it is made here. */
export default function PreviewSheet({
  id,
  selection,
  close,
}: {
  id: string;
  selection: Selection;
  close: () => void;
}) {
  const { t } = useTranslation();
  const reader = useReader();
  const { data: seen, error, refetch } = useQuery(previewQuery(id));
  return (
    <Sheet title={t('answer.apply.preview')} close={close}>
      {seen ? (
        <div className={own.seen}>
          <p>{t(seen.blind ? 'answer.apply.seenBlind' : 'answer.apply.seenNamed')}</p>
          <p className={`${classes.tags} ${own.tags}`}>
            {seen.blind && (
              <span data-blind="true">
                <IconEyeOff size={15} aria-hidden="true" />
                {t('answer.blind')}
              </span>
            )}
            {seen.topics.map((topic) => {
              const known = selection.topics.find((one) => one.id === topic);
              return <span key={topic}>{known ? said(reader, known.label) : topic}</span>;
            })}
            <span>{t('answer.hours', { count: seen.hoursPerMonth })}</span>
          </p>
          <p className={own.who}>{seen.name ?? t('answer.apply.number')}</p>
          <h3>{t('answer.profile')}</h3>
          <p className={classes.text}>{seen.profile || '–'}</p>
          <h3>{t('answer.outline')}</h3>
          <p className={classes.text}>{seen.outline || '–'}</p>
          {seen.evidence.length > 0 && (
            <>
              <h3>{t('answer.evidence')}</h3>
              <ul className={classes.files}>
                {seen.evidence.map((file) => (
                  <li key={file.id}>
                    <a href={ownPath(`/api/files/${file.id}`)} download={file.name}>
                      <IconFileText size={18} aria-hidden="true" />
                      {file.name}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          {seen.blind && <p className={classes.quiet}>{t('answer.apply.inside')}</p>}
        </div>
      ) : error ? (
        <ErrorSentence error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards count={1} />
      )}
    </Sheet>
  );
}
