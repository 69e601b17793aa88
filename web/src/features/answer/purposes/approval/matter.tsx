import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { atTheBeginning, spelled } from '../../../../format/amount.ts';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { LeftOut } from '../../../../ui/left-out.tsx';
import { useNarrow } from '../../../../ui/narrow.ts';
import { Tabs } from '../../../../ui/tabs.tsx';
import { Asked } from '../../parts/asked.tsx';
import type { MatterOf, MatterProps } from '../purpose.ts';
import classes from './approval.module.css';
import { Answerers, Figures, Fingerprint } from './beside.tsx';
import { Changed } from './changed.tsx';
import { changesIn } from './changes.ts';
import { OwnPeople, WholePart } from './part.tsx';

type ApprovalMatter = MatterOf<'cycle-approval'>;
type TabName = 'changed' | 'mine' | 'part' | 'left';

/** A version of the plan, by what has changed in it since the approver's last word. */
export default function ApprovalMatter({ matter, round, task }: MatterProps<ApprovalMatter>) {
  const { t } = useTranslation();
  const reader = useReader();
  const narrow = useNarrow();
  const compared = matter.difference.difference !== null;
  const [open, turn] = useState<TabName>(compared ? 'changed' : 'part');
  const changes = changesIn(matter);
  const people = new Set(Object.values(matter.mine).flat()).size;
  const tabs = [
    ...(compared ? [{ name: 'changed' as const, label: t('answer.approval.tab.changed'), count: changes.length }] : []),
    ...(matter.department ? [{ name: 'mine' as const, label: t('answer.approval.tab.mine'), count: people }] : []),
    {
      name: 'part' as const,
      label: t(matter.department ? 'answer.approval.tab.part' : 'answer.approval.tab.whole'),
      count: matter.part.length,
    },
    { name: 'left' as const, label: t('answer.approval.tab.left'), count: matter.left.length },
  ];
  return (
    <>
      <h1>{titleOf(matter, changes.length)}</h1>
      <div className={classes.lead}>
        <Lead
          matter={matter}
          me={task.assignee}
          touching={changes.filter(({ mine }) => mine > 0).length}
          of={changes.length}
        />
      </div>
      {narrow && (
        <>
          <Asked task={task} />
          <Figures matter={matter} card />
        </>
      )}
      <Tabs label={t('answer.approval.tabs')} tabs={tabs} open={open} turn={turn}>
        {open === 'changed' && <Changed matter={matter} changes={changes} />}
        {open === 'mine' && <OwnPeople matter={matter} />}
        {open === 'part' && <WholePart matter={matter} />}
        {open === 'left' && (
          <LeftOut
            needs={matter.left.map(({ what, people: who, ...rest }) => ({
              ...{ ...rest, what: said(reader, what), people: who.map((id) => matter.names[id] ?? id) },
            }))}
          />
        )}
      </Tabs>
      {narrow && (
        <div className={classes.after}>
          <Answerers matter={matter} />
          <Fingerprint matter={matter} round={round} />
        </div>
      )}
    </>
  );

  function titleOf({ version, difference }: ApprovalMatter, count: number): string {
    if (!compared) return t('answer.approval.first', { version });
    const since = difference.since === 'last-look' ? 'sinceLook' : 'sinceVersion';
    if (count === 0) return t(`answer.approval.none.${since}`, { version: difference.from });
    const number = spelled(t, count);
    return atTheBeginning(t(`answer.approval.title.${since}`, { count, number, version: difference.from }));
  }
}

/** Why it is asked again: one's own last word, who has sent the plan back and why, and how much of it is about one's people. */
function Lead({ matter, me, touching, of }: { matter: ApprovalMatter; me: string; touching: number; of: number }) {
  const { t } = useTranslation();
  const { last, returned, names, department } = matter;
  // Whoever has returned it reads what they wrote then below.
  const own = returned.some(
    ({ version, person }) => last?.answer === 'returned' && version === last.version && person === me,
  );
  return (
    <>
      {last && !own && <p>{t(`answer.approval.last.${last.answer}`, { version: last.version })}</p>}
      {returned.map(({ person, step, version, comments }) => (
        <div key={`${person} ${version}`}>
          <p>
            {person === me
              ? t('answer.approval.last.returned', { version })
              : t('answer.approval.returned', {
                  name: names[person] ?? person,
                  step: t(`answer.approval.who.${step}`),
                  version,
                })}
          </p>
          {comments && <blockquote>{comments}</blockquote>}
        </div>
      ))}
      {department && of > 0 && (
        <p>
          {touching === 0
            ? t('answer.approval.touchingNone')
            : touching === of
              ? t('answer.approval.touchingAll', { count: of })
              : t('answer.approval.touching', { count: touching, of })}
        </p>
      )}
    </>
  );
}
