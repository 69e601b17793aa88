import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Content } from '../store/draft.ts';
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
  const { minimum, earlier = [] } = beside ?? {};
  const at = (score: number) => `${((score - min) / (max - min)) * 100}%`;
  const seen = wanted !== undefined && typeof value === 'number';
  return (
    <div className={classes.notes}>
      {earlier.length > 0 && (
        <p className={classes.quiet}>
          <span className={classes.dots} aria-hidden="true">
            {earlier.map((score, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
              <i key={place} style={{ left: at(score) }} />
            ))}
          </span>
          {t('answer.earlier', {
            scores: new Intl.ListFormat(reader.language, { type: 'unit' }).format(earlier.map(String)),
          })}
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
