import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { placeOfTask } from '../store/effects.ts';
import { useDraft } from '../store/use-draft.ts';
import { AnswerForm } from './answer-form.tsx';
import { Answered } from './answered.tsx';
import { FrameHead } from './frame-head.tsx';
import type { FrameProps } from './frame-props.ts';

const OPEN: readonly string[] = ['open', 'drafted'];

/** The one frame in which everything is answered, whatever it is about. */
export function AnswerFrame(props: FrameProps) {
  const { task } = props;
  const reader = useReader();
  const me = useMe();
  const title = said(reader, task.label);
  useEffect(() => {
    document.title = `${title} · Rostrum`;
  }, [title]);
  const mine = task.assignee === me.person && OPEN.includes(task.state);
  return mine ? <Open {...props} person={me.person} /> : <Answered {...props} />;
}

function Open({ person, ...props }: FrameProps & { person: string }) {
  const { t } = useTranslation();
  const { round, task } = props;
  const [times, again] = useState(0);
  const reload = async () => {
    await props.reload();
    again((before) => before + 1);
  };
  // An answer that was taken back is what one goes on with.
  const standing = useMemo(() => task.draft ?? { revision: 0, content: task.answer ?? {} }, [task]);
  const draft = useDraft(placeOfTask({ person, round, task: task.task }), standing, times);
  if (draft) return <AnswerForm {...props} draft={draft} reload={reload} />;
  return (
    <>
      <FrameHead {...props} saved={{ state: 'untouched' }} />
      <main>
        <span className="for-readers">{t('app.loading')}</span>
      </main>
    </>
  );
}
