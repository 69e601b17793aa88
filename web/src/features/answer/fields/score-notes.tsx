import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Content } from '../store/draft.ts';
import { OpenEarlier } from './earlier.ts';
import type { Beside, FieldOf } from './field.ts';
import classes from './score-notes.module.css';

interface NotesProps {
  readonly field: FieldOf<'score'>;
  readonly value: Content[string] | undefined;
  readonly beside: Beside | undefined;
}

/**
 * What a score looks like in practice, where the line is below which nobody takes a seat, and how one has scored before. The
 * level that a post asks for is not shown before one has scored: it would lead.
 */
export function ScoreNotes({ field: { anchors = [], wanted, min, max }, value, beside }: NotesProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const open = useContext(OpenEarlier);
  const { minimum, earlier = [] } = beside ?? {};
  const at = (score: number) => `${((score - min) / (max - min)) * 100}%`;
  const seen = wanted !== undefined && typeof value === 'number';
  return (
    <div className={classes.notes}>
      {(earlier.length > 0 || minimum !== undefined) && (
        <span className={classes.dots} aria-hidden="true">
          {minimum !== undefined && <i data-is="least" style={{ left: at(minimum) }} />}
          {earlier.map(({ task, score }) => (
            <i key={task} style={{ left: at(score) }} />
          ))}
        </span>
      )}
      {earlier.length > 0 && (
        <p className={classes.earlier}>
          {t('answer.earlier')}
          {earlier.map(({ task, score }) =>
            open ? (
              <button key={task} type="button" onClick={() => open(task)} aria-haspopup="dialog">
                {score}
              </button>
            ) : (
              <span key={task}>{score}</span>
            ),
          )}
        </p>
      )}
      {minimum !== undefined && <p className={classes.least}>{t('answer.least', { score: minimum })}</p>}
      {seen && <p className={classes.quiet}>{t('answer.wanted', { level: wanted })}</p>}
      {anchors.length > 0 && (
        <dl className={classes.anchors}>
          {anchors.map(({ score, text }) => (
            <div key={score}>
              <dt>{score}</dt>
              <dd>{said(reader, text)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
