import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Sitting } from '../api/task.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import classes from './matrix-page.module.css';

const Conflict = lazy(() => import('../parts/conflict.tsx'));

/** What keeps ratings from being saved, and how that is mended. */
export function Notices({ matrix, sitting }: { matrix: Matrix; sitting: Sitting }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { layout, saved } = useMatrixState(matrix);
  const [task, look] = useState<string>();
  const apart = layout.people.filter((one) => matrix.drafts.of(one.task)?.state().saved.state === 'conflict');
  const person = apart.find((one) => one.task === task);
  const draft = person && matrix.drafts.of(person.task);
  const theirs = draft?.state().saved;
  const fields = sitting.forms.find(({ key }) => (key ?? '') === person?.post)?.form.fields ?? [];
  return (
    <>
      {apart.map((one) => (
        <p key={one.task} className={classes.notice}>
          {t('answer.ratings.apart', { person: said(reader, one.label) })}
          <Button variant="default" onClick={() => look(one.task)}>
            {t('answer.ratings.settle')}
          </Button>
        </p>
      ))}
      {sitting.state === 'held' && <p className={classes.notice}>{t('answer.ratings.held')}</p>}
      {saved.state === 'closed' && sitting.state !== 'held' && <p className={classes.notice}>{t('answer.closed')}</p>}
      {person && draft && theirs?.state === 'conflict' && (
        <Sheet title={said(reader, person.label)} close={() => look(undefined)}>
          <Suspense>
            <Conflict
              fields={fields}
              mine={draft.state().content}
              theirs={theirs.theirs.content}
              settle={(content) => {
                draft.settle(content);
                look(undefined);
              }}
            />
          </Suspense>
        </Sheet>
      )}
    </>
  );
}
