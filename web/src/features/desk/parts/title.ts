import type { TFunction } from 'i18next';
import type { Reader } from '../../../format/date.ts';
import { said, saidWithin } from '../../../format/label.ts';
import type { DeskGroup } from '../api/get-desk.ts';

/** A card's title: how far one is where there are many, otherwise what is asked and about whom. */
export function titleOf(t: TFunction, reader: Reader, { title, of, purpose, total, done, tasks }: DeskGroup): string {
  const asked = saidWithin(reader, title, of);
  if (total > 1) return t('desk.titleMany', { title: asked, done, total });
  const label = tasks[0] ? said(reader, tasks[0].label) : asked;
  if (purpose === 'agreement') return t('desk.titleAgreement', { label });
  return label === said(reader, title) || label === asked ? asked : t('desk.titleOne', { title: asked, label });
}
