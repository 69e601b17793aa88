import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { MatterOf, MatterProps } from '../purpose.ts';
import { NeedFacts, NeedTitle, NeedWords } from './need-shown.tsx';
import classes from './needs.module.css';

/** The need that is asked about, and what it lacks. */
export default function QuestionMatter({ task, matter }: MatterProps<MatterOf<'cycle-questions'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const { need } = matter;
  if (!need) return <h1>{said(reader, task.label)}</h1>;
  return (
    <>
      <h1>{t(`answer.needs.question.${need.question?.what ?? 'which-problem'}`)}</h1>
      <article className={classes.card}>
        <NeedTitle need={need} known={matter} />
        <NeedFacts need={need} />
        <NeedWords open need={need} known={matter} />
      </article>
    </>
  );
}
