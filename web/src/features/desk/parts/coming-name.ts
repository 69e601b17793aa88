import type { TFunction } from 'i18next';
import type { Reader } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import type { Desk } from '../api/get-desk.ts';

/** What something that comes is called: a course by its title, a stage by what begins with it. */
export function comingName(t: TFunction, reader: Reader, coming: Desk['coming'][number]): string {
  if (coming.what === 'course') return said(reader, coming.title);
  return t(`desk.stages.${coming.kind}.${coming.stage}`);
}
